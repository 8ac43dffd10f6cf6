import { isServiceDay } from '../../domain/units/time.ts';

/** A real date of an age in which there is service; other dates upset calendars and databases alike. */
export function isBookableDay(text: string): boolean {
  return isServiceDay(text) && text >= '2000-01-01' && text < '2200-01-01';
}
