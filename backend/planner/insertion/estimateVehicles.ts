import { TIME_TOLERANCE } from '../schedule/timeline.ts';
import { leastFreed, mostFreed } from './joinChange.ts';
import type { PreparedDay } from './preparedDay.ts';
import {
  BEFORE,
  BEHIND,
  gridStep,
  LATEST_BEHIND,
  LEG_METRES,
  LEG_SECONDS,
  LOAD,
  PRICE,
  READY,
  RIDE_ROOM,
  SLOT_PLACES,
  SLOT_TIMES,
  SOONEST_LEAVE,
} from './slotTable.ts';
import type { TriedRequest } from './triedRequest.ts';

/** Vehicles that may be able to carry a request, with a bound below which none of their insertions can cost. */
export interface VehicleEstimates {
  count: number;
  /** `[i]`: vehicle number and bound. */
  vehicle: Int32Array;
  bound: Float64Array;
}

/** Room for estimates of a whole fleet. */
export function createEstimates(vehicles: number): VehicleEstimates {
  return { count: 0, vehicle: new Int32Array(vehicles), bound: new Float64Array(vehicles) };
}

/**
 * Goes through the open slots of one vehicle after the other and keeps those vehicles for which neither windows nor
 * places nor ride times rule the request out in every slot. All is arithmetic on the slot table and the rows of travel.
 * What stands in the table for the whole tour holds as long as the insertion makes no leg shorter; so a slot is first
 * ruled out by what holds in any case (`READY`, `fits`), and a vehicle with a slot that gets shorter is kept unseen:
 * no vehicle with an insertion is lost. The bound adds up kilometres and leg prices of the cheapest slot for the pickup
 * and of the cheapest one for the dropoff.
 */
export function estimateVehicles(
  day: PreparedDay,
  tried: TriedRequest,
  among: readonly number[] | undefined,
  into: VehicleEstimates,
): void {
  into.count = 0;
  const { slots, classOf } = day;
  const row = gridStep(tried.pickupFrom) * slots.vehicles;
  const total = among ? among.length : slots.vehicles;
  for (let k = 0; k < total; k++) {
    const v = among ? among[k]! : k;
    const first = slots.firstSlot[row + v]!;
    if (first >= slots.count[v]! || tried.suits[classOf[v]!] === 0) continue;
    const bound = estimateVehicle(day, tried, v, first);
    if (bound === Number.POSITIVE_INFINITY) continue;
    into.vehicle[into.count] = v;
    into.bound[into.count] = bound;
    into.count++;
  }
}

/**
 * The bound of one vehicle; `Infinity` when it cannot carry the request, `-Infinity` when nothing is known because a leg
 * would get shorter.
 */
function estimateVehicle(day: PreparedDay, tried: TriedRequest, v: number, first: number): number {
  const present = day.vehicles[v]!;
  if (!present.prices.areKnown) return Number.NEGATIVE_INFINITY;
  const { times, places, base, count } = day.slots;
  const { pickupPlace, dropoffPlace, pickupFrom, dropoffFrom, fits, waitPrice, excessPrice } = tried;
  const toPickup = tried.pickupRows.secondsTo;
  const fromPickup = tried.pickupRows.secondsFrom;
  const metresToPickup = tried.pickupRows.metresTo;
  const metresFromPickup = tried.pickupRows.metresFrom;
  const fromDropoff = tried.dropoffRows.secondsFrom;
  const metresFromDropoff = tried.dropoffRows.metresFrom;
  const pickupBy = tried.pickupBy + TIME_TOLERANCE;
  const dropoffBy = tried.dropoffBy + TIME_TOLERANCE;
  const vehicle = day.prepared.vehicles[v]!;
  const perMetre = vehicle.costPerKilometre / 1000;
  const { cap } = present.prices;
  const { fixedCount } = present.core;
  const dwellBoth = dropoffPlace === pickupPlace ? tried.dropoffJoin : tried.dropoffOpen;
  const origin = base[v]!;
  const last = origin + count[v]!;
  let bothCost = Number.POSITIVE_INFINITY;
  let pickupCost = Number.POSITIVE_INFINITY;
  let leastOn = Number.POSITIVE_INFINITY;
  let firstReached = last;
  let firstPickup = last;
  for (let slot = origin + first; slot < last; slot++) {
    const at = slot * SLOT_TIMES;
    const ready = times[at + READY]!;
    if (ready > pickupBy) break;
    const to = slot * SLOT_PLACES;
    if (fits[places[to + LOAD]!] === 0) continue;
    const before = places[to + BEFORE]!;
    const travelIn = before < 0 ? 0 : toPickup[before]!;
    if (ready + travelIn > pickupBy) continue;
    const behind = places[to + BEHIND]!;
    const dwell = before === pickupPlace ? tried.pickupJoin : tried.pickupOpen;
    const legSeconds = times[at + LEG_SECONDS]!;
    const outBoth = behind < 0 ? 0 : fromDropoff[behind]!;
    const out = behind < 0 ? 0 : fromPickup[behind]!;
    let grownBoth = travelIn + dwell + tried.rideSeconds + dwellBoth + outBoth - legSeconds;
    let grown = travelIn + dwell + out - legSeconds;
    let room = times[at + RIDE_ROOM]! + TIME_TOLERANCE;
    let lengthenedBoth = 0;
    let lengthened = 0;
    if (behind >= 0 && (before === behind || behind === pickupPlace || behind === dropoffPlace)) {
      const index = fixedCount + slot - origin;
      grownBoth -= mostFreed(day.prepared, present, index, dropoffPlace);
      grown -= mostFreed(day.prepared, present, index, pickupPlace);
      lengthenedBoth = Math.max(0, -leastFreed(day.prepared, present, index, dropoffPlace));
      lengthened = Math.max(0, -leastFreed(day.prepared, present, index, pickupPlace));
      room = Number.POSITIVE_INFINITY;
    }
    if (grownBoth < 0 || (grown < 0 && slot + 1 < last)) return Number.NEGATIVE_INFINITY;
    if (firstReached === last) firstReached = slot;
    const start = Math.max(times[at + SOONEST_LEAVE]! + travelIn, pickupFrom);
    const end = start + dwell;
    const by = times[at + LATEST_BEHIND]! + TIME_TOLERANCE;
    if (start > pickupBy || end > by) continue;
    const price = times[at + PRICE]!;
    const costIn =
      waitPrice * (start - pickupFrom) +
      perMetre * ((before < 0 ? 0 : metresToPickup[before]!) - times[at + LEG_METRES]!);

    const startBoth = Math.max(end + tried.rideSeconds, dropoffFrom);
    if (startBoth <= dropoffBy && startBoth + dwellBoth + outBoth <= by && grownBoth <= room) {
      const cost =
        costIn +
        perMetre * (tried.rideMetres + (behind < 0 ? 0 : metresFromDropoff[behind]!)) +
        price * Math.min(grownBoth, cap) +
        excessPrice * (tried.rideSeconds - tried.direct - lengthenedBoth);
      if (cost < bothCost) bothCost = cost;
    }
    if (end + out > by || grown > room || slot + 1 === last) continue;
    if (firstPickup === last) firstPickup = slot;
    if (out < leastOn) leastOn = out;
    const cost =
      costIn +
      perMetre * (behind < 0 ? 0 : metresFromPickup[behind]!) +
      price * Math.min(grown, cap) -
      excessPrice * lengthened;
    if (cost < pickupCost) pickupCost = cost;
  }

  const { secondsTo: toDropoff, metresTo: metresToDropoff } = tried.dropoffRows;
  let dropoffCost = Number.POSITIVE_INFINITY;
  let leastUp = Number.POSITIVE_INFINITY;
  for (let slot = firstReached + 1; slot < last; slot++) {
    const at = slot * SLOT_TIMES;
    if (times[at + READY]! > dropoffBy) break;
    const to = slot * SLOT_PLACES;
    const before = places[to + BEFORE]!;
    const travelIn = before < 0 ? 0 : toDropoff[before]!;
    const behind = places[to + BEHIND]!;
    const out = behind < 0 ? 0 : fromDropoff[behind]!;
    const dwell = before === dropoffPlace ? tried.dropoffJoin : tried.dropoffOpen;
    let grown = travelIn + dwell + out - times[at + LEG_SECONDS]!;
    let room = times[at + RIDE_ROOM]! + TIME_TOLERANCE;
    let lengthened = 0;
    if (behind >= 0 && (before === behind || behind === dropoffPlace)) {
      const index = fixedCount + slot - origin;
      grown -= mostFreed(day.prepared, present, index, dropoffPlace);
      lengthened = Math.max(0, -leastFreed(day.prepared, present, index, dropoffPlace));
      room = Number.POSITIVE_INFINITY;
    }
    if (grown < 0) return Number.NEGATIVE_INFINITY;
    if (slot <= firstPickup) continue;
    const start = Math.max(times[at + SOONEST_LEAVE]! + travelIn, dropoffFrom);
    if (start > dropoffBy || grown > room) continue;
    if (start + dwell + out > times[at + LATEST_BEHIND]! + TIME_TOLERANCE) continue;
    if (travelIn < leastUp) leastUp = travelIn;
    const metres =
      (before < 0 ? 0 : metresToDropoff[before]!) +
      (behind < 0 ? 0 : metresFromDropoff[behind]!) -
      times[at + LEG_METRES]!;
    const cost = times[at + PRICE]! * Math.min(grown, cap) + perMetre * metres - excessPrice * lengthened;
    if (cost < dropoffCost) dropoffCost = cost;
  }
  const excess = excessPrice * (Math.max(0, leastOn + leastUp) - tried.direct);
  const least = Math.min(bothCost, pickupCost + dropoffCost + excess);
  const opening = present.core.length === 0 ? vehicle.fixedCost : 0;
  return least + opening - (present.cost - present.prices.relaxedCost);
}
