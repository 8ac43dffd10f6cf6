import type { DayExceptionInput, SeriesDateView, SeriesTime } from '../../backend/contract/index.ts';

/** An exception to set, or (`kind` null) to take away. */
export type ExceptionChange =
  | DayExceptionInput
  | { readonly day: string; readonly kind: null; readonly outbound?: never; readonly homeward?: never };

type DateShown = Pick<SeriesDateView, 'seriesDay' | 'rides'>;
type Exceptions = readonly DayExceptionInput[];

const known = (exceptions: Exceptions, day: string) => exceptions.find((each) => each.day === day);

/** One key on a date: leaves it out, takes it in (at its own times, where it has some), or takes that back. */
export function toggleRide(exceptions: Exceptions, { seriesDay: day, rides }: DateShown): ExceptionChange {
  const exception = known(exceptions, day);
  if (exception?.kind === 'times') return rides ? { day, kind: 'skip' } : { ...exception, kind: 'ride' };
  if (exception) return { day, kind: null };
  return { day, kind: rides ? 'skip' : 'ride' };
}

/** The times of a date or of a series. */
interface Times {
  readonly outbound: SeriesTime;
  readonly homeward: SeriesTime | null;
}

/**
 * Other times on a date. One that would not ride is taken in with them; the usual times make no exception.
 * @param usual those of the series
 * @returns null where the date is so already
 */
export function otherTimes(
  exceptions: Exceptions,
  date: DateShown & Times,
  usual: Times,
  { outbound, homeward }: Times,
): ExceptionChange | null {
  const { seriesDay: day, rides } = date;
  if (rides && areSame(date, { outbound, homeward })) return null;
  const isTakenIn = !rides || known(exceptions, day)?.kind === 'ride';
  if (!areSame(usual, { outbound, homeward })) {
    return { day, kind: isTakenIn ? 'ride' : 'times', outbound, homeward };
  }
  return isTakenIn ? { day, kind: 'ride' } : { day, kind: null };
}

function areSame(a: Times, b: Times): boolean {
  const isSame = (one: SeriesTime | null, other: SeriesTime | null) =>
    one?.kind === other?.kind && one?.at === other?.at;
  return isSame(a.outbound, b.outbound) && isSame(a.homeward, b.homeward);
}

/** The exceptions after a change, in the order of the calendar. */
export function withChange(exceptions: Exceptions, change: ExceptionChange): DayExceptionInput[] {
  const others = exceptions.filter(({ day }) => day !== change.day);
  const next = change.kind === null ? others : [...others, change];
  return next.sort((a, b) => (a.day < b.day ? -1 : 1));
}
