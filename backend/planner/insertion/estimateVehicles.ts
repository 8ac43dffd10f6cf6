import { estimateDropoff, estimatePickup } from './estimateSlots.ts';
import type { PreparedDay } from './preparedDay.ts';
import {
  DWELL_GROWTH,
  LOOSE_BASE,
  MARGIN,
  METRE_SHRINK,
  PER_METRE,
  STRICT_BASE,
  VEHICLE_FIGURES,
} from './slotTable.ts';
import {
  bucketOf,
  RECORD,
  RECORD_BEFORE,
  RECORD_BEHIND,
  RECORD_LATEST,
  RECORD_LOAD,
  RECORD_SOONEST,
  RECORD_VEHICLE,
  wholeSecond,
} from './timeBuckets.ts';
import { BLOCK, SECONDS_FROM, SECONDS_TO } from './travelRows.ts';
import type { TriedRequest } from './triedRequest.ts';
import {
  BOTH_COST,
  dropFirst,
  ESTIMATE,
  heapVehicles,
  isMarked,
  keepOnly,
  keepUnseen,
  LEAST_ON,
  LOOSE,
  loosenVehicle,
  PICKUP_COST,
  SEEN,
  sinkVehicle,
  type VehicleEstimates,
  WILD,
} from './vehicleEstimates.ts';

/**
 * Finds the vehicles in which some slot for the pickup and some slot for the dropoff are ruled out neither by windows
 * nor by places nor by ride times, and bounds what the insertion costs there. All is arithmetic on the time buckets,
 * the slot table and the rows of travel. What stands there holds as long as an insertion makes no leg and no dwell
 * shorter; where that is not certain, looser figures are asked, so that no vehicle with an insertion is lost. The bound
 * adds up kilometres and leg prices of the cheapest slot for the pickup and of the cheapest one for the dropoff.
 */
export function estimateVehicles(
  day: PreparedDay,
  tried: TriedRequest,
  among: readonly number[] | undefined,
): VehicleEstimates {
  const { estimates } = day;
  estimates.search++;
  estimates.count = 0;
  spreadTravel(day, tried);
  markLooseVehicles(day, tried);
  runThroughBuckets(day, tried);
  if (among) keepOnly(estimates, among);
  for (let i = 0; i < estimates.count; i++) {
    estimates.bound[i] = firstBound(day, tried, estimates.vehicle[i]!);
  }
  heapVehicles(estimates);
  return estimates;
}

/** A bound that leaves the slots for a later dropoff unseen: none can cost less than the metres it may save. */
function firstBound(day: PreparedDay, tried: TriedRequest, v: number): number {
  const { estimates, slots } = day;
  if (isMarked(estimates, v, WILD)) return Number.NEGATIVE_INFINITY;
  if (isMarked(estimates, v, LOOSE)) return finalBound(day, tried, v);
  const { figures } = estimates;
  const own = v * ESTIMATE;
  const at = v * VEHICLE_FIGURES;
  let apart = Number.POSITIVE_INFINITY;
  if (figures[own + PICKUP_COST]! < apart) {
    const saved = slots.vehicles[at + PER_METRE]! * slots.vehicles[at + METRE_SHRINK]!;
    const excess = figures[own + LEAST_ON]! - tried.direct - slots.vehicles[at + DWELL_GROWTH]!;
    apart = figures[own + PICKUP_COST]! - saved + tried.excessPrice * excess;
  }
  return Math.min(figures[own + BOTH_COST]!, apart) + slots.vehicles[at + STRICT_BASE]!;
}

/**
 * Index of the listed vehicle with the least bound, once that bound has seen the dropoff; −1 when all bounds are
 * infinite. It stays in the heap.
 */
export function findLeastBound(day: PreparedDay, tried: TriedRequest): number {
  const { estimates } = day;
  const { bound, vehicle, heap } = estimates;
  while (estimates.heaped > 0) {
    const first = heap[0]!;
    if (bound[first] === Number.NEGATIVE_INFINITY || isMarked(estimates, vehicle[first]!, SEEN)) return first;
    bound[first] = finalBound(day, tried, vehicle[first]!);
    if (bound[first] === Number.POSITIVE_INFINITY) dropFirst(estimates);
    else sinkVehicle(estimates, 0);
  }
  return -1;
}

/**
 * Travel into a slot and, with the dwell, out of it, side by side: out of it after the pickup or, both in one slot, by
 * way of the dropoff. Where that way is the shorter one, the triangle inequality does not hold.
 */
function spreadTravel(day: PreparedDay, tried: TriedRequest): void {
  const { estimates } = day;
  const { pickupBlock, dropoffBlock } = tried;
  const locations = pickupBlock.length / BLOCK;
  if (estimates.inOut.length < locations * 2) estimates.inOut = new Int32Array(locations * 3);
  const { inOut } = estimates;
  const dwell = Math.floor(tried.pickupJoin);
  const byRide = Math.floor(tried.rideSeconds + tried.dropoffDwellBoth);
  for (let x = 0, at = 0; x < locations; x++, at += BLOCK) {
    let least = pickupBlock[at + SECONDS_FROM]!;
    const around = byRide + dropoffBlock[at + SECONDS_FROM]!;
    if (around < least) {
      least = around;
      loosenVisitors(day, x - 1);
    }
    inOut[x * 2] = pickupBlock[at + SECONDS_TO]!;
    inOut[x * 2 + 1] = least + dwell;
  }
}

function loosenVisitors({ visitors, estimates }: PreparedDay, place: number): void {
  visitors.forEach(place, false, (v) => loosenVehicle(estimates, v));
}

/**
 * Marks the vehicles that only their loose figures describe: those with a visit that may join the request's stop, and
 * those with a leg that may get shorter by more than a stop takes. Lists those of which nothing is known.
 */
function markLooseVehicles(day: PreparedDay, tried: TriedRequest): void {
  const { estimates, shrink, slots, classOf } = day;
  const leastOpen = Math.min(tried.pickupOpen, tried.dropoffOpen);
  const mark = (v: number) => loosenVehicle(estimates, v);
  day.visitors.forEach(tried.pickupPlace, true, mark);
  day.visitors.forEach(tried.dropoffPlace, true, mark);
  if (day.shrinkMost <= leastOpen) return;
  for (let v = 0; v < shrink.length; v++) {
    if (shrink[v]! <= leastOpen) continue;
    loosenVehicle(estimates, v);
    const isKnown = slots.vehicles[v * VEHICLE_FIGURES + MARGIN]! < Number.POSITIVE_INFINITY;
    if (isKnown || slots.count[v] === 0 || tried.suits[classOf[v]!] === 0) continue;
    keepUnseen(estimates, v);
  }
}

/** Looks at the slots open at some time of the pickup's window. */
function runThroughBuckets(day: PreparedDay, tried: TriedRequest): void {
  const first = bucketOf(tried.pickupFrom);
  const last = bucketOf(tried.pickupBy);
  runThroughList(day, tried, first * 2 + 1);
  for (let b = first; b <= last; b++) runThroughList(day, tried, b * 2);
}

/** Whatever passes its record is looked at in the slot table. */
function runThroughList(day: PreparedDay, tried: TriedRequest, list: number): void {
  const { estimates, buckets, slots, classOf } = day;
  const { fits, suits } = tried;
  const records = buckets.records[list]!;
  const passing = sift(estimates, tried, records, buckets.count[list]!);
  const { passed } = estimates;
  for (let k = 0; k < passing; k++) {
    const at = passed[k]!;
    if (fits[records[at + RECORD_LOAD]!] === 0 || suits[classOf[records[at + RECORD_VEHICLE]!]!] === 0)
      continue;
    estimatePickup(estimates, slots, tried, records, at);
  }
}

/**
 * Writes into `passed` where the records begin that windows and travel do not rule out at first sight, and returns how
 * many there are. Most are ruled out: whole seconds, rounded to the side of passing, keep the loop short and free of
 * branches.
 */
function sift(estimates: VehicleEstimates, tried: TriedRequest, records: Int32Array, count: number): number {
  if (estimates.passed.length < count) estimates.passed = new Int32Array(count * 2);
  const { inOut, passed } = estimates;
  const pickupFrom = wholeSecond(Math.floor(tried.pickupFrom)) | 0;
  const pickupBy = wholeSecond(Math.ceil(tried.pickupBy)) | 0;
  let passing = 0;
  for (let k = 0, at = 0; k < count; k++, at += RECORD) {
    const arrival = (records[at + RECORD_SOONEST]! + inOut[records[at + RECORD_BEFORE]! * 2]!) | 0;
    const leaveBy = (records[at + RECORD_LATEST]! - inOut[records[at + RECORD_BEHIND]! * 2 + 1]!) | 0;
    passed[passing] = at;
    // The sign of the bits together: is any of these below 0?
    passing += (((pickupBy - arrival) | (leaveBy - arrival) | (leaveBy - pickupFrom)) >>> 31) ^ 1;
  }
  return passing;
}

function finalBound(day: PreparedDay, tried: TriedRequest, v: number): number {
  const { estimates, slots } = day;
  const { figures } = estimates;
  const own = v * ESTIMATE;
  figures[own + SEEN] = estimates.search;
  let least = figures[own + BOTH_COST]!;
  const dropoffCost = estimateDropoff(estimates, slots, tried, v);
  if (dropoffCost < Number.POSITIVE_INFINITY)
    least = Math.min(least, figures[own + PICKUP_COST]! + dropoffCost);
  const base = isMarked(estimates, v, LOOSE) ? LOOSE_BASE : STRICT_BASE;
  return least + slots.vehicles[v * VEHICLE_FIGURES + base]!;
}
