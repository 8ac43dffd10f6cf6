import type { Shift } from '../../domain/fleet/fleet.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { ApartNeeds, ApartRules } from './apartRules.ts';
import { findTogether } from './findTogether.ts';

/**
 * What rides in the plan have to keep to: all but what their own shift breaks already. A vehicle that has somebody aboard
 * who should ride apart has still to be timed when the street reports, and every other rule still holds for it.
 */
export function plannedNeeds(
  snapshot: DaySnapshot,
  rules: ApartRules,
): (ride: Ride, shift: Shift) => ApartNeeds {
  const together = new Map<string, Set<string>>();
  for (const { rideId, withRideId } of findTogether(snapshot, rules)) {
    if (withRideId === null) continue;
    together.set(rideId, (together.get(rideId) ?? new Set()).add(withRideId));
    together.set(withRideId, (together.get(withRideId) ?? new Set()).add(rideId));
  }
  return (ride, shift) => {
    const { apartFrom, neededSkills } = rules.needsOf(ride);
    return {
      apartFrom: apartFrom.filter((id) => !together.get(ride.id)?.has(id)),
      neededSkills: neededSkills & rules.skillsOf(shift),
    };
  };
}
