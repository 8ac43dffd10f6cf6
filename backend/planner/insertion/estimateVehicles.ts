import { TIME_TOLERANCE } from '../schedule/timeline.ts';
import { estimateDropoff, estimatePickup, type SlotsInSight } from './estimateSlots.ts';
import { looseSlotsOf, type PreparedDay } from './preparedDay.ts';
import { SLOT_FIGURES } from './slotTable.ts';
import {
  BUCKET_SECONDS,
  bucketOf,
  RECORD,
  RECORD_BEFORE,
  RECORD_BEHIND,
  RECORD_LATEST,
  RECORD_LEG,
  RECORD_LOAD,
  RECORD_ROOM,
  RECORD_SLOT,
  RECORD_SOONEST,
} from './timeBuckets.ts';
import type { TriedRequest } from './triedRequest.ts';
import { keepOnly, keepUnseen, type VehicleEstimates } from './vehicleEstimates.ts';

/**
 * Finds the vehicles in which some slot for the pickup and some slot for the dropoff are ruled out neither by windows
 * nor by places nor by ride times, and bounds what the insertion costs there. All is arithmetic on the time buckets,
 * the slot table and the rows of travel. What stands there holds as long as an insertion makes no leg and no dwell
 * shorter; vehicles for which that is not certain are looked at one by one on their loose ground, so that none with an
 * insertion is lost. The bound adds up kilometres and leg prices of the cheapest slot for the pickup and of the
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
  spreadRows(day, tried);
  lookAtLooseVehicles(day, tried);
  runThroughBuckets(day, tried);
  if (among) keepOnly(estimates, among);
  for (let i = 0; i < estimates.count; i++) {
    estimates.bound[i] = boundVehicle(day, tried, estimates.vehicle[i]!);
  }
  return estimates;
}

/**
 * Travel into and out of a slot side by side; out of it either after the pickup or, both in one slot, by way of the
 * dropoff. Where that way is the shorter one, the triangle inequality does not hold.
 */
function spreadRows(day: PreparedDay, tried: TriedRequest): void {
  const { estimates } = day;
  const { size } = day.prepared.travel;
  if (estimates.into.length <= size) {
    estimates.into = new Float64Array(size * 2 + 1);
    estimates.out = new Float64Array(size * 2 + 1);
  }
  const { into, out } = estimates;
  const { secondsTo, secondsFrom } = tried.pickupRows;
  const onward = tried.dropoffRows.secondsFrom;
  const byRide = tried.rideSeconds + tried.dropoffDwellBoth;
  into[0] = 0;
  out[0] = 0;
  for (let x = 0; x < size; x++) {
    into[x + 1] = secondsTo[x]!;
    const straight = secondsFrom[x]!;
    const around = byRide + onward[x]!;
    out[x + 1] = straight;
    if (around >= straight) continue;
    out[x + 1] = around;
    day.visitors.forEach(x, false, (v) => {
      estimates.loose[v] = estimates.search;
    });
  }
}

function lookAtLooseVehicles(day: PreparedDay, tried: TriedRequest): void {
  const { estimates, shrink, slots, classOf } = day;
  const { loose, search } = estimates;
  const leastOpen = Math.min(tried.pickupOpen, tried.dropoffOpen);
  const mark = (v: number) => {
    loose[v] = search;
  };
  day.visitors.forEach(tried.pickupPlace, true, mark);
  day.visitors.forEach(tried.dropoffPlace, true, mark);
  for (let v = 0; v < shrink.length; v++) {
    if (shrink[v]! > leastOpen) loose[v] = search;
    if (loose[v] !== search || slots.count[v] === 0 || tried.suits[classOf[v]!] === 0) continue;
    const sight = looseSlotsOf(day, v);
    if (!sight.ground.areKnown) {
      keepUnseen(estimates, v);
      continue;
    }
    const { core, loadNumbers } = sight.present;
    for (let k = 0; k < sight.count; k++) {
      if (tried.fits[loadNumbers[core.fixedCount + k]!] === 1) estimatePickup(day, tried, sight, k);
    }
  }
}

/** Runs through the buckets of the pickup's window; whatever passes the record is looked at in the slot table. */
function runThroughBuckets(day: PreparedDay, tried: TriedRequest): void {
  const { estimates, buckets, slots, classOf } = day;
  const { into, out, loose, search } = estimates;
  const { fits, suits, pickupFrom } = tried;
  const pickupBy = tried.pickupBy + TIME_TOLERANCE;
  const dwell = Math.min(tried.pickupOpen, tried.pickupJoin);
  const pickupIndex = tried.pickupPlace + 1;
  const dropoffIndex = tried.dropoffPlace + 1;
  const first = bucketOf(pickupFrom);
  const last = bucketOf(tried.pickupBy);
  for (let b = first; b <= last; b++) {
    const records = buckets.records[b]!;
    const end = buckets.count[b]! * RECORD;
    // A slot that began in an earlier bucket of the window has been seen there.
    const since = b === first ? -(1 << 30) : b * BUCKET_SECONDS;
    for (let at = 0; at < end; at += RECORD) {
      const soonest = records[at + RECORD_SOONEST]!;
      if (soonest < since) continue;
      const before = records[at + RECORD_BEFORE]!;
      const travelIn = into[before]!;
      const arrival = soonest + travelIn;
      if (arrival > pickupBy) continue;
      const behind = records[at + RECORD_BEHIND]!;
      const travelOut = out[behind]! + dwell;
      if (Math.max(arrival, pickupFrom) + travelOut > records[at + RECORD_LATEST]! + TIME_TOLERANCE) continue;
      if (fits[records[at + RECORD_LOAD]!] === 0) continue;
      const grown = travelIn + travelOut - records[at + RECORD_LEG]!;
      const isTooLong = grown > records[at + RECORD_ROOM]! + TIME_TOLERANCE;
      if (isTooLong && behind !== pickupIndex && behind !== dropoffIndex && behind !== before) continue;
      const slot = records[at + RECORD_SLOT]!;
      const v = slots.vehicle[slot]!;
      if (suits[classOf[v]!] === 0 || loose[v] === search) continue;
      estimatePickup(day, tried, slotsOf(day, v), slot - slots.base[v]!);
    }
  }
}

function slotsOf(day: PreparedDay, v: number): SlotsInSight {
  const { figures, base, count } = day.slots;
  const present = day.vehicles[v]!;
  return { present, ground: present.ground, figures, at: base[v]! * SLOT_FIGURES, count: count[v]! };
}

function boundVehicle(day: PreparedDay, tried: TriedRequest, v: number): number {
  const { estimates } = day;
  if (estimates.wild[v] === estimates.search) return Number.NEGATIVE_INFINITY;
  const sight = estimates.loose[v] === estimates.search ? looseSlotsOf(day, v) : slotsOf(day, v);
  const { present, ground } = sight;
  let least = estimates.bothCost[v]!;
  const dropoffCost = estimateDropoff(day, tried, sight, estimates.firstPickup[v]!);
  if (dropoffCost < Number.POSITIVE_INFINITY) least = Math.min(least, estimates.pickupCost[v]! + dropoffCost);
  return least + present.opening - (present.cost - ground.relaxedCost);
}
