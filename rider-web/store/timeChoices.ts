import type { ChosenTime } from './bookingDraft.ts';

/** So many days are shown to choose from at once, today included; those after them are asked for. */
export const DAYS_SHOWN = 8;
/** No more days than can be looked over. */
const MOST_DAYS = 29;

export const FIRST_HOUR = 6;
export const LAST_HOUR = 20;
export const MINUTES = [0, 15, 30, 45] as const;

/** `YYYY-MM-DD` and the days after it, as many in all as asked. */
export function listDays(today: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, ahead) => addDays(today, ahead));
}

/**
 * The days to choose from: the next ones, or, where asked or already chosen, all on which bookings are taken.
 * @param daysAhead for how many days after today bookings are taken; null while it is not known
 */
export function listOpenDays(
  today: string,
  daysAhead: number | null,
  chosen: string,
  isFarAsked: boolean,
): { readonly days: readonly string[]; readonly hasMore: boolean } {
  const all = listDays(today, daysAhead === null ? DAYS_SHOWN : Math.min(daysAhead + 1, MOST_DAYS));
  const near = all.slice(0, DAYS_SHOWN);
  const isFar = isFarAsked || (!near.includes(chosen) && all.includes(chosen));
  return { days: isFar ? all : near, hasMore: !isFar && all.length > near.length };
}

/** The service day `days` later. */
export function addDays(day: string, days: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** 0 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/**
 * Is the time of a day already over?
 * @param nowSecond second of the service day `today`
 */
export function isPastTime(
  day: string,
  hour: number,
  minute: number,
  today: string,
  nowSecond: number,
): boolean {
  if (day !== today) return day < today;
  return hour * 3600 + minute * 60 <= nowSecond;
}

/** Hours of a day in which at least one of the offered minutes is still ahead. */
export function listHours(day: string, today: string, nowSecond: number): readonly number[] {
  const hours = Array.from({ length: LAST_HOUR - FIRST_HOUR + 1 }, (_, index) => FIRST_HOUR + index);
  return hours.filter((hour) => !isPastTime(day, hour, MINUTES.at(-1) ?? 0, today, nowSecond));
}

/** The first day on which there is still an hour to choose. */
export function firstOpenDay(today: string, nowSecond: number): string {
  return listHours(today, today, nowSecond).length > 0 ? today : addDays(today, 1);
}

/** A time whose parts fit together: an hour that is over, or a minute that is over, is put forward or dropped. */
export function settleTime(time: ChosenTime, today: string, nowSecond: number): ChosenTime {
  const { hour } = time;
  if (hour === null) return time;
  if (!listHours(time.day, today, nowSecond).includes(hour)) return { ...time, hour: null, minute: 0 };
  const open = MINUTES.find(
    (minute) => minute >= time.minute && !isPastTime(time.day, hour, minute, today, nowSecond),
  );
  return { ...time, minute: open ?? MINUTES.at(-1) ?? 0 };
}

/**
 * Hospitals and stations are places one must be at in time; elsewhere one wants to know when to leave.
 * @param kind of the place one goes to (`PlaceView.kind`), null when unknown
 */
export function usualTimeKind(kind: string | null): ChosenTime['kind'] {
  return kind !== null && ['hospital', 'clinic', 'station', 'school', 'townHall'].includes(kind)
    ? 'arriveBy'
    : 'departAfter';
}
