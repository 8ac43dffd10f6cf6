import type { PartitionAnswer, PartitionSolver } from './partition.ts';
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

function layAll(tours: Tours, pool: TourPool, { chosen }: PartitionAnswer): boolean {
  const { compiled } = tours;
  tours.clearAbsent();
  for (let v = 0; v < compiled.vehicleCount; v++) tours.lay(v, [], 0, 0);
  const wasCarried = tours.vehicleOf.map((vehicle) => (vehicle < 0 ? 0 : 1));
  const holders: number[][] = Array.from({ length: compiled.requestCount }, () => []);
  const isTaken = new Uint8Array(compiled.vehicleCount);
  let isDrivable = true;
  for (const column of chosen) {
    let vehicle = 0;
    while (vehicle < compiled.vehicleCount && !isFree(vehicle, column)) vehicle++;
    if (vehicle === compiled.vehicleCount) return false;
    isTaken[vehicle] = 1;
    const nodes = pool.nodesOf(column);
    isDrivable = tours.lay(vehicle, nodes, 0, nodes.length) && isDrivable;
    for (const node of nodes) if ((node & 1) === 1) holders[node >> 1]!.push(vehicle);
  }
  holders.forEach((vehicles, r) => {
    if (vehicles.length > 1) isDrivable = takeOutDoubles(tours, r, vehicles) && isDrivable;
    if (vehicles.length > 0) return;
    if (compiled.isLocked[r] === 0) tours.leaveOut(r);
    else if (wasCarried[r] === 1) isDrivable = false;
  });
  return isDrivable && !tours.isBroken;

  function isFree(vehicle: number, column: number): boolean {
    return isTaken[vehicle] === 0 && compiled.typeOf[vehicle] === pool.typeOf(column);
  }
}

/** Leaves a request in the one tour out of which taking it would save least. */
function takeOutDoubles(tours: Tours, request: number, vehicles: readonly number[]): boolean {
  const orders = vehicles.map((vehicle) => {
    const route = tours.routes[vehicle]!;
    return [...route.node.subarray(1, route.size + 1)];
  });
  let isDrivable = true;
  const saved = vehicles.map((vehicle, i) => {
    const before = tours.cost;
    const rest = orders[i]!.filter((node) => node >> 1 !== request);
    isDrivable = tours.lay(vehicle, rest, 0, rest.length) && isDrivable;
    return before - tours.cost;
  });
  const keeper = saved.indexOf(Math.min(...saved));
  return tours.lay(vehicles[keeper]!, orders[keeper]!, 0, orders[keeper]!.length) && isDrivable;
}
