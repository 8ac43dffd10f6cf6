import type { RequestedTime } from '../ride/ride.ts';
import type { SpokenText } from '../units/spokenText.ts';
import { addDays, type ServiceDay, weekdayOf } from '../units/time.ts';
import type { DayException, Recurrence, StandingOrder } from './standingOrder.ts';

/** What the series asks of the calendar. */
export interface StandingCalendar {
  /** The public holiday's name, 振替休日 and 国民の休日 included. */
  holiday(day: ServiceDay): SpokenText | undefined;
  /** Why no service runs for this order (お盆, 年末年始), where none does. */
  closed(day: ServiceDay): SpokenText | undefined;
}

/** Why a date of the series is not as usual. The first six are dates without a ride. */
export type OccurrenceReason =
  | 'excepted'
  | 'paused'
  | 'closedDay'
  | 'holiday'
  | 'movedOntoOther'
  | 'nowhereToMove'
  | 'moved'
  | 'extra'
  | 'otherTimes';

/** One date of a series: ridden, or left out and why. */
export interface Occurrence {
  /** The date by which it is known for ever: the one the series names, or the added one. */
  readonly seriesDay: ServiceDay;
  /** The date on which it rides; the same unless it was moved off a holiday. */
  readonly day: ServiceDay;
  readonly rides: boolean;
  readonly reason: OccurrenceReason | null;
  /** Name of the holiday or of the closed days. */
  readonly reasonName: SpokenText | null;
  readonly outbound: RequestedTime;
  readonly homeward: RequestedTime | null;
}

const MS_PER_DAY = 86_400_000;
const DAYS_PER_WEEK = 7;

/** Number of the week, Monday to Sunday. 1970-01-01 was a Thursday. */
function weekOf(day: ServiceDay): number {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY + 3) / DAYS_PER_WEEK);
}

/** Does the bare series fall on this day? */
function fallsOn(recurrence: Recurrence, day: ServiceDay): boolean {
  const { weekdays, everyWeeks, startDay, endDay } = recurrence;
  if (day < startDay || (endDay !== null && day > endDay) || !weekdays.includes(weekdayOf(day))) return false;
  return (weekOf(day) - weekOf(startDay)) % everyWeeks === 0;
}

/**
 * The dates of a series between two days (both included), each with its reason where it is not as usual, in order. A
 * pure function: the same series, calendar and range give the same dates. Order of reasons: the exception of the date,
 * a pause, closed days, a holiday.
 */
export function expandSeries(
  order: StandingOrder,
  calendar: StandingCalendar,
  from: ServiceDay,
  to: ServiceDay,
): Occurrence[] {
  const exceptions = new Map(order.exceptions.map((exception) => [exception.day, exception]));
  const found: Occurrence[] = [];
  // A date of the same week may be moved into the range.
  const last = addDays(to, DAYS_PER_WEEK - 1);
  for (let day = addDays(from, 1 - DAYS_PER_WEEK); day <= last; day = addDays(day, 1)) {
    const exception = exceptions.get(day);
    const isInSeries = fallsOn(order.recurrence, day);
    if (!isInSeries && !isAdded(order.recurrence, exception)) continue;
    const occurrence =
      exception && exception.kind !== 'times'
        ? exceptional(order, calendar, exception, isInSeries)
        : usual(order, calendar, exceptions, day);
    if (occurrence.day >= from && occurrence.day <= to) found.push(occurrence);
  }
  return found.sort((a, b) => compare(a.day, b.day) || compare(a.seriesDay, b.seriesDay));
}

/**
 * Does an exception make a date of a day on which the series does not fall? Other times agreed for a date stay agreed
 * when the series moves to other weekdays, while it lasts.
 */
function isAdded({ startDay, endDay }: Recurrence, exception: DayException | undefined): boolean {
  if (exception?.kind !== 'times') return exception?.kind === 'ride';
  return exception.day >= startDay && (endDay === null || exception.day <= endDay);
}

/** The times of a date: its own where there are any. */
function timesOn({ outbound, homeward }: StandingOrder, exception: DayException | undefined) {
  return {
    outbound: exception?.outbound ?? outbound,
    homeward: exception?.homeward === undefined ? homeward : exception.homeward,
  };
}

function exceptional(
  order: StandingOrder,
  calendar: StandingCalendar,
  exception: DayException,
  isInSeries: boolean,
): Occurrence {
  const { day } = exception;
  const base = { seriesDay: day, day, ...timesOn(order, exception), reasonName: null };
  if (exception.kind === 'skip') return { ...base, rides: false, reason: 'excepted' };
  const closed = calendar.closed(day);
  if (closed) return { ...base, rides: false, reason: 'closedDay', reasonName: closed };
  const isOther = exception.outbound !== undefined || exception.homeward !== undefined;
  return { ...base, rides: true, reason: isInSeries ? (isOther ? 'otherTimes' : null) : 'extra' };
}

function usual(
  order: StandingOrder,
  calendar: StandingCalendar,
  exceptions: ReadonlyMap<ServiceDay, DayException>,
  day: ServiceDay,
): Occurrence {
  const { holidayRule } = order;
  const exception = exceptions.get(day);
  const base = { seriesDay: day, day, ...timesOn(order, exception), reasonName: null };
  if (isPaused(order, day)) return { ...base, rides: false, reason: 'paused' };
  const closed = calendar.closed(day);
  const holiday = calendar.holiday(day);
  if (!closed && (!holiday || holidayRule === 'ride')) {
    return { ...base, rides: true, reason: exception ? 'otherTimes' : null };
  }
  const reasonName = closed ?? holiday ?? null;
  if (holidayRule === 'move') return move(order, calendar, exceptions, { ...base, reasonName });
  return { ...base, rides: false, reason: closed ? 'closedDay' : 'holiday', reasonName };
}

/** The exceptions on which the dates from a day on depend: of those that are over, only the ones of the same week. */
export function exceptionsFrom(exceptions: readonly DayException[], from: ServiceDay): DayException[] {
  const first = addDays(from, 1 - DAYS_PER_WEEK);
  return exceptions.filter(({ day }) => day >= first);
}

/** To the chosen weekday of the same week, unless it rides then anyway or cannot. */
function move(
  order: StandingOrder,
  calendar: StandingCalendar,
  exceptions: ReadonlyMap<ServiceDay, DayException>,
  base: Omit<Occurrence, 'rides' | 'reason'>,
): Occurrence {
  const { recurrence, moveToWeekday } = order;
  const fromMonday = (weekday: number) => (weekday + 6) % DAYS_PER_WEEK;
  const step = fromMonday(moveToWeekday ?? 0) - fromMonday(weekdayOf(base.seriesDay));
  const target = addDays(base.seriesDay, step);
  const isOwn = fallsOn(recurrence, target) || isAdded(recurrence, exceptions.get(target));
  if (isOwn && target !== base.seriesDay) return { ...base, rides: false, reason: 'movedOntoOther' };
  const isBarred =
    target < recurrence.startDay ||
    (recurrence.endDay !== null && target > recurrence.endDay) ||
    exceptions.get(target)?.kind === 'skip' ||
    isPaused(order, target) ||
    calendar.closed(target) !== undefined ||
    calendar.holiday(target) !== undefined ||
    isTakenByAnother(order, calendar, exceptions, base.seriesDay, target);
  if (isBarred) return { ...base, rides: false, reason: 'nowhereToMove' };
  return { ...base, day: target, rides: true, reason: 'moved' };
}

/** Two holidays of one week would both be moved to the same day: the earlier one takes it. */
function isTakenByAnother(
  order: StandingOrder,
  calendar: StandingCalendar,
  exceptions: ReadonlyMap<ServiceDay, DayException>,
  seriesDay: ServiceDay,
  target: ServiceDay,
): boolean {
  const monday = addDays(target, -((weekdayOf(target) + 6) % DAYS_PER_WEEK));
  for (let day = monday; day < seriesDay; day = addDays(day, 1)) {
    const exception = exceptions.get(day);
    const isFree = (exception === undefined || exception.kind === 'times') && !isPaused(order, day);
    const isOff = calendar.closed(day) !== undefined || calendar.holiday(day) !== undefined;
    const isDate = fallsOn(order.recurrence, day) || isAdded(order.recurrence, exception);
    if (isFree && isOff && isDate) return true;
  }
  return false;
}

function isPaused({ pauses }: StandingOrder, day: ServiceDay): boolean {
  return pauses.some(({ from, to }) => from <= day && day <= to);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
