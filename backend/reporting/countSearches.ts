import type { Ride } from '../domain/ride/ride.ts';
import type { ServiceDay } from '../domain/units/time.ts';

/** What became of every request for a service day; definitions stand in the contract's `searchFiguresSchema`. */
export interface SearchCounts {
  readonly day: ServiceDay;
  readonly searches: number;
  readonly booked: number;
  readonly denied: number;
  readonly declined: number;
  readonly abandoned: number;
  readonly open: number;
  readonly deniedBy: Readonly<Record<string, number>>;
  readonly answersToDenials: Readonly<Record<string, number>>;
  readonly cancelledBy: Readonly<Record<string, number>>;
  readonly noShows: number;
  readonly missed: number;
  readonly neverReady: number;
}

type SearchEnd = 'booked' | 'denied' | 'declined' | 'abandoned' | 'open';

/**
 * Folds a day's rides into the ends of its searches. A ride that was booked instead of a refused request was never
 * searched for itself: it counts among the rides, not among the searches.
 * @param isOpen can an offer of this ride still be taken?
 */
export function countSearches(
  day: ServiceDay,
  rides: readonly Ride[],
  isOpen: (ride: Ride) => boolean,
): SearchCounts {
  const searches = rides.filter(({ insteadOf }) => insteadOf === null);
  const ends = tally(searches.map((ride) => endOf(ride, isOpen)));
  const denied = searches.filter(({ status }) => status === 'denied');
  // Who changes a ride gives nothing up: it lives on in the one that stands instead.
  const cancelled = rides.filter(
    (ride) => ride.status === 'cancelled' && !ride.replacedBy && wasBooked(ride),
  );
  const count = (status: Ride['status']) => rides.filter((ride) => ride.status === status).length;
  return {
    day,
    searches: searches.length,
    booked: ends.booked ?? 0,
    denied: ends.denied ?? 0,
    declined: ends.declined ?? 0,
    abandoned: ends.abandoned ?? 0,
    open: ends.open ?? 0,
    deniedBy: tally(denied.map(({ endReason }) => endReason ?? 'unknown')),
    answersToDenials: tally(denied.map(({ riderAnswer }) => riderAnswer ?? 'none')),
    cancelledBy: tally(cancelled.map(({ endReason }) => endReason ?? 'other')),
    noShows: count('noShow'),
    missed: count('missed'),
    neverReady: rides.filter(({ endReason }) => endReason === 'neverReady').length,
  };
}

function endOf(ride: Ride, isOpen: (ride: Ride) => boolean): SearchEnd {
  if (wasBooked(ride)) return 'booked';
  if (ride.status === 'denied') return 'denied';
  if (ride.status === 'declined') return 'declined';
  return (ride.status === 'requested' || ride.status === 'offered') && isOpen(ride) ? 'open' : 'abandoned';
}

/** Something was promised, whatever became of it; an undone booking was none. */
function wasBooked(ride: Ride): boolean {
  return ride.bookedAt !== null;
}

function tally<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of [...keys].sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
