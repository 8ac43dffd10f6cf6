import { describe, expect, it } from 'vitest';
import { prepareSchedules } from '../../../../backend/planner/index.ts';
import { boundPair } from '../../../../backend/planner/insertion/boundPair.ts';
import { estimateVehicles, findLeastBound } from '../../../../backend/planner/insertion/estimateVehicles.ts';
import { gatherRequest } from '../../../../backend/planner/insertion/triedRequest.ts';
import { dropFirst, isMarked, LOOSE, WILD } from '../../../../backend/planner/insertion/vehicleEstimates.ts';
import { listInsertionsByBruteForce } from '../../../support/bruteInsertion.ts';
import { createSmallDay, type SmallDayRules } from '../../../support/smallProblem.ts';

/** Bounds and costs are added up in different orders; see `RankedPairs`. */
const roundedUp = (cost: number) => cost + 1e-6 + 1e-9 * Math.abs(cost);

/** Bounds above the cost of an insertion that exists, in words; and how many insertions there were. */
function findBroken(
  seed: number,
  rules: SmallDayRules,
): { readonly broken: string[]; readonly compared: number } {
  const { prepared, schedules, probe } = createSmallDay(seed, rules);
  const all = listInsertionsByBruteForce(prepared, schedules, probe);
  const day = prepareSchedules(prepared, schedules);
  const tried = gatherRequest(day, probe);
  const { estimates } = day;
  estimateVehicles(day, tried, undefined);
  const first = new Map<number, number>();
  for (let i = 0; i < estimates.count; i++) first.set(estimates.vehicle[i]!, estimates.bound[i]!);
  const last = new Map<number, number>();
  for (let i = findLeastBound(day, tried); i >= 0; i = findLeastBound(day, tried)) {
    last.set(estimates.vehicle[i]!, estimates.bound[i]!);
    dropFirst(estimates);
  }
  const broken: string[] = [];
  for (const { vehicle, pickupPosition, dropoffPosition, cost } of all) {
    const present = day.vehicles[vehicle]!;
    const i = present.positions.indexOf(pickupPosition);
    const j = present.positions.indexOf(dropoffPosition);
    const bounds = {
      first: first.get(vehicle) ?? Number.POSITIVE_INFINITY,
      last: last.get(vehicle) ?? Number.POSITIVE_INFINITY,
      pair: isMarked(estimates, vehicle, WILD)
        ? Number.NEGATIVE_INFINITY
        : boundPair(tried, present, isMarked(estimates, vehicle, LOOSE), i, j),
    };
    for (const [name, bound] of Object.entries(bounds)) {
      if (bound > roundedUp(cost))
        broken.push(`seed ${seed}: ${name} ${vehicle} ${i} ${j}: ${bound} > ${cost}`);
    }
  }
  return { broken, compared: all.length };
}

describe('bounds of vehicles and pairs of slots', () => {
  it.each<[string, number, number, SmallDayRules]>([
    ['every rule now and then', 500_000, 1500, {}],
    ['a vehicle held back, and the leg behind it shorter by a detour', 321_216, 1, {}],
    ['breaks on every shift', 510_000, 500, { breaks: true }],
    ['driving limits on every shift', 520_000, 300, { drivingLimit: true }],
    ['roads that change during the day', 530_000, 300, { layers: true }],
    ['travel times that are no whole numbers', 540_000, 300, { doubles: true }],
  ])(
    '%s: no bound is above the cost of any insertion that exists',
    { timeout: 600_000 },
    (_, from, count, rules) => {
      const found = Array.from({ length: count }, (_, k) => findBroken(from + k, rules));
      expect(found.flatMap(({ broken }) => broken)).toEqual([]);
      // A test of nothing would pass as well.
      expect(found.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(count);
    },
  );
});
