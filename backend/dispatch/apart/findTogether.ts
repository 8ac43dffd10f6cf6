import type { Ride } from '../../domain/ride/ride.ts';
import type { ShiftSchedule } from '../../domain/schedule/shiftSchedule.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import { isCarried } from '../isCarried.ts';
import { ApartRules } from './apartRules.ts';

/** A ride that is planned with somebody from whom its rider is kept apart. */
export interface Together {
  readonly shiftId: string;
  readonly rideId: string;
  /** The ride of the other rider that is aboard, too; null: the driver is the other one. */
  readonly withRideId: string | null;
}

/** Rides of a day that are planned together though they are to be apart: planned before it was known. */
export function findTogether(snapshot: DaySnapshot, rules = new ApartRules(snapshot)): Together[] {
  const watched = [...snapshot.rides.values()].filter((ride) => isCarried(ride) && rules.concerns(ride));
  if (watched.length === 0) return [];
  const byId = new Map(watched.map((ride) => [ride.id, ride]));
  return snapshot.shifts.flatMap((shift) => {
    const schedule = snapshot.schedules.get(shift.id);
    if (!schedule) return [];
    const driven = ridesOf(schedule, byId)
      .filter((ride) => rules.isBarred(ride, shift))
      .map(({ id }) => ({ shiftId: shift.id, rideId: id, withRideId: null }));
    return [...driven, ...pairsAboard(schedule, byId, rules)];
  });
}

/** The rides of these that get in on a shift, in the order of its stops. */
function ridesOf({ stops }: ShiftSchedule, byId: ReadonlyMap<string, Ride>): Ride[] {
  return stops.flatMap(({ pickups }) => pickups.flatMap((id) => byId.get(id) ?? []));
}

/** Pairs who are aboard at the same time; who gets out at a stop does so before anybody gets in. */
function pairsAboard(
  { shiftId, stops }: ShiftSchedule,
  byId: ReadonlyMap<string, Ride>,
  rules: ApartRules,
): Together[] {
  const aboard = new Map<string, Ride>();
  const found: Together[] = [];
  for (const { pickups, dropoffs } of stops) {
    for (const id of dropoffs) aboard.delete(id);
    for (const ride of pickups.flatMap((id) => byId.get(id) ?? [])) {
      for (const other of aboard.values()) {
        if (rules.arePair(ride, other)) found.push({ shiftId, rideId: ride.id, withRideId: other.id });
      }
      aboard.set(ride.id, ride);
    }
  }
  return found;
}
