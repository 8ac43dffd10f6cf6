import type { ExactPricing } from './exactPricing.ts';
import { listTours, type VaryingWork, varyTours } from './moreTours.ts';
import type { PartitionColumn, PartitionSolver } from './partition.ts';
import { Route } from './route.ts';
import type { TourPool } from './tourPool.ts';
import type { TourPricing } from './tourPricing.ts';
import type { Tours } from './tours.ts';

/** Ways to make tours by prices: by varying good ones, and where it applies by listing all. */
export interface Pricings {
  readonly pricing: TourPricing;
  readonly exact: ExactPricing | undefined;
}

/** How long a recombination may take. */
export interface RecombineBudget {
  /** How much of its time is spent: at 1 it is up. */
  readonly spent: () => number;
  /** As much work as so many steps of the search, where steps are counted and not time. */
  readonly mostSteps?: number;
}

/** What recombination brought. */
export interface Recombined {
  /** Plans and parts of plans, the most promising first. */
  readonly choices: PartitionColumn[][];
  /** Where it is certain that no plan costs less than this: its cost. */
  readonly proven?: number;
}

/**
 * Asks which of the pool's tours and others like them make a plan cheaper than the one the tours hold, or hardly dearer:
 * another place to search from. The tours must hold the best plan known.
 * @param prices what serving each request, then a vehicle of each type, is thought to be worth; brought up to date
 */
export function recombine(
  tours: Tours,
  pool: TourPool,
  { pricing, exact }: Pricings,
  solver: PartitionSolver,
  prices: Float64Array,
  { spent, mostSteps = Number.POSITIVE_INFINITY }: RecombineBudget,
): Recombined {
  const { compiled } = tours;
  const fleet = compiled.types.map(() => 0);
  for (const type of compiled.typeOf) fleet[type]!++;
  const { requestCount, penalty, isLocked } = compiled;
  // Who was set down already is in no tour and costs nothing.
  const penalties = penalty.map((cost, r) => (isLocked[r] === 1 && tours.vehicleOf[r]! < 0 ? 0 : cost));
  const bound = tours.cost;
  pool.makeRoom(prices);
  const work: VaryingWork = { steps: 0, mostSteps };
  const known = tours.routes.filter(({ size }) => size > 0).map((route) => pool.offer(route, bound));
  const answer = solver({
    columns: pool.columns(),
    ...(exact ? listTours(pool, exact) : varyTours(pool, pricing, bound, work)),
    requestCount,
    fleet,
    penalties,
    bound,
    known,
    spent: () => Math.max(spent(), work.steps / mostSteps),
    hints: prices,
  });
  if (!answer) return { choices: [] };
  prices.set(answer.prices);
  const choices = answer.choices.map((choice) => choice.map((column) => pool.columnOf(column)));
  if (!answer.isProven) return { choices };
  return { choices, proven: choices[0] ? costOf(choices[0], penalties) : bound };
}

/** Cost of these tours and of leaving out whoever is in none. */
function costOf(chosen: readonly PartitionColumn[], penalties: Float64Array): number {
  const carried = new Set(chosen.flatMap(({ nodes }) => [...nodes].map((node) => node >> 1)));
  const left = penalties.reduce((sum, penalty, r) => sum + (carried.has(r) ? 0 : penalty), 0);
  return chosen.reduce((sum, { cost }) => sum + cost, left);
}

/** Each tour's cost shared out evenly among its requests: a guess at the prices. */
export function shareCosts(tours: Tours, prices: Float64Array): void {
  for (const route of tours.routes) {
    for (let k = 1; k <= route.size; k++) prices[route.node[k]! >> 1] = (route.cost * 2) / route.size;
  }
}

/**
 * Makes the chosen tours the plan, everybody in one of them, as a change under way. Without a rider whose stop others join,
 * a tour may take too long: where nobody else can do without him he stays, and a tour that cannot be driven without its
 * doubles is given up.
 * @returns false when that would leave somebody out who is aboard already; the tours are as they were
 */
export function layChosen(tours: Tours, chosen: readonly PartitionColumn[]): boolean {
  const isLaid = layAll(tours, chosen);
  if (!isLaid) tours.drop();
  return isLaid;
}

function layAll(tours: Tours, chosen: readonly PartitionColumn[]): boolean {
  const { compiled } = tours;
  const wasCarried = tours.vehicleOf.map((vehicle) => (vehicle < 0 ? 0 : 1));
  tours.clearAbsent();
  for (let v = 0; v < compiled.vehicleCount; v++) tours.lay(v, [], 0, 0);
  const isTaken = new Uint8Array(compiled.vehicleCount);
  for (const { type, nodes } of chosen) {
    const vehicle = compiled.typeOf.findIndex((other, v) => other === type && isTaken[v] === 0);
    if (vehicle < 0) return false;
    isTaken[vehicle] = 1;
    tours.lay(vehicle, nodes, 0, nodes.length);
  }
  for (let r = 0; r < compiled.requestCount; r++) takeOutDoubles(tours, r);
  const isCarried = new Uint8Array(compiled.requestCount);
  for (const { node, size } of tours.routes) for (let k = 1; k <= size; k++) isCarried[node[k]! >> 1] = 1;
  for (let r = 0; r < compiled.requestCount; r++) {
    if (isCarried[r] === 1) continue;
    if (compiled.isLocked[r] === 0) tours.leaveOut(r);
    else if (wasCarried[r] === 1) return false;
  }
  return !tours.isBroken;
}

/** Leaves a request in one tour: one that cannot be driven without it, else the one where taking it out would save least. */
function takeOutDoubles(tours: Tours, request: number): void {
  const holders = tours.routes.filter((route) => holds(route, request));
  if (holders.length < 2) return;
  const rests = holders.map((route) => without(tours, route, request));
  const saved = rests.map((rest, i) => (rest ? holders[i]!.cost - rest.cost : Number.NEGATIVE_INFINITY));
  const keeper = saved.indexOf(Math.min(...saved));
  rests.forEach((rest, i) => {
    if (i !== keeper) tours.lay(holders[i]!.vehicle, rest?.node.subarray(1) ?? [], 0, rest?.size ?? 0);
  });
  tours.vehicleOf[request] = holders[keeper]!.vehicle;
}

function holds({ node, size }: Route, request: number): boolean {
  for (let k = 1; k <= size; k++) if (node[k]! >> 1 === request) return true;
  return false;
}

/** The tour without a request; undefined when that cannot be driven. */
function without(tours: Tours, route: Route, request: number): Route | undefined {
  const rest = new Route(route.size, tours.compiled.isWhole);
  rest.vehicle = route.vehicle;
  for (let k = 1; k <= route.size; k++) {
    if (route.node[k]! >> 1 !== request) rest.node[++rest.size] = route.node[k]!;
  }
  return tours.timing.refresh(rest) ? rest : undefined;
}
