import { findInsertions, type Insertion, prepareSchedules } from '../../backend/planner/index.ts';
import { type BruteInsertion, listInsertionsByBruteForce } from './bruteInsertion.ts';
import { createSmallDay, type SmallDayRules } from './smallProblem.ts';

/**
 * In how many places the best `limit` insertions found differ from all that brute force lists: another number, another
 * cost, or a pair of positions that has not this cost. (Among equal costs rounding may decide the order.)
 */
export function countDifferences(
  found: readonly Insertion[],
  all: readonly BruteInsertion[],
  limit: number,
): number {
  const expected = all.slice(0, limit);
  let differences = Math.abs(found.length - expected.length);
  for (let k = 0; k < Math.min(found.length, expected.length); k++) {
    const { cost } = expected[k]!;
    if (!isClose(found[k]!.cost, cost) || !isAmongEquals(found[k]!, all, cost)) differences++;
  }
  return differences;
}

/** Differences of a made-up small day; the seed also says how many insertions are asked for. */
export function countSeedDifferences(seed: number, rules: SmallDayRules = {}): number {
  const { prepared, schedules, probe } = createSmallDay(seed, rules);
  const limit = [1, 3, 1000][seed % 3]!;
  const all = listInsertionsByBruteForce(prepared, schedules, probe);
  const day = prepareSchedules(prepared, schedules);
  return countDifferences(findInsertions(day, probe, { limit, explain: false }).insertions, all, limit);
}

function isAmongEquals(found: Insertion, expected: readonly BruteInsertion[], cost: number): boolean {
  return expected.some(
    (other) =>
      isClose(other.cost, cost) &&
      other.vehicle === found.vehicle &&
      other.pickupPosition === found.pickupPosition &&
      other.dropoffPosition === found.dropoffPosition,
  );
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 + 1e-9 * Math.abs(b);
}
