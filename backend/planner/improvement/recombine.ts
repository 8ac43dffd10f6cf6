import type { PartitionAnswer, PartitionSolver } from './partition.ts';
import { Route } from './route.ts';
import type { TourPool } from './tourPool.ts';
import type { TourPricing } from './tourPricing.ts';
import type { Tours } from './tours.ts';

/** How often more tours are looked for. */
const ROUNDS = 8;
/** How many tours are varied in each of these rounds, and in those that follow while whole answers are sought. */
const TRIES = 600;
const TRIES_LATER = 150;
/** Up to which share of the gap between relaxation and best plan a tour may be too dear and yet be remembered. */
const GAP_SHARE = 0.5;

/**
 * Recombines the pool's tours and others like them into a plan cheaper than the one the tours hold, or hardly dearer:
 * another place to search from. The tours must hold the best plan known.
 * @param prices what serving each request is thought to cost; brought up to date
 * @returns whether there was one, now kept
 */
export function recombine(
  tours: Tours,
  pool: TourPool,
  pricing: TourPricing,
  solver: PartitionSolver,
  prices: Float64Array,
  isOver: () => boolean,
): boolean {
  const { compiled } = tours;
  const fleet = compiled.types.map(() => 0);
  for (const type of compiled.typeOf) fleet[type]!++;
  const { requestCount, penalty, isLocked } = compiled;
  // Who was set down already is in no tour and costs nothing.
  const penalties = penalty.map((cost, r) => (isLocked[r] === 1 && tours.vehicleOf[r]! < 0 ? 0 : cost));
  const bound = tours.cost;
  pool.makeRoom();
  const known = tours.routes.filter(({ size }) => size > 0).map((route) => pool.offer(route, bound));
  let rounds = 0;
  const answer = solver({
    columns: pool.columns(),
    grow: (asked) => {
      const tries = ++rounds > ROUNDS ? TRIES_LATER : TRIES;
      const gap = Math.max(0, bound - relaxedCost(asked, requestCount, fleet));
      const found = pricing.search(pool, asked, tries, gap * GAP_SHARE);
      return found === 0 || rounds === ROUNDS ? undefined : pool.columns();
    },
    requestCount,
    fleet,
    penalties,
    bound,
    known,
    isOver,
    hints: prices,
  });
  if (!answer) return false;
  prices.set(answer.prices.subarray(0, requestCount));
  if (answer.chosen.length === 0) return false;
  if (!layAll(tours, pool, answer)) {
    tours.drop();
    return false;
  }
  tours.keep();
  return true;
}

/** Each tour's cost shared out evenly among its requests: a guess at the prices. */
export function shareCosts(tours: Tours, prices: Float64Array): void {
  for (const route of tours.routes) {
    for (let k = 1; k <= route.size; k++) prices[route.node[k]! >> 1] = (route.cost * 2) / route.size;
  }
}

/** What the relaxation costs, by its prices (duality). */
function relaxedCost(prices: Float64Array, requestCount: number, fleet: readonly number[]): number {
  const served = prices.subarray(0, requestCount).reduce((sum, price) => sum + price, 0);
  return fleet.reduce((sum, vehicles, t) => sum + vehicles * prices[requestCount + t]!, served);
}

/**
 * Makes the chosen tours the plan, everybody in one of them. Without a rider whose stop others join, a tour may take too
 * long: where nobody else can do without him he stays, and a tour that cannot be driven without its doubles is given up.
 * @returns false when that would leave somebody out who is aboard already
 */
function layAll(tours: Tours, pool: TourPool, { chosen }: PartitionAnswer): boolean {
  const { compiled } = tours;
  const wasCarried = tours.vehicleOf.map((vehicle) => (vehicle < 0 ? 0 : 1));
  tours.clearAbsent();
  for (let v = 0; v < compiled.vehicleCount; v++) tours.lay(v, [], 0, 0);
  const isTaken = new Uint8Array(compiled.vehicleCount);
  for (const column of chosen) {
    let vehicle = 0;
    while (vehicle < compiled.vehicleCount && !isFree(vehicle, column)) vehicle++;
    if (vehicle === compiled.vehicleCount) return false;
    isTaken[vehicle] = 1;
    const nodes = pool.nodesOf(column);
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

  function isFree(vehicle: number, column: number): boolean {
    return isTaken[vehicle] === 0 && compiled.typeOf[vehicle] === pool.typeOf(column);
  }
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
  const rest = new Route(route.size);
  rest.vehicle = route.vehicle;
  for (let k = 1; k <= route.size; k++) {
    if (route.node[k]! >> 1 !== request) rest.node[++rest.size] = route.node[k]!;
  }
  return tours.timing.refresh(rest) ? rest : undefined;
}
