import { compile } from '../../../../backend/planner/improvement/compile.ts';
import { InsertionSearch } from '../../../../backend/planner/improvement/insertionSearch.ts';
import { findNeighbours, type Neighbours } from '../../../../backend/planner/improvement/neighbours.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import { Recreate } from '../../../../backend/planner/improvement/recreate.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { Tours } from '../../../../backend/planner/improvement/tours.ts';
import { createTown, type TownOptions } from './town.ts';

/** A town whose requests are all served as far as there is room, and what a way to change its tours needs. */
export interface ServedTown {
  readonly tours: Tours;
  readonly timing: Timing;
  readonly search: InsertionSearch;
  readonly neighbours: Neighbours;
  readonly random: SeededRandom;
}

export function servedTown(seed: number, options: TownOptions): ServedTown {
  const compiled = compile(createTown(seed, options));
  const timing = new Timing(compiled);
  const tours = new Tours(compiled, timing);
  const random = new SeededRandom(seed);
  const neighbours = findNeighbours(compiled, 100);
  const search = new InsertionSearch(compiled, timing);
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
