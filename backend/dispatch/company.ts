import { partySize } from '../domain/ride/party.ts';
import type { Insertion, Visit } from '../planner/index.ts';
import type { PreparedView } from './preparedView.ts';

/** The visits of the vehicle that an insertion goes into, before the change. */
export function visitsOf({ day }: PreparedView, { vehicle }: Insertion): readonly Visit[] {
  return day.vehicles[vehicle]!.schedule.visits;
}

/**
 * The people of the other parties that are aboard at some time between the pickup and the dropoff; at least one a
 * party.
 */
export function countCompany(prepared: PreparedView, insertion: Insertion): number {
  if (insertion.sharedWith === 0) return 0;
  const { view } = prepared;
  const sizes = companyOf(visitsOf(prepared, insertion), insertion).map((request) => {
    const ride = view.snapshot.rides.get(view.rideIds[request] ?? '');
    return ride ? partySize(ride.party) : 0;
  });
  return Math.max(
    insertion.sharedWith,
    sizes.reduce((sum, size) => sum + size, 0),
  );
}

/** Numbers of the requests aboard between the two positions: whoever is in by the pickup, or gets in before the dropoff. */
function companyOf(visits: readonly Visit[], insertion: Insertion): readonly number[] {
  const isRide = (visit: Visit) => visit >= 0;
  const before = visits.slice(0, insertion.pickupPosition).filter(isRide);
  const between = visits.slice(insertion.pickupPosition, insertion.dropoffPosition).filter(isRide);
  const left = new Set(before.filter((visit) => visit % 2 === 1).map((visit) => Math.floor(visit / 2)));
  const entered = (list: readonly Visit[]) =>
    list.filter((visit) => visit % 2 === 0).map((visit) => visit / 2);
  return [...entered(before).filter((request) => !left.has(request)), ...entered(between)];
}
