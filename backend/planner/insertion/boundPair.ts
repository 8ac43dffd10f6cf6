import { TIME_TOLERANCE } from '../schedule/timeline.ts';
import type { PreparedDay, PreparedSchedule } from './preparedDay.ts';
import type { TriedRequest } from './triedRequest.ts';

/** Figures of one vehicle that the bounds of all its pairs use. */
export interface PairGround {
  readonly present: PreparedSchedule;
  readonly perMetre: number;
  readonly perSecond: number;
  /** Fixed cost that an unused vehicle adds. */
  readonly opening: number;
  /** What the present best cost holds beyond the relaxed one of the leg prices. */
  readonly credit: number;
  /** The present best cost without kilometres, fixed cost, least excess rides and least waits. */
  readonly timeCost: number;
}

/** Reads the ground of vehicle v. */
export function groundOf(day: PreparedDay, v: number, tried: TriedRequest): PairGround {
  const vehicle = day.prepared.vehicles[v]!;
  const present = day.vehicles[v]!;
  const { facts, cost } = present;
  const isUsed = present.core.length > 0;
  const perMetre = vehicle.costPerKilometre / 1000;
  let metres = 0;
  for (let slot = 0; slot < facts.size - 1; slot++) metres += facts.legMetres[slot]!;
  return {
    present,
    perMetre,
    perSecond: vehicle.costPerHour / 3600,
    opening: isUsed ? 0 : vehicle.fixedCost,
    credit: cost - present.prices.relaxedCost,
    timeCost: isUsed
      ? cost -
        vehicle.fixedCost -
        perMetre * metres -
        tried.excessPrice * facts.leastExcess -
        tried.waitPrice * facts.leastWait
      : 0,
  };
}

/** Seconds by which dwells behind the two slots change, because visits join or no longer join a stop. */
export interface JoinChanges {
  /** At most so much shorter behind the pickup's slot (with `i === j`: behind the dropoff in it), and the dropoff's. */
  readonly freedPickup: number;
  readonly freedDropoff: number;
  /** At most so much longer, both together. */
  readonly lengthened: number;
}

/**
 * A cost below which the request cannot go into slots `i <= j` of the vehicle, in constant time; `Infinity` when
 * windows or ride times rule the pair out, `-Infinity` when a leg would get shorter: then nothing is known. It is the
 * greater of two bounds: leg prices (no other times can save more than the dual prices say), and the least duty that
 * windows and travel allow.
 */
export function boundPair(
  tried: TriedRequest,
  ground: PairGround,
  i: number,
  j: number,
  joins: JoinChanges,
): number {
  const { freedPickup, freedDropoff, lengthened } = joins;
  const { facts, prices } = ground.present;
  const { place, dwell, chain, soonest, latest, ready, hiAhead, legSeconds, legMetres, company, rideRoom } =
    facts;
  const { excessPrice } = tried;
  const before = place[i]!;
  const travelIn = before < 0 ? 0 : tried.pickupRows.secondsTo[before]!;
  if (ready[i]! + travelIn > tried.pickupBy + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  const dwellPickup = before === tried.pickupPlace ? tried.pickupJoin : tried.pickupOpen;
  const behind = place[i + 1]!;
  const metresIn = before < 0 ? 0 : tried.pickupRows.metresTo[before]!;
  const last = facts.size - 1;

  let grownPickup: number;
  let grownDropoff = 0;
  let ride: number;
  let metres: number;
  let onward: number;
  let out: number;
  let arrivalUp = Number.NEGATIVE_INFINITY;
  if (i === j) {
    out = behind < 0 ? 0 : tried.dropoffRows.secondsFrom[behind]!;
    const dwellDropoff = tried.dropoffPlace === tried.pickupPlace ? tried.dropoffJoin : tried.dropoffOpen;
    ride = tried.rideSeconds;
    onward = dwellDropoff + out;
    grownPickup = travelIn + dwellPickup + ride + onward - legSeconds[i]! - freedPickup;
    metres =
      metresIn + tried.rideMetres + (behind < 0 ? 0 : tried.dropoffRows.metresFrom[behind]!) - legMetres[i]!;
  } else {
    out = behind < 0 ? 0 : tried.pickupRows.secondsFrom[behind]!;
    const left = place[j]!;
    const next = place[j + 1]!;
    const travelUp = left < 0 ? 0 : tried.dropoffRows.secondsTo[left]!;
    const travelOn = next < 0 ? 0 : tried.dropoffRows.secondsFrom[next]!;
    const dwellDropoff = left === tried.dropoffPlace ? tried.dropoffJoin : tried.dropoffOpen;
    ride = out + chain[j]! - chain[i + 1]! + dwell[j]! + travelUp - freedPickup;
    onward = dwellDropoff + travelOn;
    grownPickup = travelIn + dwellPickup + out - legSeconds[i]! - freedPickup;
    grownDropoff = travelUp + onward - legSeconds[j]! - freedDropoff;
    metres =
      metresIn +
      (behind < 0 ? 0 : tried.pickupRows.metresFrom[behind]!) +
      (left < 0 ? 0 : tried.dropoffRows.metresTo[left]!) +
      (next < 0 ? 0 : tried.dropoffRows.metresFrom[next]!) -
      legMetres[i]! -
      legMetres[j]!;
    arrivalUp = Math.max(ready[j]!, soonest[j]! + dwell[j]!) + travelUp;
  }
  if (grownPickup < 0 || grownDropoff < 0) return Number.NEGATIVE_INFINITY;

  const arrival = Math.max(ready[i]!, soonest[i]! + dwell[i]!) + travelIn;
  const start = Math.max(arrival, tried.pickupFrom);
  if (start > tried.pickupBy + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  const end = start + dwellPickup;
  const waited = tried.waitPrice * (start - tried.pickupFrom);
  if (i < j) {
    const by = Math.min(hiAhead[i]!, latest[i + 1]!) + TIME_TOLERANCE;
    if (end + out > by) return Number.POSITIVE_INFINITY;
    if (freedDropoff === 0 && grownDropoff > rideRoom[j]! + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  }
  if (freedPickup === 0 && grownPickup > rideRoom[i]! + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  if (ride > tried.maxRide + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  const startDropoff = Math.max(end + ride, arrivalUp, tried.dropoffFrom);
  if (startDropoff > tried.dropoffBy + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  if (startDropoff + onward > Math.min(hiAhead[j]!, latest[j + 1]!) + TIME_TOLERANCE)
    return Number.POSITIVE_INFINITY;

  const own = ground.perMetre * metres + waited + excessPrice * (ride - tried.direct - lengthened);
  const { cap } = prices;
  const byPrices =
    prices.prices[i]! * Math.min(grownPickup, cap) +
    prices.prices[j]! * Math.min(grownDropoff, cap) -
    ground.credit;

  const whole = chain[last]!;
  const departBy = facts.departBy[i]!;
  const duty = Math.max(
    whole + grownPickup + grownDropoff,
    whole + facts.finishFrom[j]! - departBy,
    startDropoff + onward - (i === j ? freedPickup : freedDropoff) + whole - chain[j + 1]! - departBy,
    whole + facts.finishFrom[j]! - tried.pickupBy + chain[i]! + dwell[i]! + travelIn,
  );
  const byDuty =
    ground.perSecond * duty -
    ground.timeCost +
    excessPrice * (company[i]! * grownPickup + company[j]! * grownDropoff);
  return ground.opening + own + Math.max(byPrices, byDuty);
}
