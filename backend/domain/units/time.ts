/** A moment of the world: milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/**
 * Whole seconds since the start (00:00 local time) of the service day. May exceed 86,400: a ride after midnight
 * belongs to the evening's service day.
 */
export type DaySecond = number;

/** The operating date a ride belongs to, `YYYY-MM-DD` in the region's local time. */
export type ServiceDay = string;

/** An interval of the service day, both ends allowed. */
export interface TimeWindow {
  readonly earliest: DaySecond;
  readonly latest: DaySecond;
}

/** Do two windows begin and end at the same seconds? */
export function isSameWindow(one: TimeWindow, other: TimeWindow): boolean {
  return one.earliest === other.earliest && one.latest === other.latest;
}

/** Offset of Japan's clock; the region has no summer time. */
export const JAPAN_UTC_OFFSET_MINUTES = 540;

/** Without summer time every day has so many: what one day calls this is 0 of the next. */
export const DAY_SECONDS = 86_400;

const MS_PER_DAY = DAY_SECONDS * 1000;
const offsetMs = JAPAN_UTC_OFFSET_MINUTES * 60_000;

/** Is this text a real calendar date in the form `YYYY-MM-DD`? */
export function isServiceDay(text: string): text is ServiceDay {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const start = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(start) && new Date(start).toISOString().slice(0, 10) === text;
}

/** The service day whose 24 hours hold this moment. */
export function serviceDayOf(moment: EpochMs): ServiceDay {
  return new Date(moment + offsetMs).toISOString().slice(0, 10);
}

/** The moment at which the service day starts (00:00 local time). */
export function startOfServiceDay(day: ServiceDay): EpochMs {
  return Date.parse(`${day}T00:00:00Z`) - offsetMs;
}

/** The moment of a second of a service day. */
export function momentOf(day: ServiceDay, second: DaySecond): EpochMs {
  return startOfServiceDay(day) + second * 1000;
}

/** Seconds from the start of `day` to the moment, rounded down; negative before it. */
export function daySecondOf(day: ServiceDay, moment: EpochMs): DaySecond {
  return Math.floor((moment - startOfServiceDay(day)) / 1000);
}

/** The service day `days` later (or earlier when negative). */
export function addDays(day: ServiceDay, days: number): ServiceDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: ServiceDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** `HH:MM` of a second of the day; hours go on past 24 after midnight (25:10 is 1:10 the next morning). */
export function clockText(second: DaySecond): string {
  const minutes = Math.floor(second / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
