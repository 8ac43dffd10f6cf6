import type { ChosenTime } from './bookingDraft.ts';

/** Bookings are offered this many days ahead, today included. */
export const DAYS_AHEAD = 8;

export const FIRST_HOUR = 6;
export const LAST_HOUR = 20;
export const MINUTES = [0, 15, 30, 45] as const;

/** `YYYY-MM-DD` and as many days after it as asked, itself first. */
export function listDays(today: string, count: number = DAYS_AHEAD): readonly string[] {
  return Array.from({ length: count }, (_, ahead) => addDays(today, ahead));
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
