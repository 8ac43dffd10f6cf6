import { TIME_TOLERANCE } from '../schedule/timeline.ts';
import { freedByJoining } from './joinChange.ts';
import {
  BEFORE,
  BEHIND,
  LATEST_BEHIND,
  LEG_METRES,
  LEG_SECONDS,
  LOOSE_CAP,
  MARGIN,
  PER_METRE,
  PRICE,
  RIDE_ROOM,
  SLOT_FIGURES,
  type SlotTable,
  SOONEST_LEAVE,
  STRICT_CAP,
  VEHICLE_FIGURES,
} from './slotTable.ts';
import {
  PRICE_UNIT,
  RECORD_BEFORE,
  RECORD_BEHIND,
  RECORD_JOINS,
  RECORD_LATEST,
  RECORD_LEG_METRES,
  RECORD_LEG_SECONDS,
  RECORD_PRICE,
  RECORD_ROOM,
  RECORD_SLOT,
  RECORD_SOONEST,
  RECORD_VEHICLE,
} from './timeBuckets.ts';
import { BLOCK, METRES_FROM, METRES_TO, SECONDS_FROM, SECONDS_TO } from './travelRows.ts';
import type { TriedRequest } from './triedRequest.ts';
import {
  BOTH_COST,
  ESTIMATE,
  FIRST_PICKUP,
  isMarked,
  keepUnseen,
  LEAST_ON,
  LOOSE,
  PICKUP_COST,
  reachVehicle,
  type VehicleEstimates,
} from './vehicleEstimates.ts';

/**
 * Looks at the slot of a record for the pickup, with the dropoff in the same slot and in a later one. If windows and
 * rides allow it, the vehicle is listed and its least costs kept.
 */
export function estimatePickup(
  estimates: VehicleEstimates,
  table: SlotTable,
  tried: TriedRequest,
  records: Int32Array,
  at: number,
): void {
  const v = records[at + RECORD_VEHICLE]!;
  const least = estimates.figures;
  const own = v * ESTIMATE;
  const isLoose = isMarked(estimates, v, LOOSE);
  const before = records[at + RECORD_BEFORE]!;
  const behind = records[at + RECORD_BEHIND]!;
  const { pickupBlock, dropoffBlock, pickupFrom } = tried;
  const travelIn = pickupBlock[before * BLOCK + SECONDS_TO]!;
  const start = Math.max(records[at + RECORD_SOONEST]! + travelIn, pickupFrom);
  if (start > tried.pickupBy + TIME_TOLERANCE) return;
  const dwell = before === tried.pickupPlace + 1 ? tried.pickupJoin : tried.pickupOpen;
  const end = start + dwell;
  const by = records[at + RECORD_LATEST]! + TIME_TOLERANCE;
  const outBoth = tried.dropoffDwellBoth + dropoffBlock[behind * BLOCK + SECONDS_FROM]!;
  const out = pickupBlock[behind * BLOCK + SECONDS_FROM]!;
  const detour = travelIn + dwell - records[at + RECORD_LEG_SECONDS]!;
  const slot = records[at + RECORD_SLOT]!;
  const isJoin =
    records[at + RECORD_JOINS] === 1 &&
    (before === behind || behind === tried.pickupPlace + 1 || behind === tried.dropoffPlace + 1);
  const room = isJoin ? Number.POSITIVE_INFINITY : records[at + RECORD_ROOM]! + TIME_TOLERANCE;
  const price = records[at + RECORD_PRICE]! * PRICE_UNIT;
  const perMetre = table.vehicles[v * VEHICLE_FIGURES + PER_METRE]!;
  const costIn =
    tried.waitPrice * (start - pickupFrom) +
    perMetre * (pickupBlock[before * BLOCK + METRES_TO]! - records[at + RECORD_LEG_METRES]!);

  const startBoth = Math.max(end + tried.rideSeconds, tried.dropoffFrom);
  const grownBoth = detour + tried.rideSeconds + outBoth;
  const freedBoth = isJoin ? freedByJoining(table.joinGain[slot]!, behind - 1, tried.dropoffPlace) : 0;
  if (isLoose && grownBoth - freedBoth < -table.vehicles[v * VEHICLE_FIGURES + MARGIN]!) {
    keepUnseen(estimates, v);
  }
  if (startBoth <= tried.dropoffBy + TIME_TOLERANCE && startBoth + outBoth <= by && grownBoth <= room) {
    reachVehicle(estimates, v);
    const cost =
      costIn +
      perMetre * (tried.rideMetres + dropoffBlock[behind * BLOCK + METRES_FROM]!) +
      growthCost(table, tried, isLoose, v, slot, price, grownBoth, freedBoth) +
      tried.excessPrice * (tried.rideSeconds - tried.direct);
    if (cost < least[own + BOTH_COST]!) least[own + BOTH_COST] = cost;
  }
  const grown = detour + out;
  if (end + out > by || grown > room) return;
  reachVehicle(estimates, v);
  if (slot < least[own + FIRST_PICKUP]!) least[own + FIRST_PICKUP] = slot;
  if (out < least[own + LEAST_ON]!) least[own + LEAST_ON] = out;
  const freed = isJoin ? freedByJoining(table.joinGain[slot]!, behind - 1, tried.pickupPlace) : 0;
  const cost =
    costIn +
    perMetre * pickupBlock[behind * BLOCK + METRES_FROM]! +
    growthCost(table, tried, isLoose, v, slot, price, grown, freed);
  if (cost < least[own + PICKUP_COST]!) least[own + PICKUP_COST] = cost;
}

/** The least cost of the dropoff in a slot behind the vehicle's first one for the pickup, excess ride included. */
export function estimateDropoff(
  estimates: VehicleEstimates,
  table: SlotTable,
  tried: TriedRequest,
  v: number,
): number {
  const isLoose = isMarked(estimates, v, LOOSE);
  const figures = isLoose ? table.loose : table.strict;
  const { dropoffPlace, dropoffFrom, dropoffBlock } = tried;
  const perMetre = table.vehicles[v * VEHICLE_FIGURES + PER_METRE]!;
  const dropoffBy = tried.dropoffBy + TIME_TOLERANCE;
  const last = table.base[v]! + table.count[v]!;
  let least = Number.POSITIVE_INFINITY;
  let leastUp = Number.POSITIVE_INFINITY;
  for (let slot = estimates.figures[v * ESTIMATE + FIRST_PICKUP]! + 1; slot < last; slot++) {
    const at = slot * SLOT_FIGURES;
    const leave = figures[at + SOONEST_LEAVE]!;
    if (leave > dropoffBy) break;
    const before = figures[at + BEFORE]! | 0;
    const behind = figures[at + BEHIND]! | 0;
    const travelIn = dropoffBlock[(before + 1) * BLOCK + SECONDS_TO]!;
    const out = dropoffBlock[(behind + 1) * BLOCK + SECONDS_FROM]!;
    const dwell = before === dropoffPlace ? tried.dropoffJoin : tried.dropoffOpen;
    const start = Math.max(leave + travelIn, dropoffFrom);
    if (start > dropoffBy || start + dwell + out > figures[at + LATEST_BEHIND]! + TIME_TOLERANCE) continue;
    const grown = travelIn + dwell + out - figures[at + LEG_SECONDS]!;
    let freed = 0;
    if (behind >= 0 && (before === behind || behind === dropoffPlace)) {
      freed = freedByJoining(table.joinGain[slot]!, behind, dropoffPlace);
    } else if (grown > figures[at + RIDE_ROOM]! + TIME_TOLERANCE) {
      continue;
    }
    if (travelIn < leastUp) leastUp = travelIn;
    const metres =
      dropoffBlock[(before + 1) * BLOCK + METRES_TO]! +
      dropoffBlock[(behind + 1) * BLOCK + METRES_FROM]! -
      figures[at + LEG_METRES]!;
    const cost =
      growthCost(table, tried, isLoose, v, slot, figures[at + PRICE]!, grown, freed) + perMetre * metres;
    if (cost < least) least = cost;
  }
  if (least === Number.POSITIVE_INFINITY) return least;
  return (
    least +
    tried.excessPrice * (Math.max(0, estimates.figures[v * ESTIMATE + LEAST_ON]! + leastUp) - tried.direct)
  );
}

/**
 * What it costs at least that the leg of a slot gets longer by `grown` seconds and the dwell behind it shorter by
 * `freed`. Where only the strict figures are asked, no leg gets shorter; one that seems to owes it to layers that are
 * not in force.
 */
function growthCost(
  table: SlotTable,
  tried: TriedRequest,
  isLoose: boolean,
  v: number,
  slot: number,
  price: number,
  grown: number,
  freed: number,
): number {
  const at = v * VEHICLE_FIGURES;
  const cap = isLoose ? table.vehicles[at + LOOSE_CAP]! : table.vehicles[at + STRICT_CAP]!;
  let cost = 0;
  if (grown > 0) cost = price * Math.min(grown, cap);
  else if (isLoose) cost = table.savings[slot]! * grown;
  if (freed > 0) return cost - table.savings[slot + 1]! * freed;
  return cost + tried.excessPrice * freed;
}
