import { fitsCapacity } from '../schedule/capacityRules.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import type { CoreTour } from '../schedule/tourTimes.ts';
import type { PreparedDay } from './preparedDay.ts';
import type { RankedPairs } from './rankedPairs.ts';

/** Does the vehicle have the skills and a provider that request r needs? */
export function mayCarry(prepared: PreparedProblem, vehicle: number, r: number): boolean {
  const { skills, operator } = prepared.vehicles[vehicle]!;
  const { neededSkills, allowedOperators } = prepared.requests[r]!;
  return (neededSkills & ~skills) === 0 && (allowedOperators & operator) !== 0;
}

/** Tries request r at every pair of positions of one vehicle and ranks those that keep all rules. */
export function searchVehicle(day: PreparedDay, vehicle: number, r: number, ranked: RankedPairs): void {
  const { prepared } = day;
  const present = day.vehicles[vehicle]!;
  if (present.cost === Number.POSITIVE_INFINITY || !mayCarry(prepared, vehicle, r)) return;
  const { core } = present;
  for (let pickup = core.fixedCount; pickup <= core.length; pickup++) {
    for (let dropoff = pickup; dropoff <= core.length; dropoff++) {
      if (!canRideTo(day, vehicle, r, pickup, dropoff)) break;
      const cost = day.timer.evaluateCost(withRequest(core, r, pickup, dropoff)) - present.cost;
      if (cost < Number.POSITIVE_INFINITY) ranked.add({ vehicle, pickup, dropoff, cost });
    }
  }
}

/** Given that the ride fits up to visit `dropoff − 1`: do places and company allow it to sit through to `dropoff`? */
function canRideTo(day: PreparedDay, vehicle: number, r: number, pickup: number, dropoff: number): boolean {
  const { prepared } = day;
  const { kinds } = prepared;
  const { core, loadBefore } = day.vehicles[vehicle]!;
  const load = new Int32Array(kinds);
  for (let k = 0; k < kinds; k++) load[k] = loadBefore[dropoff * kinds + k]! + prepared.load[r * kinds + k]!;
  if (!fitsCapacity(prepared.capacity[vehicle]!, load, 0)) return false;
  const apart = prepared.apart[r]!;
  if (apart.length === 0) return true;
  if (dropoff === pickup) return !apart.some((other) => isAboardBefore(core, other, pickup));
  const before = core.visits[dropoff - 1]!;
  return before < 0 || (before & 1) === 1 || !apart.includes(before >> 1);
}

function isAboardBefore(core: CoreTour, r: number, position: number): boolean {
  const pickup = core.visits.indexOf(r * 2);
  const dropoff = core.visits.indexOf(r * 2 + 1);
  return pickup >= 0 && pickup < position && dropoff >= position;
}

/** The core tour with the request's visits put in; a new value. */
export function withRequest(core: CoreTour, r: number, pickup: number, dropoff: number): CoreTour {
  const visits = new Int32Array(core.length + 2);
  visits.set(core.visits.subarray(0, pickup));
  visits[pickup] = r * 2;
  visits.set(core.visits.subarray(pickup, dropoff), pickup + 1);
  visits[dropoff + 1] = r * 2 + 1;
  visits.set(core.visits.subarray(dropoff, core.length), dropoff + 2);
  return { ...core, visits, length: core.length + 2 };
}
