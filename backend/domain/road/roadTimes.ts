import {
  addDays,
  DAY_SECONDS,
  type DaySecond,
  daySecondOf,
  type EpochMs,
  type ServiceDay,
  weekdayOf,
} from '../units/time.ts';

/** When something holds on a road. What is given together holds together; nothing given: always. */
export interface RoadTimes {
  /** From this moment on; null: since ever. */
  readonly from: EpochMs | null;
  /** Until this moment; null: until further notice. */
  readonly to: EpochMs | null;
  /** Every year from one day to another, both included (`MM-DD`), over New Year where the second is earlier. */
  readonly yearly: { readonly from: string; readonly to: string } | null;
  /** Daily hours, past midnight where `to` is not later than `from`; on all days of the week where `weekdays` is null. */
  readonly hours: {
    readonly from: DaySecond;
    readonly to: DaySecond;
    readonly weekdays: readonly number[] | null;
  } | null;
}

/** An interval of the service day, the end excluded. */
export interface RoadSpan {
  readonly from: DaySecond;
  readonly to: DaySecond;
}

/** A service day runs past midnight; nothing is planned after 6 o'clock of the next morning. */
export const LAST_ROAD_SECOND: DaySecond = DAY_SECONDS + 6 * 3600;

/** When it holds during a service day, in order. */
export function spansOfDay(times: RoadTimes, day: ServiceDay): RoadSpan[] {
  const earliest = Math.max(0, times.from === null ? 0 : daySecondOf(day, times.from));
  const latest = Math.min(
    LAST_ROAD_SECOND,
    times.to === null ? LAST_ROAD_SECOND : daySecondOf(day, times.to),
  );
  // Hours of the day before may reach past midnight, and the service day itself reaches into the next date.
  return [-1, 0, 1]
    .flatMap((days) => spansOfDate(times, addDays(day, days), days * DAY_SECONDS))
    .map(({ from, to }) => ({ from: Math.max(from, earliest), to: Math.min(to, latest) }))
    .filter(({ from, to }) => from < to);
}

/** @param start second of the service day at which the calendar date begins */
function spansOfDate({ yearly, hours }: RoadTimes, date: ServiceDay, start: number): RoadSpan[] {
  if (yearly && !isInYear(date, yearly)) return [];
  if (!hours) return [{ from: start, to: start + DAY_SECONDS }];
  if (hours.weekdays && !hours.weekdays.includes(weekdayOf(date))) return [];
  const to = hours.to > hours.from ? hours.to : hours.to + DAY_SECONDS;
  return [{ from: start + hours.from, to: start + to }];
}

function isInYear(date: ServiceDay, { from, to }: { from: string; to: string }): boolean {
  const monthDay = date.slice(5);
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}
