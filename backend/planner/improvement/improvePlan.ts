import type { Plan, Schedule, Tour } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import { evaluateCost, evaluateTour, isSchedule } from '../schedule/evaluateTour.ts';
import { type PreparedProblem, prepareProblem } from '../schedule/preparedProblem.ts';
import { Annealing } from './anneal.ts';
import { compile, MUST_SERVE } from './compile.ts';
import { type FixedParts, readFixedParts } from './fixedParts.ts';
import type { PartitionSolver } from './partition.ts';
import type { SearchSettings } from './settings.ts';
import { createTourJudge } from './tourJudge.ts';

/** How long and how to improve. At least one of `iterations` and `shouldStop` must end the search. */
export interface ImproveOptions {
  readonly seed: number;
  /** Steps of the search. The same seed and steps give the same plan, unless something stops it before. */
  readonly iterations?: number;
  /** Asked every few steps; true ends the search. */
  readonly shouldStop?: () => boolean;
  /** How much of the time is spent, 0 … 1: the search cools by it. Absent: by steps done of `iterations`. */
  readonly spent?: () => number;
  readonly onProgress?: (progress: ImproveProgress) => void;
  /** Recombines good tours; absent: the search does without. */
  readonly partition?: PartitionSolver;
  readonly settings?: Partial<SearchSettings>;
}

export interface ImproveProgress {
  readonly steps: number;
  /** Cost of the best plan so far, penalties included; must-serve requests left out count 1e9 each. */
  readonly cost: number;
}

/** Steps between two looks at the clock. */
const STEPS_PER_LOOK = 16;
/** From which share of the budget on tours are recombined, until which, and how much of it lies between, at the least. */
const RECOMBINE_FROM = 0.5;
const RECOMBINE_UNTIL = 0.92;
const RECOMBINE_EVERY = 0.06;
/** How much longer to search than the last recombination took. */
const SEARCH_PER_RECOMBINATION = 4;
/** From more requests than this on, a linear program takes longer than the search needs to find the same. */
const MOST_TO_RECOMBINE = 400;
/** From which share of the time on the pace so far tells how many steps there will be, and the guess per request before. */
const SHARE_TO_JUDGE_BY = 0.02;
const GUESSED_STEPS = 50;
/** Steps of a search for which neither steps nor share of time were given. */
const OPEN_ENDED_STEPS = 1_000_000;

/**
 * Looks for a cheaper plan: same problem, same fixed visits, every rule kept, nobody lost who was served. The plan given
 * is never made worse; where nothing better is found it is returned as it is. Schedules that break a rule as given are
 * left alone.
 * @throws PlanProblemError when the problem itself is broken
 */
export function improvePlan(problem: PlanProblem, plan: Plan, options: ImproveOptions): Plan {
  const prepared = prepareProblem(problem);
  const closed = plan.schedules.map((schedule) => !isSchedule(evaluateTour(prepared, schedule)));
  const parts = readFixedParts(problem, plan, (vehicle) => closed[vehicle]!);
  const compiled = compile(problem, parts.prefixes);
  const judge = needsJudge(problem) ? createTourJudge(prepared, parts.fixed) : undefined;
  const search = new Annealing(compiled, options.seed, judge, options.settings);
  parts.open.forEach((nodes, vehicle) => {
    if (!closed[vehicle] && !search.tours.lay(vehicle, nodes, 0, nodes.length)) closed[vehicle] = true;
  });
  if (parts.prefixes.some((prefix, vehicle) => closed[vehicle] && !prefix?.isClosed)) return plan;
  search.tours.settleAbsent();
  run(search, options);
  return betterOf(prepared, plan, rebuild(prepared, plan, parts, search.best.orders(), closed));
}

/** Is there anything that the search's own arithmetic leaves out? */
function needsJudge(problem: PlanProblem): boolean {
  const { weights, travel, vehicles } = problem;
  if (weights.excessRideHour !== 0 || weights.waitHour !== 0 || travel.layers.length > 1) return true;
  return vehicles.some((vehicle) => vehicle.breaks.length > 0 || vehicle.drivingLimit !== undefined);
}

function run(search: Annealing, options: ImproveOptions): void {
  const { iterations = Number.POSITIVE_INFINITY, shouldStop, spent, onProgress, partition } = options;
  const horizon = Number.isFinite(iterations) ? iterations : OPEN_ENDED_STEPS;
  const canRecombine = search.tours.compiled.requestCount <= MOST_TO_RECOMBINE;
  let next = partition && canRecombine ? RECOMBINE_FROM : Number.POSITIVE_INFINITY;
  search.start();
  let reported = Number.POSITIVE_INFINITY;
  let share = 0;
  let total = horizon;
  for (let steps = 0; steps < iterations; steps++) {
    if (steps % STEPS_PER_LOOK === 0) {
      if (shouldStop?.()) break;
      share = Math.min(1, spent ? spent() : steps / horizon);
      if (spent)
        total =
          share > SHARE_TO_JUDGE_BY ? steps / share : GUESSED_STEPS * search.tours.compiled.requestCount;
      if (search.best.cost < reported) {
        reported = search.best.cost;
        onProgress?.({ steps, cost: reported });
      }
      if (partition && share >= next && share < RECOMBINE_UNTIL) {
        search.recombine(partition);
        const after = spent ? Math.min(1, spent()) : share;
        next = after + Math.max(RECOMBINE_EVERY, SEARCH_PER_RECOMBINATION * (after - share));
      }
    }
    search.step(share, total);
  }
}

/** The orders found as a plan; undefined when the exact timing refuses one of them. */
function rebuild(
  prepared: PreparedProblem,
  plan: Plan,
  parts: FixedParts,
  orders: readonly (readonly number[])[],
  closed: readonly boolean[],
): Plan | undefined {
  const schedules: Schedule[] = [];
  for (const [vehicle, old] of plan.schedules.entries()) {
    const order = orders[vehicle]!;
    const isSame =
      order.length === parts.open[vehicle]!.length &&
      order.every((node, i) => node === parts.open[vehicle]![i]);
    if (closed[vehicle] || isSame) {
      schedules.push(old);
      continue;
    }
    const tour: Tour = {
      vehicle,
      visits: [...parts.fixed[vehicle]!.visits, ...order],
      fixedCount: old.fixedCount,
      fixedStarts: old.fixedStarts,
      ...(old.earliestDeparture === undefined ? {} : { earliestDeparture: old.earliestDeparture }),
    };
    const schedule = evaluateTour(prepared, tour);
    if (!isSchedule(schedule)) return undefined;
    schedules.push(schedule);
  }
  const served = new Set(
    schedules.flatMap(({ visits }) => visits.filter((visit) => visit >= 0).map((visit) => visit >> 1)),
  );
  return { schedules, unserved: prepared.requests.map((_, r) => r).filter((r) => !served.has(r)) };
}

function betterOf(prepared: PreparedProblem, old: Plan, found: Plan | undefined): Plan {
  if (!found) return old;
  return planCost(prepared, found) < planCost(prepared, old) - 1e-9 ? found : old;
}

function planCost(prepared: PreparedProblem, plan: Plan): number {
  const driven = plan.schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
  return plan.unserved.reduce((sum, r) => sum + (prepared.requests[r]!.penalty ?? MUST_SERVE), driven);
}
