import { TIME_TOLERANCE } from '../schedule/timeline.ts';
import type { Ground } from './ground.ts';
import { freedByJoining } from './joinChange.ts';
import type { PreparedSchedule } from './preparedDay.ts';
import type { TriedRequest } from './triedRequest.ts';

/**
 * A cost below which the request cannot go into slots `i <= j` of the vehicle, in constant time; `Infinity` when
 * windows or ride times rule the pair out, `-Infinity` when nothing is known. It is the greater of two bounds: leg
 * prices (no other times can save more than the dual prices say), and the least duty that windows and travel allow.
 * Without `isLoose` it is known that nothing gets shorter.
 */
export function boundPair(
  tried: TriedRequest,
  present: PreparedSchedule,
  isLoose: boolean,
  i: number,
  j: number,
): number {
  const { facts, joinGains } = present;
  const { place, dwell, chain, ready, hiAhead, legSeconds, legMetres, rideRoom } = facts;
  const before = place[i]!;
  const behind = place[i + 1]!;
  const travelIn = before < 0 ? 0 : tried.pickupRows.secondsTo[before]!;
  if (ready[i]! + travelIn > tried.pickupBy + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  const dwellPickup = before === tried.pickupPlace ? tried.pickupJoin : tried.pickupOpen;
  let metres = (before < 0 ? 0 : tried.pickupRows.metresTo[before]!) - legMetres[i]!;
  let grownPickup = travelIn + dwellPickup - legSeconds[i]!;
  let grownDropoff = 0;
  let freedDropoff = 0;
  const freedPickup = freedByJoining(joinGains[i]!, behind, i === j ? tried.dropoffPlace : tried.pickupPlace);
  let out = 0;
  let ride = tried.rideSeconds;
  let travelUp = 0;
  let onward = 0;
  if (i === j) {
    onward = tried.dropoffDwellBoth + (behind < 0 ? 0 : tried.dropoffRows.secondsFrom[behind]!);
    grownPickup += ride + onward;
    metres += tried.rideMetres + (behind < 0 ? 0 : tried.dropoffRows.metresFrom[behind]!);
  } else {
    const left = place[j]!;
    const next = place[j + 1]!;
    freedDropoff = freedByJoining(joinGains[j]!, next, tried.dropoffPlace);
    out = behind < 0 ? 0 : tried.pickupRows.secondsFrom[behind]!;
    travelUp = left < 0 ? 0 : tried.dropoffRows.secondsTo[left]!;
    onward = left === tried.dropoffPlace ? tried.dropoffJoin : tried.dropoffOpen;
    if (next >= 0) onward += tried.dropoffRows.secondsFrom[next]!;
    grownPickup += out;
    grownDropoff = travelUp + onward - legSeconds[j]!;
    ride = out + chain[j]! - chain[i + 1]! + dwell[j]! + travelUp - freedPickup;
    metres +=
      (behind < 0 ? 0 : tried.pickupRows.metresFrom[behind]!) +
      (left < 0 ? 0 : tried.dropoffRows.metresTo[left]!) +
      (next < 0 ? 0 : tried.dropoffRows.metresFrom[next]!) -
      legMetres[j]!;
  }

  const isStrict =
    !isLoose || (grownPickup >= 0 && grownDropoff >= 0 && freedPickup <= 0 && freedDropoff <= 0);
  const ground = isStrict ? present.strict : present.loose;
  const { margin, soonest, latest } = ground;
  if (isStrict) {
    grownPickup = Math.max(0, grownPickup);
    grownDropoff = Math.max(0, grownDropoff);
  } else {
    if (i < j) grownPickup = Math.max(-present.shrink.seconds, grownPickup);
    grownDropoff = Math.max(-present.shrink.seconds, grownDropoff);
    const shorter =
      Math.max(0, -grownPickup) +
      Math.max(0, -grownDropoff) +
      Math.max(0, freedPickup) +
      Math.max(0, freedDropoff);
    if (shorter > margin) return Number.NEGATIVE_INFINITY;
  }

  const leave = Math.max(ready[i]!, soonest[i]! + dwell[i]! - margin);
  const start = Math.max(leave + travelIn, tried.pickupFrom);
  if (start > tried.pickupBy + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  const end = start + dwellPickup;
  let arrivalUp = end + ride;
  if (i < j) {
    if (end + out > Math.min(hiAhead[i]!, latest[i + 1]!) + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
    if (freedDropoff === 0 && grownDropoff > rideRoom[j]! + margin + TIME_TOLERANCE)
      return Number.POSITIVE_INFINITY;
    arrivalUp = Math.max(arrivalUp, Math.max(ready[j]!, soonest[j]! + dwell[j]!) - margin + travelUp);
  }
  if (freedPickup === 0 && grownPickup > rideRoom[i]! + margin + TIME_TOLERANCE)
    return Number.POSITIVE_INFINITY;
  if (ride > tried.maxRide + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  const startDropoff = Math.max(arrivalUp, tried.dropoffFrom);
  if (startDropoff > tried.dropoffBy + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  if (startDropoff + onward > Math.min(hiAhead[j]!, latest[j + 1]!) + TIME_TOLERANCE)
    return Number.POSITIVE_INFINITY;

  // A pickup that opens a stop instead of joining it counts its ride from later.
  const lengthened = Math.max(0, -freedPickup) + Math.max(0, -freedDropoff);
  const own =
    present.opening +
    present.perMetre * metres +
    tried.waitPrice * (start - tried.pickupFrom) +
    tried.excessPrice * (ride - tried.direct - lengthened);
  const byPrices =
    priceGrowth(ground, i, grownPickup, freedPickup) +
    (i < j ? priceGrowth(ground, j, grownDropoff, freedDropoff) : 0) -
    (present.cost - ground.relaxedCost);
  if (!isStrict) return own + byPrices;
  const earliestFinish = startDropoff + onward - (chain[j + 1]! - chain[facts.size - 1]!);
  return (
    own +
    Math.max(byPrices, priceDuty(tried, present, i, j, grownPickup, grownDropoff, earliestFinish, travelIn))
  );
}

/** Leg prices of one slot: longer by `grown`, the dwell behind it shorter by `freed`. */
function priceGrowth(ground: Ground, slot: number, grown: number, freed: number): number {
  const cost =
    grown >= 0 ? ground.prices[slot]! * Math.min(grown, ground.cap) : ground.savings[slot]! * grown;
  return freed > 0 ? cost - ground.savings[slot + 1]! * freed : cost;
}

/**
 * The least duty after the insertion, priced, with the least excess rides and waits, less what the present times cost.
 * The duty is at least the travel without waits, and as long as the span from a latest departure to an earliest finish,
 * whichever visits, new or old, set them.
 */
function priceDuty(
  tried: TriedRequest,
  present: PreparedSchedule,
  i: number,
  j: number,
  grownPickup: number,
  grownDropoff: number,
  earliestFinish: number,
  travelIn: number,
): number {
  const { chain, dwell, departBy, finishFrom, company, size } = present.facts;
  const whole = chain[size - 1]!;
  const duty = Math.max(
    whole + grownPickup + grownDropoff,
    Math.max(whole + finishFrom[j]!, earliestFinish) - departBy[i]!,
    whole + finishFrom[j]! - tried.pickupBy + chain[i]! + dwell[i]! + travelIn,
  );
  const rides = company[i]! * grownPickup + company[j]! * grownDropoff;
  return present.perSecond * duty + tried.excessPrice * rides - present.timeCost;
}
