import { TIME_TOLERANCE } from '../schedule/timeline.ts';
import type { Ground } from './ground.ts';
import { freedByJoining } from './joinChange.ts';
import type { PreparedDay, PreparedSchedule } from './preparedDay.ts';
import {
  BEFORE,
  BEHIND,
  LATEST_BEHIND,
  LEG_METRES,
  LEG_SECONDS,
  PRICE,
  RIDE_ROOM,
  SLOT_FIGURES,
  SOONEST_LEAVE,
} from './slotTable.ts';
import type { TriedRequest } from './triedRequest.ts';
import { keepUnseen, reachVehicle } from './vehicleEstimates.ts';

/** The open slots of one vehicle as a search sees them. */
export interface SlotsInSight {
  readonly present: PreparedSchedule;
  readonly ground: Ground;
  readonly figures: Float64Array;
  /** Index in `figures` of the first open slot. */
  readonly at: number;
  /** How many open slots there are. */
  readonly count: number;
}

/**
 * Looks at open slot k for the pickup, with the dropoff in the same slot and in a later one. If windows and rides allow
 * it, the vehicle is listed and its least costs kept.
 */
export function estimatePickup(day: PreparedDay, tried: TriedRequest, sight: SlotsInSight, k: number): void {
  const { estimates } = day;
  const { present, ground, figures } = sight;
  const at = sight.at + k * SLOT_FIGURES;
  const v = present.core.vehicle;
  const before = figures[at + BEFORE]!;
  const behind = figures[at + BEHIND]!;
  const travelIn = before < 0 ? 0 : tried.pickupRows.secondsTo[before]!;
  const start = Math.max(figures[at + SOONEST_LEAVE]! + travelIn, tried.pickupFrom);
  if (start > tried.pickupBy + TIME_TOLERANCE) return;
  const dwell = before === tried.pickupPlace ? tried.pickupJoin : tried.pickupOpen;
  const end = start + dwell;
  const by = figures[at + LATEST_BEHIND]! + TIME_TOLERANCE;
  const outBoth = tried.dropoffDwellBoth + (behind < 0 ? 0 : tried.dropoffRows.secondsFrom[behind]!);
  const out = behind < 0 ? 0 : tried.pickupRows.secondsFrom[behind]!;
  const detour = travelIn + dwell - figures[at + LEG_SECONDS]!;
  let room = figures[at + RIDE_ROOM]! + TIME_TOLERANCE;
  let freedBoth = 0;
  let freed = 0;
  if (behind >= 0 && (before === behind || behind === tried.pickupPlace || behind === tried.dropoffPlace)) {
    const slot = present.core.fixedCount + k;
    freedBoth = freedByJoining(day.prepared, present, slot, tried.dropoffPlace);
    freed = freedByJoining(day.prepared, present, slot, tried.pickupPlace);
    room = Number.POSITIVE_INFINITY;
  }
  const costIn =
    tried.waitPrice * (start - tried.pickupFrom) +
    present.perMetre * ((before < 0 ? 0 : tried.pickupRows.metresTo[before]!) - figures[at + LEG_METRES]!);

  const startBoth = Math.max(end + tried.rideSeconds, tried.dropoffFrom);
  const grownBoth = detour + tried.rideSeconds + outBoth;
  if (grownBoth - freedBoth < -ground.margin && ground.margin > 0) keepUnseen(estimates, v);
  if (startBoth <= tried.dropoffBy + TIME_TOLERANCE && startBoth + outBoth <= by && grownBoth <= room) {
    reachVehicle(estimates, v);
    const cost =
      costIn +
      present.perMetre * (tried.rideMetres + (behind < 0 ? 0 : tried.dropoffRows.metresFrom[behind]!)) +
      growthCost(tried, sight, k, grownBoth, freedBoth) +
      tried.excessPrice * (tried.rideSeconds - tried.direct);
    if (cost < estimates.bothCost[v]!) estimates.bothCost[v] = cost;
  }
  const grown = detour + out;
  if (end + out > by || grown > room || k + 1 === sight.count) return;
  reachVehicle(estimates, v);
  if (k < estimates.firstPickup[v]!) estimates.firstPickup[v] = k;
  if (out < estimates.leastOn[v]!) estimates.leastOn[v] = out;
  const cost =
    costIn +
    present.perMetre * (behind < 0 ? 0 : tried.pickupRows.metresFrom[behind]!) +
    growthCost(tried, sight, k, grown, freed);
  if (cost < estimates.pickupCost[v]!) estimates.pickupCost[v] = cost;
}

/** The least cost of the dropoff in a slot behind open slot `first`, excess ride included. */
export function estimateDropoff(
  day: PreparedDay,
  tried: TriedRequest,
  sight: SlotsInSight,
  first: number,
): number {
  const { present, figures } = sight;
  const { secondsTo, metresTo, secondsFrom, metresFrom } = tried.dropoffRows;
  const dropoffBy = tried.dropoffBy + TIME_TOLERANCE;
  let least = Number.POSITIVE_INFINITY;
  let leastUp = Number.POSITIVE_INFINITY;
  for (let k = first + 1; k < sight.count; k++) {
    const at = sight.at + k * SLOT_FIGURES;
    const leave = figures[at + SOONEST_LEAVE]!;
    if (leave > dropoffBy) break;
    const before = figures[at + BEFORE]!;
    const behind = figures[at + BEHIND]!;
    const travelIn = before < 0 ? 0 : secondsTo[before]!;
    const out = behind < 0 ? 0 : secondsFrom[behind]!;
    const dwell = before === tried.dropoffPlace ? tried.dropoffJoin : tried.dropoffOpen;
    const start = Math.max(leave + travelIn, tried.dropoffFrom);
    if (start > dropoffBy || start + dwell + out > figures[at + LATEST_BEHIND]! + TIME_TOLERANCE) continue;
    const grown = travelIn + dwell + out - figures[at + LEG_SECONDS]!;
    let freed = 0;
    if (behind >= 0 && (before === behind || behind === tried.dropoffPlace)) {
      freed = freedByJoining(day.prepared, present, present.core.fixedCount + k, tried.dropoffPlace);
    } else if (grown > figures[at + RIDE_ROOM]! + TIME_TOLERANCE) {
      continue;
    }
    if (travelIn < leastUp) leastUp = travelIn;
    const metres =
      (before < 0 ? 0 : metresTo[before]!) +
      (behind < 0 ? 0 : metresFrom[behind]!) -
      figures[at + LEG_METRES]!;
    const cost = growthCost(tried, sight, k, grown, freed) + present.perMetre * metres;
    if (cost < least) least = cost;
  }
  if (least === Number.POSITIVE_INFINITY) return least;
  const ride = Math.max(0, day.estimates.leastOn[present.core.vehicle]! + leastUp);
  return least + tried.excessPrice * (ride - tried.direct);
}

/**
 * What it costs at least that the leg of open slot k gets longer by `grown` seconds and the dwell behind it shorter by
 * `freed`. Where only the ground without margin is asked, no leg gets shorter; a leg that seems to owes it to layers
 * that are not in force.
 */
function growthCost(
  tried: TriedRequest,
  { present, ground, figures, at }: SlotsInSight,
  k: number,
  grown: number,
  freed: number,
): number {
  const slot = present.core.fixedCount + k;
  let cost = 0;
  if (grown > 0) cost = figures[at + k * SLOT_FIGURES + PRICE]! * Math.min(grown, ground.cap);
  else if (ground.margin > 0) cost = ground.savings[slot]! * grown;
  if (freed > 0) return cost - ground.savings[slot + 1]! * freed;
  return cost + tried.excessPrice * freed;
}
