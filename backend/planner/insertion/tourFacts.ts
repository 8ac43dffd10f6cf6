import { UNREACHABLE } from '../model/travelTimes.ts';
import { mayLeaveFrom } from '../model/vehicle.ts';
import type { CoreTour } from '../schedule/coreTour.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { fixedDeparture } from '../schedule/tourTimes.ts';

/** Set of layers that holds all of them. */
const ALL_LAYERS = -1;

/**
 * What is true of a tour without its breaks, and stays true of it with breaks placed and with an insertion that makes
 * no leg shorter. Nodes: 0 the departure, k visit k − 1 of the core tour, n + 1 the end. Slot i is the place between
 * node i and node i + 1; only slots from `fixedCount` on are open.
 */
export interface TourFacts {
  /** Number of nodes, n + 2. */
  readonly size: number;
  /** `[node]`: location, −1 where start or end is open. */
  readonly place: Int32Array;
  /** `[node]`: dwell, without breaks. */
  readonly dwell: Float64Array;
  /** `[node]`: window, narrowed by what ride times imply. */
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** `[slot]`: no vehicle leaves node i sooner. Looks at the visits up to node i only. */
  readonly ready: Float64Array;
  /** `[slot]`: no visit behind the slot starts later than the least of their windows. */
  readonly hiAhead: Float64Array;
  /** `[slot]`: least travel of any layer that could be in force. */
  readonly legSeconds: Float64Array;
  readonly legMetres: Float64Array;
  /** `[slot]`: set of those layers, bit l for layer l. */
  readonly legLayers: Int32Array;
  /** `[node]`: seconds from departure to the start at the node when nobody waits. */
  readonly chain: Float64Array;
  /** `[slot]`: the latest departure that keeps the windows up to node i. */
  readonly departBy: Float64Array;
  /** `[slot]`: the earliest finish less `chain[end]` that the windows behind the slot allow. */
  readonly finishFrom: Float64Array;
  /** `[slot]`: how much longer the leg may get before a rider aboard rides too long; no limit with several layers. */
  readonly rideRoom: Float64Array;
  /** `[slot]`: parties aboard. */
  readonly company: Int32Array;
  /** Sums over the riders: least ride without waits less direct seconds; least wait for the pickup. */
  readonly leastExcess: number;
  readonly leastWait: number;
}

/** Reads the facts off a core tour. */
export function readTourFacts(prepared: PreparedProblem, tour: CoreTour): TourFacts {
  const size = tour.length + 2;
  const facts = {
    size,
    place: new Int32Array(size),
    dwell: new Float64Array(size),
    lo: new Float64Array(size),
    hi: new Float64Array(size),
    ready: new Float64Array(size),
    hiAhead: new Float64Array(size),
    legSeconds: new Float64Array(size),
    legMetres: new Float64Array(size),
    legLayers: new Int32Array(size).fill(ALL_LAYERS),
    chain: new Float64Array(size),
    departBy: new Float64Array(size),
    finishFrom: new Float64Array(size),
    rideRoom: new Float64Array(size),
    company: new Int32Array(size),
    leastExcess: 0,
    leastWait: 0,
  };
  layOut(prepared, tour, facts);
  narrowByRides(prepared, tour, facts);
  lookAhead(prepared, tour, facts);
  goForward(prepared, tour, facts);
  lookBack(facts);
  return measureRides(prepared, tour, facts);
}

function layOut(prepared: PreparedProblem, tour: CoreTour, facts: TourFacts): void {
  const vehicle = prepared.vehicles[tour.vehicle]!;
  const { place, dwell, lo, hi, size } = facts;
  place[0] = vehicle.startLocation ?? -1;
  place[size - 1] = vehicle.endLocation ?? -1;
  lo[0] =
    tour.fixedCount === 0 ? Math.max(mayLeaveFrom(vehicle), tour.earliestDeparture) : vehicle.window.earliest;
  hi[0] = vehicle.window.latest;
  lo[size - 1] = Number.NEGATIVE_INFINITY;
  hi[size - 1] = vehicle.window.latest;
  for (let i = 0; i < tour.length; i++) {
    const node = i + 1;
    const visit = tour.visits[i]!;
    if (visit < 0) {
      place[node] = place[i]!;
      dwell[node] = vehicle.breaks[-1 - visit]!.seconds;
    } else {
      place[node] = prepared.location[visit]!;
      const joins = i > 0 && tour.visits[i - 1]! >= 0 && place[i] === place[node];
      dwell[node] = joins ? prepared.joinDwell[visit]! : prepared.openDwell[visit]!;
      lo[node] = prepared.earliest[visit]!;
      hi[node] = prepared.latest[visit]!;
    }
    if (i >= tour.fixedCount) continue;
    lo[node] = tour.fixedStarts[i]!;
    hi[node] = tour.fixedStarts[i]!;
  }
}

/** A dropoff is no later than its pickup may be plus the longest ride, and a pickup no sooner than the reverse. */
function narrowByRides(prepared: PreparedProblem, tour: CoreTour, facts: TourFacts): void {
  const { lo, hi } = facts;
  const pickupNode = new Map<number, number>();
  for (let i = 0; i < tour.length; i++) {
    const visit = tour.visits[i]!;
    if (visit < 0) continue;
    if ((visit & 1) === 0) {
      pickupNode.set(visit, i + 1);
      continue;
    }
    if (i < tour.fixedCount) continue;
    const p = pickupNode.get(visit - 1)!;
    const span = prepared.maxRide[visit >> 1]! + prepared.openDwell[visit - 1]!;
    if (hi[p]! + span < hi[i + 1]!) hi[i + 1] = hi[p]! + span;
    if (p > tour.fixedCount) lo[p] = Math.max(lo[p]!, lo[i + 1]! - span);
  }
}

function lookAhead(prepared: PreparedProblem, tour: CoreTour, facts: TourFacts): void {
  const { size, hi, hiAhead } = facts;
  const { maxDurationSeconds } = prepared.vehicles[tour.vehicle]!;
  let least = hi[size - 1]!;
  for (let i = size - 2; i >= 0; i--) {
    hiAhead[i] = least;
    if (i > tour.fixedCount) least = Math.min(least, hi[i]!);
  }
  if (maxDurationSeconds === undefined) return;
  const departBy = tour.fixedCount > 0 ? tour.fixedStarts[0]! : hi[0]!;
  for (let i = 0; i < size - 1; i++) hiAhead[i] = Math.min(hiAhead[i]!, departBy + maxDurationSeconds);
}

function goForward(prepared: PreparedProblem, tour: CoreTour, facts: TourFacts): void {
  const { size, place, dwell, lo, ready, legSeconds, chain, hiAhead } = facts;
  const departed =
    tour.fixedCount > 0 ? fixedDeparture(prepared, place[0]!, place[1]!, tour.fixedStarts[0]!) : 0;
  if (tour.fixedCount > 0) facts.hi[0] = departed;
  let start = lo[0]!;
  for (let node = 0; node < size - 1; node++) {
    const isFixed = node <= tour.fixedCount && tour.fixedCount > 0;
    if (isFixed && node > 0) start = lo[node]!;
    let leave = start + dwell[node]!;
    const isHeld = node > 0 && node === tour.fixedCount;
    if (isHeld) leave = Math.max(leave, tour.earliestDeparture);
    ready[node] = leave;
    const isDriven = place[node]! >= 0 && place[node + 1]! >= 0 && size > 2 && !isBreak(tour, node);
    if (isDriven) writeLeastLeg(prepared, facts, node, hiAhead[node]!, node < tour.fixedCount);
    const next = node + 1;
    chain[next] =
      next <= tour.fixedCount ? lo[next]! - departed : chain[node]! + dwell[node]! + legSeconds[node]!;
    start = Math.max(lo[next]!, leave + legSeconds[node]!);
  }
}

function isBreak(tour: CoreTour, index: number): boolean {
  return index < tour.length && tour.visits[index]! < 0;
}

/** So much sooner than `ready` a leg may be left, when an insertion makes legs before it shorter, for its layers to hold. */
export const LAYER_MARGIN = 900;

function writeLeastLeg(
  prepared: PreparedProblem,
  facts: TourFacts,
  node: number,
  leaveBy: number,
  isHistory: boolean,
): void {
  const { layers, stride } = prepared.travel;
  const cell = facts.place[node]! * stride + facts.place[node + 1]!;
  let seconds = Number.POSITIVE_INFINITY;
  let metres = Number.POSITIVE_INFINITY;
  let possible = 0;
  for (let l = 0; l < layers.length; l++) {
    const isOver = l + 1 < layers.length && layers[l + 1]!.fromSecond <= facts.ready[node]! - LAYER_MARGIN;
    const isToCome = l > 0 && layers[l]!.fromSecond > leaveBy;
    if (isOver || (isToCome && possible !== 0)) continue;
    possible |= 1 << l;
    seconds = Math.min(seconds, layers[l]!.seconds[cell]!);
    metres = Math.min(metres, layers[l]!.metres[cell]!);
  }
  // What was driven before a road closed counts nothing; see `writeLegs`.
  const isCounted = seconds < UNREACHABLE || !isHistory;
  facts.legSeconds[node] = isCounted ? seconds : 0;
  facts.legMetres[node] = isCounted ? metres : 0;
  facts.legLayers[node] = possible;
}

function lookBack(facts: TourFacts): void {
  const { size, lo, hi, chain, departBy, finishFrom } = facts;
  let most = Number.POSITIVE_INFINITY;
  for (let i = 0; i < size; i++) {
    most = Math.min(most, hi[i]! - chain[i]!);
    departBy[i] = most;
  }
  let least = Number.NEGATIVE_INFINITY;
  for (let i = size - 1; i >= 0; i--) {
    finishFrom[i] = least;
    least = Math.max(least, lo[i]! - chain[i]!);
  }
}

function measureRides(prepared: PreparedProblem, tour: CoreTour, facts: TourFacts): TourFacts {
  const { chain, dwell, rideRoom, company, ready, lo } = facts;
  rideRoom.fill(Number.POSITIVE_INFINITY);
  const pickupNode = new Map<number, number>();
  const isOneLayer = prepared.travel.layers.length === 1;
  let leastExcess = 0;
  let leastWait = 0;
  for (let i = 0; i < tour.length; i++) {
    const visit = tour.visits[i]!;
    if (visit < 0) continue;
    const node = i + 1;
    if ((visit & 1) === 0) {
      pickupNode.set(visit, node);
      const start = i < tour.fixedCount ? lo[node]! : ready[node]! - dwell[node]!;
      leastWait += start - prepared.earliest[visit]!;
      continue;
    }
    const p = pickupNode.get(visit - 1)!;
    const ride = chain[node]! - chain[p]! - dwell[p]!;
    leastExcess += ride - prepared.direct[visit >> 1]!;
    const room = prepared.maxRide[visit >> 1]! - ride;
    for (let slot = p; slot < node; slot++) {
      company[slot]!++;
      if (i >= tour.fixedCount && isOneLayer) rideRoom[slot] = Math.min(rideRoom[slot]!, room);
    }
  }
  return { ...facts, leastExcess, leastWait };
}
