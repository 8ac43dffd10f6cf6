import { UNREACHABLE } from '../model/travelTimes.ts';
import type { PreparedProblem } from './preparedProblem.ts';
import { createTimeline, type Timeline } from './timeline.ts';

/** A tour handed to the timing: the visits without the breaks that are still to be placed. */
export interface CoreTour {
  vehicle: number;
  /** Fixed visits (with the breaks already taken), then pickups and dropoffs only; `[0 … length − 1]`. */
  visits: Int32Array;
  length: number;
  fixedCount: number;
  fixedStarts: ArrayLike<number>;
  /** `-Infinity`: no limit. */
  earliestDeparture: number;
}

/** Working arrays of the timing of one tour at a time. Nodes as in `Timeline`: visit i of `sequence` is node i + 1. */
export interface TimingWork {
  line: Timeline;
  /** Visits with breaks placed; `[0 … count − 1]`. */
  sequence: Int32Array;
  count: number;
  /** `[node]`: bounds before the legs' layers narrow them. */
  baseLo: Float64Array;
  baseHi: Float64Array;
  /** `[node]`: where it is; −1: unknown (open start or end). */
  place: Int32Array;
  /** `[node]`: seconds of dwell or of the break. */
  dwell: Float64Array;
  /** `[node]`: rest to be taken between the end of service and the departure. */
  rest: Float64Array;
  /** `[node]`: does the leg that leaves it need travel? */
  travels: Uint8Array;
  /** `[node]`: layer, seconds and metres of the leg that leaves it, and the least second at which it may. */
  layer: Int32Array;
  driving: Float64Array;
  metres: Float64Array;
  leaveFrom: Float64Array;
  /** `[node]`: the clock read after the timing. */
  arrive: Float64Array;
  leave: Float64Array;
  wait: Float64Array;
  stay: Float64Array;
  pause: Float64Array;
  /** `[node]`: price of the chain that leaves it, see `readLegPrices`. */
  legPrice: Float64Array;
  /** `[core visit]`: see `breakPlacements`. */
  soonestEnd: Float64Array;
  latestLeave: Float64Array;
  /** `[request]`: node of its pickup while a sequence is read. */
  pickupNode: Int32Array;
}

/** Working arrays for tours of up to `room` visits. */
export function createTimingWork(room: number): TimingWork {
  const nodes = room + 2;
  return {
    line: createTimeline(nodes),
    sequence: new Int32Array(room),
    count: 0,
    baseLo: new Float64Array(nodes),
    baseHi: new Float64Array(nodes),
    place: new Int32Array(nodes),
    dwell: new Float64Array(nodes),
    rest: new Float64Array(nodes),
    travels: new Uint8Array(nodes),
    layer: new Int32Array(nodes),
    driving: new Float64Array(nodes),
    metres: new Float64Array(nodes),
    leaveFrom: new Float64Array(nodes),
    arrive: new Float64Array(nodes),
    leave: new Float64Array(nodes),
    wait: new Float64Array(nodes),
    stay: new Float64Array(nodes),
    pause: new Float64Array(nodes),
    legPrice: new Float64Array(nodes),
    soonestEnd: new Float64Array(nodes),
    latestLeave: new Float64Array(nodes),
    pickupNode: new Int32Array(16),
  };
}

/** The same work, or a larger one when it is too small. */
export function ensureRoom(work: TimingWork, visits: number, requests: number): TimingWork {
  const grown = work.sequence.length >= visits ? work : createTimingWork(visits * 2);
  if (grown.pickupNode.length < requests) grown.pickupNode = new Int32Array(requests * 2);
  return grown;
}

/**
 * Writes windows, dwells, ride times and prices of `work.sequence`; the legs follow with `writeLeg`. `departFrom` and
 * `finishBy` are the bounds that breaks taken off duty put on departure and finish. False when the bounds of the
 * departure exclude each other.
 */
export function writeTimeline(
  prepared: PreparedProblem,
  tour: CoreTour,
  work: TimingWork,
  departFrom: number,
  finishBy: number,
): boolean {
  const vehicle = prepared.vehicles[tour.vehicle]!;
  const { line, sequence, count, place, dwell, travels } = work;
  const end = count + 1;
  line.size = count + 2;
  line.backTo.fill(-1, 0, line.size);
  line.backFrom.fill(-1, 0, line.size);
  line.price.fill(0, 0, line.size);
  work.rest.fill(0, 0, line.size);
  work.pause.fill(0, 0, line.size);
  place[0] = vehicle.startLocation ?? -1;
  place[end] = vehicle.endLocation ?? -1;
  dwell[0] = 0;
  dwell[end] = 0;
  work.baseLo[0] = Math.max(vehicle.window.earliest, departFrom);
  work.baseHi[0] = vehicle.window.latest;
  work.baseLo[end] = Number.NEGATIVE_INFINITY;
  work.baseHi[end] = Math.min(vehicle.window.latest, finishBy);
  const dutyPrice = pricePerSecond(vehicle.costPerHour, TIE_DUTY);
  line.price[0] = -dutyPrice;
  line.price[end] = dutyPrice;
  for (let i = 0; i < count; i++) {
    if (sequence[i]! < 0) writeBreak(prepared, tour, work, i + 1);
    else writeVisit(prepared, work, i + 1);
    travels[i] = sequence[i]! < 0 || place[i]! < 0 ? 0 : 1;
  }
  travels[count] = place[end]! < 0 || count === 0 ? 0 : 1;
  if (vehicle.maxDurationSeconds !== undefined) {
    line.backTo[end] = 0;
    line.backFrom[0] = end;
    line.span[end] = vehicle.maxDurationSeconds;
  }
  return writeFixed(prepared, tour, work);
}

function writeBreak(prepared: PreparedProblem, tour: CoreTour, work: TimingWork, node: number): void {
  const pause = prepared.vehicles[tour.vehicle]!.breaks[-1 - work.sequence[node - 1]!]!;
  work.place[node] = work.place[node - 1]!;
  work.dwell[node] = pause.seconds;
  work.pause[node] = pause.seconds;
  work.baseLo[node] = pause.window.earliest;
  work.baseHi[node] = pause.window.latest;
}

function writeVisit(prepared: PreparedProblem, work: TimingWork, node: number): void {
  const { line, sequence, place, dwell, pickupNode } = work;
  const visit = sequence[node - 1]!;
  const location = prepared.location[visit]!;
  const joins = node > 1 && sequence[node - 2]! >= 0 && place[node - 1]! === location;
  place[node] = location;
  dwell[node] = joins ? prepared.joinDwell[visit]! : prepared.openDwell[visit]!;
  work.baseLo[node] = prepared.earliest[visit]!;
  work.baseHi[node] = prepared.latest[visit]!;
  const ridePrice = pricePerSecond(prepared.weights.excessRideHour, TIE_RIDE);
  const request = visit >> 1;
  if (visit & 1) {
    const p = pickupNode[request]!;
    line.price[node] = ridePrice;
    line.backTo[node] = p;
    line.backFrom[p] = node;
    line.span[node] = prepared.maxRide[request]! + dwell[p]!;
  } else {
    pickupNode[request] = node;
    line.price[node] = prepared.weights.waitHour / 3600 - ridePrice;
  }
}

/** Fixed visits are facts: their times are given, and no window or ride between two of them is judged any more. */
function writeFixed(prepared: PreparedProblem, tour: CoreTour, work: TimingWork): boolean {
  const { line, baseLo, baseHi } = work;
  const fixed = tour.fixedCount;
  if (fixed === 0) {
    baseLo[0] = Math.max(baseLo[0]!, tour.earliestDeparture);
  } else {
    const departure = fixedDeparture(prepared, work.place[0]!, work.place[1]!, tour.fixedStarts[0]!);
    if (baseLo[0]! > departure && baseLo[0]! > prepared.vehicles[tour.vehicle]!.window.earliest) return false;
    baseLo[0] = departure;
    baseHi[0] = departure;
  }
  for (let node = 1; node <= fixed; node++) {
    baseLo[node] = tour.fixedStarts[node - 1]!;
    baseHi[node] = tour.fixedStarts[node - 1]!;
    const p = line.backTo[node]!;
    if (p < 0) continue;
    line.backTo[node] = -1;
    line.backFrom[p] = -1;
  }
  line.lo.set(baseLo.subarray(0, line.size));
  line.hi.set(baseHi.subarray(0, line.size));
  return baseLo[0]! <= baseHi[0]!;
}

/**
 * The latest departure from `from` (−1: open start) that reaches the first fixed visit in time, its leg in the layer of
 * that departure.
 */
export function fixedDeparture(
  prepared: PreparedProblem,
  from: number,
  to: number,
  firstStart: number,
): number {
  if (from < 0) return firstStart;
  const { layers, stride } = prepared.travel;
  const leg = from * stride + to;
  for (let l = layers.length - 1; l > 0; l--) {
    const departure = firstStart - layers[l]!.seconds[leg]!;
    if (departure >= layers[l]!.fromSecond) return departure;
  }
  return firstStart - layers[0]!.seconds[leg]!;
}

/**
 * Writes the leg that leaves `node` in layer `l` with the rest taken there; false when there is no road or the node
 * cannot leave in that layer. A departure may wait for a faster layer, so that nobody overtakes himself.
 */
export function writeLeg(
  prepared: PreparedProblem,
  tour: CoreTour,
  work: TimingWork,
  node: number,
  l: number,
): boolean {
  const { line, baseLo, baseHi, dwell, rest, place, travels } = work;
  const { layers, stride } = prepared.travel;
  const layer = layers[l]!;
  const cell = place[node]! * stride + place[node + 1]!;
  const isDriven = travels[node] === 1;
  work.layer[node] = l;
  work.driving[node] = isDriven ? layer.seconds[cell]! : 0;
  work.metres[node] = isDriven ? layer.metres[cell]! : 0;
  if (node < tour.fixedCount) {
    line.gap[node] = Number.NEGATIVE_INFINITY;
    work.leaveFrom[node] = Number.NEGATIVE_INFINITY;
    return true;
  }
  if (!(work.driving[node]! < UNREACHABLE)) return false;
  const isHeld = node > 0 && node === tour.fixedCount && node < work.count;
  let from = isHeld ? tour.earliestDeparture : Number.NEGATIVE_INFINITY;
  if (isDriven && l > 0) from = Math.max(from, layer.fromSecond);
  work.leaveFrom[node] = from;
  line.gap[node] = dwell[node]! + rest[node]! + work.driving[node]!;
  line.lo[node + 1] = Math.max(baseLo[node + 1]!, from + work.driving[node]!);
  if (!isDriven || l + 1 >= layers.length) {
    line.hi[node] = baseHi[node]!;
    return true;
  }
  const until = layers[l + 1]!.fromSecond - (layer.seconds instanceof Int32Array ? 1 : LAST_MOMENT);
  if (from > until) return false;
  line.hi[node] = Math.min(baseHi[node]!, until - dwell[node]! - rest[node]!);
  return line.hi[node]! >= line.lo[node]!;
}

/** How long before the next layer begins a departure still belongs to the present one, where times are doubles. */
const LAST_MOMENT = 1e-6;

/** Where the objective does not care, prefer a short duty, then short rides; too small to outweigh any real price. */
const TIE_DUTY = 1e-3;
const TIE_RIDE = 1e-6;

function pricePerSecond(perHour: number, tie: number): number {
  return perHour > 0 ? perHour / 3600 : tie / 3600;
}
