import type { RequestInput } from '../ride/requestInput.ts';
import type { RequestedTime, Ride } from '../ride/ride.ts';
import type { ServiceDay } from '../units/time.ts';
import type { Occurrence } from './expandSeries.ts';
import { entryKey, type StandingEntry } from './standingEntry.ts';
import type { Leg, StandingOrder } from './standingOrder.ts';

/** One ride that the series wants. */
export interface WantedRide {
  readonly orderId: string;
  readonly seriesDay: ServiceDay;
  readonly leg: Leg;
  readonly orderRevision: number;
  readonly input: RequestInput;
}

/** What has to be done so that the rides are as the series says. */
export interface Generation {
  readonly book: readonly WantedRide[];
  readonly withdraw: readonly StandingEntry[];
}

/**
 * Compares what the series wants with what was made of it. Nothing is to be done twice: what is there as wanted stays.
 * A ride that somebody has touched (ridden, cancelled or changed by hand) is never rewritten.
 * @param occurrences the series' dates, all after today
 * @param entries what was made of those dates earlier
 * @param rides the entries' rides by id
 */
export function decideGeneration(
  order: StandingOrder,
  occurrences: readonly Occurrence[],
  entries: readonly StandingEntry[],
  rides: ReadonlyMap<string, Ride>,
): Generation {
  const wanted = new Map(
    occurrences
      .flatMap((occurrence) => wantedRides(order, occurrence))
      .map((ride) => [entryKey(ride), ride] as const),
  );
  const withdraw: StandingEntry[] = [];
  for (const entry of entries) {
    const wish = wanted.get(entryKey(entry));
    const step = judgeEntry(entry, wish, entry.rideId === null ? undefined : rides.get(entry.rideId));
    if (step.withdraw) withdraw.push(entry);
    if (!step.book) wanted.delete(entryKey(entry));
  }
  return { book: [...wanted.values()], withdraw };
}

function judgeEntry(
  entry: StandingEntry,
  wish: WantedRide | undefined,
  ride: Ride | undefined,
): { withdraw: boolean; book: boolean } {
  if (entry.state === 'withdrawn' || entry.state === 'claimed') return { withdraw: false, book: true };
  // Somebody was told that it cannot be planned; only a changed series is tried anew.
  if (entry.state === 'refused') {
    return { withdraw: false, book: wish !== undefined && !isSame(entry.input, wish.input) };
  }
  if (!ride || isTouched(entry, ride)) return { withdraw: false, book: false };
  const isAsWanted = wish !== undefined && isSame(entry.input, wish.input);
  return { withdraw: !isAsWanted, book: !isAsWanted };
}

/** Has anybody done anything to the ride since the series made it? */
export function isTouched({ input }: StandingEntry, ride: Ride): boolean {
  if (ride.status !== 'booked' && ride.status !== 'assigned') return true;
  const { companions, attendants, children, luggage } = ride.party;
  return (
    ride.day !== input.day ||
    ride.note !== input.note ||
    !isSame(timeOf(ride.requested), timeOf(input.requested)) ||
    companions !== input.companions ||
    attendants !== input.attendants ||
    children !== input.children ||
    luggage !== (input.luggage ?? 0)
  );
}

function timeOf({ kind, second, until }: RequestedTime): unknown {
  return [kind, second, until ?? null];
}

function wantedRides(order: StandingOrder, occurrence: Occurrence): WantedRide[] {
  if (!occurrence.rides || order.state === 'ended') return [];
  const { day, seriesDay, outbound, homeward } = occurrence;
  const { id, revision, from, to } = order;
  const common = { orderId: id, seriesDay, orderRevision: revision };
  const ride = (leg: Leg, input: Pick<RequestInput, 'from' | 'to' | 'requested'>): WantedRide => ({
    ...common,
    leg,
    input: { ...partOf(order), day, ...input },
  });
  const there = ride('outbound', { from, to, requested: outbound });
  return homeward ? [there, ride('homeward', { from: to, to: from, requested: homeward })] : [there];
}

function partOf(order: StandingOrder): Omit<RequestInput, 'from' | 'to' | 'requested' | 'day'> {
  const { channel, personId, companions, attendants, children, luggage, needs, note } = order;
  return { channel, personId, companions, attendants, children, luggage, needs, note };
}

/** Compares plain values whatever the order of their fields: the database keeps none. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
