import { compile } from '../../../../backend/planner/improvement/compile.ts';
import { InsertionSearch } from '../../../../backend/planner/improvement/insertionSearch.ts';
import { findNeighbours, type Neighbours } from '../../../../backend/planner/improvement/neighbours.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import { Recreate } from '../../../../backend/planner/improvement/recreate.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { createTourJudge } from '../../../../backend/planner/improvement/tourJudge.ts';
import { Tours } from '../../../../backend/planner/improvement/tours.ts';
import { prepareProblem } from '../../../../backend/planner/index.ts';
import { createTown, type TownOptions } from './town.ts';

/** A town whose requests are all served as far as there is room, and what a way to change its tours needs. */
export interface ServedTown {
  readonly tours: Tours;
  readonly timing: Timing;
  readonly search: InsertionSearch;
  readonly neighbours: Neighbours;
  readonly random: SeededRandom;
}

/** @param excessRideHour what an hour of anybody's riding beyond the direct way costs; above 0, a judge has the last word */
export function servedTown(seed: number, options: TownOptions, excessRideHour = 0): ServedTown {
  const town = createTown(seed, options);
  const problem = { ...town, weights: { ...town.weights, excessRideHour } };
  const compiled = compile(problem);
  const unfixed = problem.vehicles.map(() => ({ visits: [], starts: [], earliestDeparture: 0 }));
  const judge = excessRideHour > 0 ? createTourJudge(prepareProblem(problem), unfixed) : undefined;
  const timing = new Timing(compiled, judge);
  const tours = new Tours(compiled, timing);
  const random = new SeededRandom(seed);
  const neighbours = findNeighbours(compiled, 100);
  const search = new InsertionSearch(compiled, judge);
  const everybody = tours.absent.slice(0, tours.absentCount);
  tours.clearAbsent();
  new Recreate(tours, search, neighbours, random).greedily(everybody, everybody.length, 0, false);
  tours.keep();
  return { tours, timing, search, neighbours, random };
}

/** All visits of all tours, in the order of their numbers. */
export function listCarried(tours: Tours): number[] {
  return tours.routes.flatMap(({ node, size }) => [...node.subarray(1, size + 1)]).sort((a, b) => a - b);
}
