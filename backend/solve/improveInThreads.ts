import {
  evaluateCost,
  extractPart,
  improvePlan,
  type Plan,
  type PlanProblem,
  prepareProblem,
  putBackPart,
  recombineTours,
  type SearchSpan,
  splitFleet,
} from '../planner/index.ts';
import { createPartitionSolver } from './partitionWithHighs.ts';
import type { SearchErrand } from './searchErrand.ts';
import type { SearchThreads } from './searchThreads.ts';

/** How long to search side by side. Equal seeds, steps and numbers of threads give equal plans. */
export interface ThreadBudget {
  readonly seed: number;
  readonly threads: number;
  /** Steps of each thread. */
  readonly iterations: number | undefined;
  /** Seconds of the clock, and the moment from which they count, milliseconds. */
  readonly seconds: number | undefined;
  readonly begun: number;
}

/** Where the threads meet and exchange what they have found, shares of the budget. */
const MEETINGS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** From more requests than this on, each thread gets a part of the fleet instead of a seed of its own. */
const MOST_FOR_SEEDS = 400;
/** Share of the budget, seconds or steps, for the tours of all threads to be recombined at one meeting. */
const PARTITION_SHARE = 0.03;
/** Who is so much dearer than the best at a meeting goes on from the best. */
const LEFT_BEHIND = 1.005;
const SEED_STEP = 7919;

/**
 * Improves a plan in several threads that meet again and again. Of a problem of moderate size each searches the whole
 * with a seed of its own, and at every meeting the good tours of all are recombined by set partitioning. Of a large one
 * each searches a part of the fleet, split along other borders after every meeting.
 * @param onMeeting told the share of the budget and the cost reached
 * @param onCheaper told the cost of the first plan, and of every cheaper one that a search of the whole finds
 */
export async function improveInThreads(
  problem: PlanProblem,
  plan: Plan,
  budget: ThreadBudget,
  threads: SearchThreads,
  onMeeting: (share: number, cost: number) => void,
  onCheaper: (cost: number) => void = () => {},
): Promise<Plan> {
  const prepared = prepareProblem(problem);
  const drivenCost = ({ schedules }: Plan) =>
    schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
  const priceOf = (of: Plan) =>
    of.unserved.reduce((sum, r) => sum + (problem.requests[r]!.penalty ?? 1e9), drivenCost(of));
  const first = improvePlan(problem, plan, { seed: budget.seed, iterations: 0 });
  const unit = drivenCost(first) / Math.max(1, problem.requests.length - first.unserved.length);
  let least = Number.POSITIVE_INFINITY;
  const watch = (cost: number) => {
    if (cost >= least) return;
    least = cost;
    onCheaper(cost);
  };
  watch(priceOf(first));
  let plans = Array.from({ length: budget.threads }, () => plan);
  for (let m = 1; m < MEETINGS.length && !threads.isCancelled; m++) {
    const span = { from: MEETINGS[m - 1]!, until: MEETINGS[m]!, unit };
    const slice = sliceOf(budget, span);
    if (slice.deadline !== undefined && slice.deadline <= Date.now()) continue;
    const round = { problem, plans, span, slice, budget, number: m, watch };
    // Only a plan can be split, so that the first stretch of an empty one is searched by seeds.
    const isSplit = problem.requests.length > MOST_FOR_SEEDS && m > 1;
    const met = isSplit ? await searchParts(round, threads) : await searchSeeds(round, threads, priceOf);
    plans = met.plans;
    onMeeting(span.until, priceOf(plans[0]!));
    if (met.isProven) break;
  }
  return plans[0]!;
}

interface Round {
  readonly problem: PlanProblem;
  /** The best first. */
  readonly plans: readonly Plan[];
  readonly span: SearchSpan;
  readonly slice: Pick<SearchErrand, 'iterations' | 'deadline' | 'partitionSeconds'>;
  readonly budget: ThreadBudget;
  readonly number: number;
  /** Told what plans of the whole cost that are found on the way. */
  readonly watch: (cost: number) => void;
}

interface Meeting {
  /** What each thread goes on from, the best first. */
  readonly plans: Plan[];
  /** No plan is cheaper than the best. */
  readonly isProven: boolean;
}

/** What of the budget belongs to a stretch; one that comes late has less of the clock. */
function sliceOf(
  { iterations, seconds, begun }: ThreadBudget,
  { from, until }: Round['span'],
): Round['slice'] {
  return {
    ...(iterations !== undefined && {
      iterations: Math.round(iterations * until) - Math.round(iterations * from),
    }),
    ...(seconds !== undefined && {
      deadline: begun + seconds * until * 1000,
      partitionSeconds: seconds * PARTITION_SHARE,
    }),
  };
}

async function searchSeeds(
  { problem, plans, span, slice, budget, number, watch }: Round,
  threads: SearchThreads,
  priceOf: (plan: Plan) => number,
): Promise<Meeting> {
  const results = await threads.run(
    plans.map((plan, t) => ({
      problem,
      plan,
      seed: budget.seed + (number * budget.threads + t) * SEED_STEP,
      span,
      ...slice,
    })),
    ({ cost }) => watch(cost),
  );
  const ranked = results
    .map(({ plan }) => ({ plan, price: priceOf(plan) }))
    .sort((a, b) => a.price - b.price);
  let best = ranked[0]!;
  let isProven = false;
  const tours = results.flatMap((result) => result.tours);
  if (problem.requests.length <= MOST_FOR_SEEDS && tours.length > 0 && !threads.isCancelled) {
    const solver = await createPartitionSolver(slice.partitionSeconds);
    const { iterations, seconds } = budget;
    const mostSteps =
      iterations === undefined || seconds !== undefined ? undefined : iterations * PARTITION_SHARE;
    const found = recombineTours(problem, best.plan, tours, solver, mostSteps);
    best = { plan: found.plan, price: priceOf(found.plan) };
    isProven = found.isProven;
  }
  const goOnFrom = ({ plan, price }: typeof best, t: number) =>
    t === 0 || price > best.price * LEFT_BEHIND ? best.plan : plan;
  return { plans: ranked.map(goOnFrom), isProven };
}

async function searchParts(
  { problem, plans, span, slice, budget, number }: Round,
  threads: SearchThreads,
): Promise<Meeting> {
  const [whole] = plans;
  const seed = budget.seed + number * budget.threads * SEED_STEP;
  const parts = splitFleet(problem, whole!, budget.threads, seed).map((vehicles, t) =>
    extractPart(
      problem,
      vehicles.map((vehicle) => whole!.schedules[vehicle]!),
      t === 0 ? whole!.unserved : [],
    ),
  );
  const results = await threads.run(
    parts.map((part, t) => ({
      problem: part.problem,
      plan: part.plan,
      seed: seed + t * SEED_STEP,
      span,
      ...slice,
    })),
  );
  const joined = results.reduce((plan, { plan: found }, t) => putBackPart(plan, parts[t]!, found), whole!);
  return { plans: plans.map(() => joined), isProven: false };
}
