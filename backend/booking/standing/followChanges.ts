import type { Ride } from '../../domain/ride/ride.ts';
import type { Tables } from '../../ports/tables.ts';

/**
 * Rides as they stand now, by the ids they were made under: one that was changed at the desk is followed to the ride
 * that stands in its place, however often it was changed.
 */
export async function followChanges(
  { rides }: Pick<Tables, 'rides'>,
  madeIds: readonly string[],
): Promise<ReadonlyMap<string, Ride>> {
  const made = await rides.listByIds(madeIds);
  const known = new Map(made.map((ride) => [ride.id, ride]));
  for (;;) {
    const missing = [...known.values()].flatMap(({ replacedBy }) =>
      replacedBy && !known.has(replacedBy.rideId) ? [replacedBy.rideId] : [],
    );
    const found = missing.length === 0 ? [] : await rides.listByIds(missing);
    if (found.length === 0) break;
    for (const ride of found) known.set(ride.id, ride);
  }
  return new Map(made.map((ride) => [ride.id, lastOf(ride, known)]));
}

function lastOf(ride: Ride, known: ReadonlyMap<string, Ride>): Ride {
  const next = ride.replacedBy && known.get(ride.replacedBy.rideId);
  return next ? lastOf(next, known) : ride;
}
