import { isServiceDay, type ServiceDay, type TimeWindow } from '../../backend/domain/units/time.ts';
import type { JsonEntry } from './jsonEntry.ts';
import { RowRefusal } from './rowRefusal.ts';

/** Shifts and windows may reach past midnight. */
export const LAST_SECOND = 30 * 3600;

/** `earliest` and `latest`, the first before the second. */
export function readWindow(entry: JsonEntry): TimeWindow {
  return readSpan(
    entry.integer('earliest', 0, LAST_SECOND),
    entry.integer('latest', 0, LAST_SECOND),
    'a window',
  );
}

/** Two seconds of the service day, the first not after the second. @param what for the sentence */
export function readSpan(earliest: number, latest: number, what: string): TimeWindow {
  if (latest < earliest) throw new RowRefusal('outOfRange', `${what} ends before it begins`);
  return { earliest, latest };
}

/** `validFrom` and `validTo` (null: until further notice). */
export function readValidity(entry: JsonEntry): { validFrom: ServiceDay; validTo: ServiceDay | null } {
  const validFrom = readDay(entry.text('validFrom'));
  const validTo = entry.orNull('validTo', () => readDay(entry.text('validTo')));
  if (validTo !== null && validTo < validFrom)
    throw new RowRefusal('outOfRange', '"validTo" lies before "validFrom"');
  return { validFrom, validTo };
}

/** A calendar date. */
export function readDay(text: string): ServiceDay {
  if (!isServiceDay(text)) throw new RowRefusal('unknownValue', `${text} is no date (YYYY-MM-DD)`);
  return text;
}
