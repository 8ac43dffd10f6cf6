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
import { keepOnly, keepUnseen, type VehicleEstimates } from './vehicleEstimates.ts';

/**
 * Finds the vehicles in which some slot for the pickup and some slot for the dropoff are ruled out neither by windows
 * nor by places nor by ride times, and bounds what the insertion costs there. All is arithmetic on the time buckets,
 * the slot table and the rows of travel. What stands there holds as long as an insertion makes no leg and no dwell
 * shorter; where that is not certain, looser figures are asked, so that no vehicle with an insertion is lost. The bound adds up kilometres and leg prices of the cheapest slot for the pickup and of the
 * cheapest one for the dropoff.
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
  return estimates;
}

/** A bound that leaves the slots for a later dropoff unseen: none can cost less than the metres it may save. */
export function firstBound(day: PreparedDay, tried: TriedRequest, v: number): number {
  const { estimates, slots } = day;
  const { search, wild, loose, bothCost, pickupCost, leastOn } = estimates;
  if (wild[v] === search) return Number.NEGATIVE_INFINITY;
  if (loose[v] === search) return finalBound(day, tried, v);
  const at = v * VEHICLE_FIGURES;
  let apart = Number.POSITIVE_INFINITY;
  if (pickupCost[v]! < apart) {
    const saved = slots.vehicles[at + PER_METRE]! * slots.vehicles[at + METRE_SHRINK]!;
    const excess = leastOn[v]! - tried.direct - slots.vehicles[at + DWELL_GROWTH]!;
    apart = pickupCost[v]! - saved + tried.excessPrice * excess;
  }
  return Math.min(bothCost[v]!, apart) + slots.vehicles[at + STRICT_BASE]!;
}

/**
 * Index of the listed vehicle with the least bound, once that bound has seen the dropoff; −1 when all bounds are
 * infinite.
 */
export function findLeastBound(day: PreparedDay, tried: TriedRequest): number {
  const { estimates } = day;
  const { bound, vehicle, seen, search } = estimates;
  for (;;) {
    let least = -1;
    let value = Number.POSITIVE_INFINITY;
    for (let i = 0; i < estimates.count; i++) {
      if (bound[i]! >= value) continue;
      value = bound[i]!;
      least = i;
    }
    if (least < 0 || value === Number.NEGATIVE_INFINITY || seen[vehicle[least]!] === search) return least;
    bound[least] = finalBound(day, tried, vehicle[least]!);
  }
}

/**
 * Travel into a slot and, with the dwell, out of it, side by side: out of it after the pickup or, both in one slot, by
 * way of the dropoff. Where that way is the shorter one, the triangle inequality does not hold.
 */
export function spreadTravel(day: PreparedDay, tried: TriedRequest): void {
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

function loosenVisitors(day: PreparedDay, place: number): void {
  const { loose, search } = day.estimates;
  day.visitors.forEach(place, false, (v) => {
    loose[v] = search;
  });
}

/**
 * Marks the vehicles that only their loose figures describe: those with a visit that may join the request's stop, and
 * those with a leg that may get shorter by more than a stop takes. Lists those of which nothing is known.
 */
export function markLooseVehicles(day: PreparedDay, tried: TriedRequest): void {
  const { estimates, shrink, slots, classOf } = day;
  const { loose, search } = estimates;
  const leastOpen = Math.min(tried.pickupOpen, tried.dropoffOpen);
  const mark = (v: number) => {
    loose[v] = search;
  };
  day.visitors.forEach(tried.pickupPlace, true, mark);
  day.visitors.forEach(tried.dropoffPlace, true, mark);
  if (day.shrinkMost <= leastOpen) return;
  for (let v = 0; v < shrink.length; v++) {
    if (shrink[v]! <= leastOpen) continue;
    loose[v] = search;
    const isKnown = slots.vehicles[v * VEHICLE_FIGURES + MARGIN]! < Number.POSITIVE_INFINITY;
    if (isKnown || slots.count[v] === 0 || tried.suits[classOf[v]!] === 0) continue;
    keepUnseen(estimates, v);
  }
}

/** Looks at the slots open at some time of the pickup's window. */
export function runThroughBuckets(day: PreparedDay, tried: TriedRequest): void {
  const first = bucketOf(tried.pickupFrom);
  const last = bucketOf(tried.pickupBy);
  runThroughList(day, tried, first * 2 + 1);
  for (let b = first; b <= last; b++) runThroughList(day, tried, b * 2);
}

/**
 * Whatever passes its record is looked at in the slot table. Whole seconds, rounded to the side of passing, keep the
 * loop free of branches but one that is rarely taken.
 */
function runThroughList(day: PreparedDay, tried: TriedRequest, list: number): void {
  const { estimates, buckets, slots, classOf } = day;
  const { inOut } = estimates;
  const { fits, suits } = tried;
  const pickupFrom = wholeSecond(Math.floor(tried.pickupFrom));
  const pickupBy = wholeSecond(Math.ceil(tried.pickupBy));
  const records = buckets.records[list]!;
  const end = buckets.count[list]! * RECORD;
  for (let at = 0; at < end; at += RECORD) {
    const arrival = (records[at + RECORD_SOONEST]! + inOut[records[at + RECORD_BEFORE]! * 2]!) | 0;
    const leaveBy = (records[at + RECORD_LATEST]! - inOut[records[at + RECORD_BEHIND]! * 2 + 1]!) | 0;
    // The sign of the bits together: is any of these below 0?
    if (((pickupBy - arrival) | (leaveBy - arrival) | (leaveBy - pickupFrom)) < 0) continue;
    if (fits[records[at + RECORD_LOAD]!] === 0) continue;
    const v = records[at + RECORD_VEHICLE]!;
    if (suits[classOf[v]!] === 1) estimatePickup(estimates, slots, tried, records, at);
  }
}

function finalBound(day: PreparedDay, tried: TriedRequest, v: number): number {
  const { estimates, slots } = day;
  estimates.seen[v] = estimates.search;
  let least = estimates.bothCost[v]!;
  const dropoffCost = estimateDropoff(estimates, slots, tried, v);
  if (dropoffCost < Number.POSITIVE_INFINITY) least = Math.min(least, estimates.pickupCost[v]! + dropoffCost);
  const base = estimates.loose[v] === estimates.search ? LOOSE_BASE : STRICT_BASE;
  return least + slots.vehicles[v * VEHICLE_FIGURES + base]!;
}
