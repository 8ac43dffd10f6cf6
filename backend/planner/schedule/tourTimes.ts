import { UNREACHABLE } from '../model/travelTimes.ts';
import { mayLeaveFrom } from '../model/vehicle.ts';
import type { CoreTour } from './coreTour.ts';
import type { PreparedProblem } from './preparedProblem.ts';
import { dutyPriceOf, ridePriceOf } from './timingPrices.ts';
import type { TimingWork } from './timingWork.ts';

/**
 * Writes windows, dwells, ride times and prices of `work.sequence`; the legs follow with `writeLegs` or `writeLeg`.
 * `departFrom` and `finishBy` are the bounds that breaks taken off duty put on departure and finish. False when the
 * bounds of the departure exclude each other.
 */
export function writeTimeline(
  prepared: PreparedProblem,
  tour: CoreTour,
  work: TimingWork,
  departFrom: number,
  finishBy: number,
): boolean {
  const vehicle = prepared.vehicles[tour.vehicle]!;
  const { line, count, place, dwell } = work;
  const end = count + 1;
  const dutyPrice = dutyPriceOf(vehicle);
  line.size = count + 2;
  openNode(work, 0, Math.max(mayLeaveFrom(vehicle), departFrom), vehicle.window.latest, -dutyPrice);
  openNode(work, end, Number.NEGATIVE_INFINITY, Math.min(vehicle.window.latest, finishBy), dutyPrice);
  place[0] = vehicle.startLocation ?? -1;
  place[end] = vehicle.endLocation ?? -1;
  dwell[0] = 0;
  dwell[end] = 0;
  writeVisits(prepared, tour, work);
  work.travels[count] = place[end]! < 0 || count === 0 ? 0 : 1;
  if (vehicle.maxDurationSeconds !== undefined) {
    line.backTo[end] = 0;
    line.backFrom[0] = end;
    line.span[end] = vehicle.maxDurationSeconds;
  }
  return writeFixed(prepared, tour, work, departFrom);
}

function openNode(work: TimingWork, node: number, lo: number, hi: number, price: number): void {
  const { line } = work;
  line.lo[node] = lo;
  line.hi[node] = hi;
  line.price[node] = price;
  line.backTo[node] = -1;
  line.backFrom[node] = -1;
  work.rest[node] = 0;
  work.pause[node] = 0;
}

function writeVisits(prepared: PreparedProblem, tour: CoreTour, work: TimingWork): void {
  const { line, sequence, count, place, dwell, travels, pickupNode } = work;
  const { location, earliest, latest, openDwell, joinDwell, maxRide } = prepared;
  const ridePrice = ridePriceOf(prepared);
  const pickupPrice = prepared.weights.waitHour / 3600 - ridePrice;
  let before = -1;
  for (let node = 1; node <= count; node++) {
    const visit = sequence[node - 1]!;
    const from = place[node - 1]!;
    if (visit < 0) {
      const pause = prepared.vehicles[tour.vehicle]!.breaks[-1 - visit]!;
      openNode(work, node, pause.window.earliest, pause.window.latest, 0);
      place[node] = from;
      dwell[node] = pause.seconds;
      work.pause[node] = pause.seconds;
      travels[node - 1] = 0;
      before = -1;
      continue;
    }
    const here = location[visit]!;
    openNode(work, node, earliest[visit]!, latest[visit]!, visit & 1 ? ridePrice : pickupPrice);
    place[node] = here;
    dwell[node] = here === before ? joinDwell[visit]! : openDwell[visit]!;
    travels[node - 1] = from < 0 ? 0 : 1;
    before = here;
    const request = visit >> 1;
    if (visit & 1) {
      const p = pickupNode[request]!;
      line.backTo[node] = p;
      line.backFrom[p] = node;
      line.span[node] = maxRide[request]! + dwell[p]!;
    } else {
      pickupNode[request] = node;
    }
  }
}

/** Fixed visits are facts: their times are given, and no window or ride between two of them is judged any more. */
function writeFixed(
  prepared: PreparedProblem,
  tour: CoreTour,
  work: TimingWork,
  departFrom: number,
): boolean {
  const { lo, hi, backTo, backFrom } = work.line;
  const fixed = tour.fixedCount;
  if (fixed === 0) {
    lo[0] = Math.max(lo[0]!, tour.earliestDeparture);
    return lo[0]! <= hi[0]!;
  }
  const departure = fixedDeparture(prepared, work.place[0]!, work.place[1]!, tour.fixedStarts[0]!);
  lo[0] = departure;
  hi[0] = departure;
  for (let node = 1; node <= fixed; node++) {
    lo[node] = tour.fixedStarts[node - 1]!;
    hi[node] = tour.fixedStarts[node - 1]!;
    const p = backTo[node]!;
    if (p < 0) continue;
    backTo[node] = -1;
    backFrom[p] = -1;
  }
  return departFrom <= departure;
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
  const seconds = layers[0]!.seconds[leg]!;
  return seconds < UNREACHABLE ? firstStart - seconds : firstStart;
}

/** Writes all legs where there is only one layer; false when there is no road. */
export function writeLegs(prepared: PreparedProblem, tour: CoreTour, work: TimingWork): boolean {
  const { line, place, travels, dwell, driving, metres, leaveFrom, layer } = work;
  const { layers, stride } = prepared.travel;
  const seconds = layers[0]!.seconds;
  const lengths = layers[0]!.metres;
  for (let node = 0; node <= work.count; node++) {
    const cell = place[node]! * stride + place[node + 1]!;
    const isDriven = travels[node] === 1;
    const isHistory = node < tour.fixedCount;
    const leg = isDriven ? seconds[cell]! : 0;
    // What was driven before a road closed has no length any more on today's roads, and counts nothing.
    const isCounted = isDriven && (leg < UNREACHABLE || !isHistory);
    driving[node] = isCounted ? leg : 0;
    metres[node] = isCounted ? lengths[cell]! : 0;
    leaveFrom[node] = Number.NEGATIVE_INFINITY;
    layer[node] = 0;
    line.gap[node] = isHistory ? Number.NEGATIVE_INFINITY : dwell[node]! + leg;
    if (!isHistory && !(leg < UNREACHABLE)) return false;
  }
  holdBack(tour, work);
  return true;
}

/** The vehicle does not leave its last fixed visit before the tour's earliest departure, if it has anything to do. */
export function holdBack(tour: CoreTour, work: TimingWork): void {
  const node = tour.fixedCount;
  if (node === 0 || node >= work.count) return;
  work.leaveFrom[node] = tour.earliestDeparture;
  work.line.lo[node + 1] = Math.max(work.line.lo[node + 1]!, tour.earliestDeparture + work.driving[node]!);
}

/** Keeps the bounds just written, for `writeLeg` to narrow. */
export function keepBounds(work: TimingWork): void {
  const { line, baseLo, baseHi } = work;
  for (let node = 0; node < line.size; node++) {
    baseLo[node] = line.lo[node]!;
    baseHi[node] = line.hi[node]!;
  }
}

/**
 * Writes the leg that leaves `node` in layer `l` with the rest taken there; false when there is no road or the node
 * cannot leave in that layer. To be called after `keepBounds`. A departure may wait for a faster layer, so that nobody overtakes himself.
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
  const isClosed = travels[node] === 1 && !(layer.seconds[cell]! < UNREACHABLE);
  const isDriven = travels[node] === 1 && !(isClosed && node < tour.fixedCount);
  work.layer[node] = l;
  work.driving[node] = isDriven ? layer.seconds[cell]! : 0;
  work.metres[node] = isDriven ? layer.metres[cell]! : 0;
  if (node < tour.fixedCount) {
    line.gap[node] = Number.NEGATIVE_INFINITY;
    work.leaveFrom[node] = Number.NEGATIVE_INFINITY;
    return true;
  }
  if (isClosed) return false;
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
