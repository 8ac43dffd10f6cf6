import type { PartitionColumn, PartitionSolver } from './partition.ts';
import { Route } from './route.ts';
import type { TourPool } from './tourPool.ts';
import type { TourPricing } from './tourPricing.ts';
import type { Tours } from './tours.ts';

/** How often more tours are looked for at the most, and over how many rounds the relaxation must fall by which share to go on. */
const ROUNDS = 80;
const SLOW_ROUNDS = 5;
const SLOW = 0.0004;
/** How many tours are varied in each of these rounds, and in those that follow while whole answers are sought. */
const TRIES = 1200;
const TRIES_LATER = 150;
/** Share of the prices before that stays when new ones come in. */
const STEADINESS = 0.5;
/** Up to which share of the gap between relaxation and best plan a tour may be too dear and yet be remembered. */
const GAP_SHARE = 0.5;

/**
 * Asks which of the pool's tours and others like them make a plan cheaper than the one the tours hold, or hardly dearer:
 * another place to search from. The tours must hold the best plan known.
 * @param prices what serving each request, then a vehicle of each type, is thought to be worth; brought up to date
 * @returns plans and parts of plans, the most promising first
 */
export function recombine(
  tours: Tours,
  pool: TourPool,
  pricing: TourPricing,
  solver: PartitionSolver,
  prices: Float64Array,
  spent: () => number,
): PartitionColumn[][] {
  const { compiled } = tours;
  const fleet = compiled.types.map(() => 0);
  for (const type of compiled.typeOf) fleet[type]!++;
  const { requestCount, penalty, isLocked } = compiled;
  // Who was set down already is in no tour and costs nothing.
  const penalties = penalty.map((cost, r) => (isLocked[r] === 1 && tours.vehicleOf[r]! < 0 ? 0 : cost));
  const bound = tours.cost;
  pool.makeRoom(prices);
  const known = tours.routes.filter(({ size }) => size > 0).map((route) => pool.offer(route, bound));
  /** Prices that tours are made by while the relaxation is made to fall. */
  let steady: Float64Array | undefined;
  /** Costs of the relaxation, round by round. */
  const costs: number[] = [];
  const answer = solver({
    columns: pool.columns(),
    grow: (asked, least, isDiving) => {
      const gap = Math.max(0, bound - least);
      if (isDiving) {
        return pricing.search(pool, asked, TRIES_LATER, gap * GAP_SHARE) === 0 ? undefined : pool.columns();
      }
      steady = steady ? towards(steady, asked) : asked.slice();
      const found = pricing.search(pool, steady, TRIES, gap * GAP_SHARE);
      const isSlow = costs.length >= SLOW_ROUNDS && costs.at(-SLOW_ROUNDS)! - least < bound * SLOW;
      return found > 0 && !isSlow && costs.push(least) < ROUNDS ? pool.columns() : undefined;
    },
    requestCount,
    fleet,
    penalties,
    bound,
    known,
    spent,
    hints: prices,
  });
  if (!answer) return [];
  prices.set(answer.prices);
  return answer.choices.map((choice) => choice.map((column) => pool.columnOf(column)));
}

/**
 * Prices between those before and the new ones: the relaxation's own swing far to and fro from round to round, and tours
 * made by them are of use in that one only (smoothing, Wentges 1997; Pessoa, Sadykov, Uchoa & Vanderbeck 2018).
 */
function towards(before: Float64Array, asked: Float64Array): Float64Array {
  return asked.map((price, r) => STEADINESS * before[r]! + (1 - STEADINESS) * price);
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
  const rest = new Route(route.size);
  rest.vehicle = route.vehicle;
  for (let k = 1; k <= route.size; k++) {
    if (route.node[k]! >> 1 !== request) rest.node[++rest.size] = route.node[k]!;
  }
  return tours.timing.refresh(rest) ? rest : undefined;
}
