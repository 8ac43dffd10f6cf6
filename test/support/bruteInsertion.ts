import {
  evaluateCost,
  evaluateTour,
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
  for (const schedule of schedules) {
    const present = evaluateTour(prepared, schedule);
    if (!isSchedule(present)) continue;
    const before = evaluateCost(prepared, present);
    const open = schedule.visits
      .map((visit, position) => ({ visit, position }))
      .filter(({ visit, position }) => visit >= 0 || position < schedule.fixedCount);
    const positions = [...open.map(({ position }) => position), schedule.visits.length];
    for (let i = schedule.fixedCount; i < positions.length; i++) {
      for (let j = i; j < positions.length; j++) {
        const core = open.map(({ visit }) => visit);
        const visits = [...core.slice(0, i), r * 2, ...core.slice(i, j), r * 2 + 1, ...core.slice(j)];
        const changed = evaluateTour(prepared, { ...schedule, visits });
        if (!isSchedule(changed)) continue;
        found.push({
          vehicle: schedule.vehicle,
          pickupPosition: positions[i]!,
          dropoffPosition: positions[j]!,
          cost: evaluateCost(prepared, changed) - before,
        });
      }
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
