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

/** Other times on a date. One that would not ride is taken in with them. */
export function otherTimes(
  exceptions: Exceptions,
  { seriesDay: day, rides }: DateShown,
  times: { readonly outbound: SeriesTime; readonly homeward: SeriesTime | null },
): DayExceptionInput {
  const isTakenIn = !rides || known(exceptions, day)?.kind === 'ride';
  return { day, kind: isTakenIn ? 'ride' : 'times', ...times };
}

/** The exceptions after a change, in the order of the calendar. */
export function withChange(exceptions: Exceptions, change: ExceptionChange): DayExceptionInput[] {
  const others = exceptions.filter(({ day }) => day !== change.day);
  const next = change.kind === null ? others : [...others, change];
  return next.sort((a, b) => (a.day < b.day ? -1 : 1));
}
