import { TIME_TOLERANCE } from '../schedule/timeline.ts';
import type { Ground } from './ground.ts';
import { freedByJoining } from './joinChange.ts';
import {
  NODE_CHAIN,
  NODE_DWELL,
  NODE_PLACE,
  type PairFigures,
  SLOT_BY,
  SLOT_COMPANY,
  SLOT_DEPART_BY,
  SLOT_FINISH_FROM,
  SLOT_LEAVE,
  SLOT_LEG_METRES,
  SLOT_LEG_SECONDS,
  SLOT_LOOSE_BY,
  SLOT_LOOSE_LEAVE,
  SLOT_PRICE,
  SLOT_READY,
  SLOT_ROOM,
  slotAt,
  VEHICLE_COST,
  VEHICLE_OPENING,
  VEHICLE_PER_METRE,
  VEHICLE_PER_SECOND,
  VEHICLE_SHRINK,
  VEHICLE_STRICT_CAP,
  VEHICLE_STRICT_COST,
  VEHICLE_TIME_COST,
  VEHICLE_WHOLE_CHAIN,
} from './pairFigures.ts';
import type { PreparedSchedule } from './preparedSchedule.ts';
import { BLOCK, METRES_FROM, METRES_TO, SECONDS_FROM, SECONDS_TO } from './travelRows.ts';
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
  const { figures } = present;
  const { pickupBlock, dropoffBlock } = tried;
  const at = slotAt(i);
  const to = slotAt(j);
  const before = figures[at + NODE_PLACE]!;
  const behind = figures[slotAt(i + 1) + NODE_PLACE]!;
  const travelIn = pickupBlock[(before + 1) * BLOCK + SECONDS_TO]!;
  if (figures[at + SLOT_READY]! + travelIn > tried.pickupBy + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  const dwellPickup = before === tried.pickupPlace ? tried.pickupJoin : tried.pickupOpen;
  let metres = pickupBlock[(before + 1) * BLOCK + METRES_TO]! - figures[at + SLOT_LEG_METRES]!;
  let grownPickup = travelIn + dwellPickup - figures[at + SLOT_LEG_SECONDS]!;
  let grownDropoff = 0;
  const putPickup = i === j ? tried.dropoffPlace : tried.pickupPlace;
  const freedPickup = behind === putPickup || behind === before ? freedAt(present, i, behind, putPickup) : 0;
  let freedDropoff = 0;
  let out = 0;
  let ride = tried.rideSeconds;
  let travelUp = 0;
  let onward = 0;
  let behindDropoff = behind;
  if (i === j) {
    onward = tried.dropoffDwellBoth + dropoffBlock[(behind + 1) * BLOCK + SECONDS_FROM]!;
    grownPickup += ride + onward;
    metres += tried.rideMetres + dropoffBlock[(behind + 1) * BLOCK + METRES_FROM]!;
  } else {
    const left = figures[to + NODE_PLACE]!;
    behindDropoff = figures[slotAt(j + 1) + NODE_PLACE]!;
    if (behindDropoff === tried.dropoffPlace || behindDropoff === left) {
      freedDropoff = freedAt(present, j, behindDropoff, tried.dropoffPlace);
    }
    out = pickupBlock[(behind + 1) * BLOCK + SECONDS_FROM]!;
    travelUp = dropoffBlock[(left + 1) * BLOCK + SECONDS_TO]!;
    onward =
      (left === tried.dropoffPlace ? tried.dropoffJoin : tried.dropoffOpen) +
      dropoffBlock[(behindDropoff + 1) * BLOCK + SECONDS_FROM]!;
    grownPickup += out;
    grownDropoff = travelUp + onward - figures[to + SLOT_LEG_SECONDS]!;
    const between = figures[to + NODE_CHAIN]! - figures[slotAt(i + 1) + NODE_CHAIN]!;
    ride = out + between + figures[to + NODE_DWELL]! + travelUp - freedPickup;
    metres +=
      pickupBlock[(behind + 1) * BLOCK + METRES_FROM]! +
      dropoffBlock[(left + 1) * BLOCK + METRES_TO]! +
      dropoffBlock[(behindDropoff + 1) * BLOCK + METRES_FROM]! -
      figures[to + SLOT_LEG_METRES]!;
  }

  const isStrict =
    !isLoose || (grownPickup >= 0 && grownDropoff >= 0 && freedPickup <= 0 && freedDropoff <= 0);
  const margin = isStrict ? 0 : present.loose.margin;
  if (isStrict) {
    grownPickup = Math.max(0, grownPickup);
    grownDropoff = Math.max(0, grownDropoff);
  } else {
    const shrink = figures[VEHICLE_SHRINK]!;
    if (i < j) grownPickup = Math.max(-shrink, grownPickup);
    grownDropoff = Math.max(-shrink, grownDropoff);
    const shorter =
      Math.max(0, -grownPickup) +
      Math.max(0, -grownDropoff) +
      Math.max(0, freedPickup) +
      Math.max(0, freedDropoff);
    if (shorter > margin) return Number.NEGATIVE_INFINITY;
  }

  const soonest = isStrict ? SLOT_LEAVE : SLOT_LOOSE_LEAVE;
  const latest = isStrict ? SLOT_BY : SLOT_LOOSE_BY;
  const start = Math.max(figures[at + soonest]! + travelIn, tried.pickupFrom);
  if (start > tried.pickupBy + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  const end = start + dwellPickup;
  let arrivalUp = end + ride;
  if (i < j) {
    if (end + out > figures[at + latest]! + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
    if (freedDropoff === 0 && grownDropoff > figures[to + SLOT_ROOM]! + margin + TIME_TOLERANCE) {
      return Number.POSITIVE_INFINITY;
    }
    arrivalUp = Math.max(arrivalUp, figures[to + soonest]! + travelUp);
  }
  if (freedPickup === 0 && grownPickup > figures[at + SLOT_ROOM]! + margin + TIME_TOLERANCE) {
    return Number.POSITIVE_INFINITY;
  }
  if (ride > tried.maxRide + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  const startDropoff = Math.max(arrivalUp, tried.dropoffFrom);
  if (startDropoff > tried.dropoffBy + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;
  if (startDropoff + onward > figures[to + latest]! + TIME_TOLERANCE) return Number.POSITIVE_INFINITY;

  // A pickup that opens a stop instead of joining it counts its ride from later.
  const lengthened = Math.max(0, -freedPickup) + Math.max(0, -freedDropoff);
  const own =
    figures[VEHICLE_OPENING]! +
    figures[VEHICLE_PER_METRE]! * metres +
    tried.waitPrice * (start - tried.pickupFrom) +
    tried.excessPrice * (ride - tried.direct - lengthened);
  if (!isStrict) {
    const { loose } = present;
    const byPrices =
      priceGrowth(loose, i, grownPickup, freedPickup) +
      (i < j ? priceGrowth(loose, j, grownDropoff, freedDropoff) : 0);
    return own + byPrices - (figures[VEHICLE_COST]! - loose.relaxedCost);
  }
  const cap = figures[VEHICLE_STRICT_CAP]!;
  const byPrices =
    figures[at + SLOT_PRICE]! * Math.min(grownPickup, cap) +
    figures[to + SLOT_PRICE]! * Math.min(grownDropoff, cap) -
    (figures[VEHICLE_COST]! - figures[VEHICLE_STRICT_COST]!);
  const whole = figures[VEHICLE_WHOLE_CHAIN]!;
  const finish = startDropoff + onward + whole - figures[slotAt(j + 1) + NODE_CHAIN]!;
  return (
    own + Math.max(byPrices, priceDuty(tried, figures, at, to, grownPickup, grownDropoff, finish, travelIn))
  );
}

function freedAt(present: PreparedSchedule, slot: number, behind: number, place: number): number {
  return freedByJoining(present.joinGains[slot] ?? 0, behind, place);
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
  figures: PairFigures,
  at: number,
  to: number,
  grownPickup: number,
  grownDropoff: number,
  finish: number,
  travelIn: number,
): number {
  const whole = figures[VEHICLE_WHOLE_CHAIN]!;
  const finishFrom = whole + figures[to + SLOT_FINISH_FROM]!;
  const departBy = Math.min(
    figures[at + SLOT_DEPART_BY]!,
    tried.pickupBy - travelIn - figures[at + NODE_DWELL]! - figures[at + NODE_CHAIN]!,
  );
  const duty = Math.max(
    whole + grownPickup + grownDropoff,
    finishFrom - departBy,
    finish - figures[at + SLOT_DEPART_BY]!,
  );
  const rides = figures[at + SLOT_COMPANY]! * grownPickup + figures[to + SLOT_COMPANY]! * grownDropoff;
  return figures[VEHICLE_PER_SECOND]! * duty + tried.excessPrice * rides - figures[VEHICLE_TIME_COST]!;
}
