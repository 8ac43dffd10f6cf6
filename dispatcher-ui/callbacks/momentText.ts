import type { Language } from '../../screen-kit/words/language.ts';
import { daySecondOf, dayText, serviceDayOf, tableTime } from '../../screen-kit/words/times.ts';

/** A moment as the desk reads it: the time, and the day before it where that is not today. */
export function momentText(iso: string, now: number, language: Language): string {
  const moment = Date.parse(iso);
  const day = serviceDayOf(moment);
  const time = tableTime(daySecondOf(day, moment));
  return day === serviceDayOf(now) ? time : `${dayText(day, language)} ${time}`;
}
