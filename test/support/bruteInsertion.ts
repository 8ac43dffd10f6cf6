import {
  evaluateCost,
  evaluateTours,
  type Insertion,
  isSchedule,
  type PreparedProblem,
  type Schedule,
} from '../../backend/planner/index.ts';

/** Where and at what cost, as brute force sees it. */
export type BruteInsertion = Pick<Insertion, 'vehicle' | 'pickupPosition' | 'dropoffPosition' | 'cost'>;

/** Every feasible insertion of request r, found by evaluating every pair of positions of every vehicle; best first. */
export function listInsertionsByBruteForce(
  prepared: PreparedProblem,
  schedules: readonly Schedule[],
  r: number,
): BruteInsertion[] {
  const found: BruteInsertion[] = [];
  const presents = evaluateTours(prepared, schedules).evaluations;
  for (const [s, schedule] of schedules.entries()) {
    const present = presents[s]!;
    if (!isSchedule(present)) continue;
    const before = evaluateCost(prepared, present);
    const open = schedule.visits
      .map((visit, position) => ({ visit, position }))
      .filter(({ visit, position }) => visit >= 0 || position < schedule.fixedCount);
    const positions = [...open.map(({ position }) => position), schedule.visits.length];
    const core = open.map(({ visit }) => visit);
    const pairs: [number, number][] = [];
    for (let i = schedule.fixedCount; i < positions.length; i++) {
      for (let j = i; j < positions.length; j++) pairs.push([i, j]);
    }
    const tours = pairs.map(([i, j]) => ({
      ...schedule,
      visits: [...core.slice(0, i), r * 2, ...core.slice(i, j), r * 2 + 1, ...core.slice(j)],
    }));
    for (const [k, changed] of evaluateTours(prepared, tours).evaluations.entries()) {
      if (!isSchedule(changed)) continue;
      found.push({
        vehicle: schedule.vehicle,
        pickupPosition: positions[pairs[k]![0]]!,
        dropoffPosition: positions[pairs[k]![1]]!,
        cost: evaluateCost(prepared, changed) - before,
      });
    }
  }
  return found.sort(
    (a, b) =>
      a.cost - b.cost ||
      a.vehicle - b.vehicle ||
      a.pickupPosition - b.pickupPosition ||
      a.dropoffPosition - b.dropoffPosition,
  );
}
