import { SKILLS, type Skill } from '../domain/fleet/fleet.ts';
import { type Party, partyDwell, partyLoad } from '../domain/ride/party.ts';
import type { PromisedTimes } from '../domain/ride/ride.ts';
import type { PlanRequest } from '../planner/index.ts';
import type { ApartNeeds } from './apart/apartRules.ts';

/** What the planner may know of a ride. */
export interface RideForPlanning {
  readonly id: string;
  readonly party: Party;
  readonly times: PromisedTimes;
  readonly maxRideSeconds: number;
  readonly pickupLocation: number;
  readonly dropoffLocation: number;
  /** Bits of the providers that may carry it. */
  readonly allowedOperators: number;
  /** For the sake of those from whom the rider is kept apart. */
  readonly apart: ApartNeeds;
}

/** A ride as numbers: no person, no place names. */
export function toPlanRequest(ride: RideForPlanning): PlanRequest {
  const { apartFrom, neededSkills } = ride.apart;
  const dwell = partyDwell(ride.party);
  return {
    id: ride.id,
    pickupLocation: ride.pickupLocation,
    dropoffLocation: ride.dropoffLocation,
    pickupWindow: ride.times.pickup,
    dropoffWindow: ride.times.dropoff,
    maxRideSeconds: ride.maxRideSeconds,
    load: partyLoad(ride.party),
    pickupDwellSeconds: dwell.openSeconds,
    pickupJoinSeconds: dwell.joinSeconds,
    dropoffDwellSeconds: dwell.openSeconds,
    dropoffJoinSeconds: dwell.joinSeconds,
    neededSkills: skillBits(equipmentFor(ride.party)) | neededSkills,
    allowedOperators: ride.allowedOperators,
    ...(apartFrom.length > 0 && { apartFrom }),
  };
}

function equipmentFor(party: Party): readonly Skill[] {
  const skills: Skill[] = [];
  if (party.needs.includes('wheelchair')) skills.push('lift');
  if (party.needs.includes('stretcher')) skills.push('stretcherAnchors');
  if (party.children > 0) skills.push('childSeat');
  return skills;
}

/** Bit `1 << k` stands for `SKILLS[k]`. */
export function skillBits(skills: readonly Skill[]): number {
  return skills.reduce((bits, skill) => bits | (1 << SKILLS.indexOf(skill)), 0);
}
