import type { CoreTour } from '../schedule/coreTour.ts';
import { TIME_TOLERANCE } from '../schedule/timeline.ts';
import { boundPair } from './boundPair.ts';
import {
  SLOT_BY,
  SLOT_LEAVE,
  SLOT_LOAD,
  SLOT_LOOSE_BY,
  SLOT_LOOSE_LEAVE,
  SLOT_READY,
  slotAt,
} from './pairFigures.ts';
import type { PlainInsertion } from './plainPricer.ts';
import type { PreparedDay } from './preparedDay.ts';
import type { PreparedSchedule } from './preparedSchedule.ts';
import type { RankedPairs } from './rankedPairs.ts';
import type { TriedRequest } from './triedRequest.ts';
import { isMarked, LOOSE, WILD } from './vehicleEstimates.ts';

/** Pairs of slots worth an exact look, cheapest bound first; those before `head` have had it. */
export interface PairList {
  head: number;
  count: number;
  vehicle: Int32Array;
  pickup: Int32Array;
  dropoff: Int32Array;
  bound: Float64Array;
}

/** An empty list with room for `room` pairs. */
export function createPairList(room: number): PairList {
  return {
    head: 0,
    count: 0,
    vehicle: new Int32Array(room),
    pickup: new Int32Array(room),
    dropoff: new Int32Array(room),
    bound: new Float64Array(room),
  };
}

/**
 * Adds the pairs of slots of vehicle v whose bound is at most `most`. Where nothing is known of the vehicle, pairs are
 * listed that places and company allow.
 */
export function listPairs(
  day: PreparedDay,
  tried: TriedRequest,
  v: number,
  most: number,
  into: PairList,
): void {
  const { estimates } = day;
  const present = day.vehicles[v]!;
  const { core, figures } = present;
  const { fits } = tried;
  const isUnknown = isMarked(estimates, v, WILD);
  const isLoose = isMarked(estimates, v, LOOSE);
  const leave = isLoose ? SLOT_LOOSE_LEAVE : SLOT_LEAVE;
  const by = isLoose ? SLOT_LOOSE_BY : SLOT_BY;
  const apart = day.prepared.apart[tried.number]!;
  for (let i = core.fixedCount; i <= core.length; i++) {
    const at = slotAt(i);
    if (!isUnknown && figures[at + SLOT_READY]! > tried.pickupBy + TIME_TOLERANCE) return;
    if (!isUnknown && figures[at + by]! < tried.pickupFrom - TIME_TOLERANCE) continue;
    if (fits[figures[at + SLOT_LOAD]!] === 0) continue;
    if (apart.length > 0 && apart.some((other) => isAboardBefore(core, other, i))) continue;
    for (let j = i; j <= core.length; j++) {
      const to = slotAt(j);
      if (fits[figures[to + SLOT_LOAD]!] === 0) break;
      if (j > i && apart.length > 0 && boards(core, j - 1, apart)) break;
      if (!isUnknown && figures[to + leave]! > tried.dropoffBy + TIME_TOLERANCE) break;
      const bound = isUnknown ? Number.NEGATIVE_INFINITY : boundPair(tried, present, isLoose, i, j);
      if (bound <= most && bound < Number.POSITIVE_INFINITY) addPair(into, v, i, j, bound);
    }
  }
}

/** Looks exactly at the first pair of the list that has not had it, and ranks it. */
export function rankNextPair(
  day: PreparedDay,
  tried: TriedRequest,
  list: PairList,
  ranked: RankedPairs,
): void {
  const vehicle = list.vehicle[list.head]!;
  const pickup = list.pickup[list.head]!;
  const dropoff = list.dropoff[list.head]!;
  list.head++;
  const present = day.vehicles[vehicle]!;
  const found = present.plain
    ? day.pricer.evaluate(present.plain, tried.number, pickup, dropoff)
    : timeInsertion(day, present, tried.number, pickup, dropoff);
  const cost = found.cost - present.cost;
  if (cost > ranked.limitWithMargin || cost === Number.POSITIVE_INFINITY) return;
  ranked.add({ ...found, vehicle, pickup, dropoff, cost, company: countCompany(present, pickup, dropoff) });
}

function timeInsertion(
  day: PreparedDay,
  present: PreparedSchedule,
  r: number,
  pickup: number,
  dropoff: number,
): PlainInsertion {
  const cost = day.timer.evaluateCost(writeRequest(day, present.core, r, pickup, dropoff));
  const { visits, starts, drivingSeconds, drivingMetres } = day.timer.kept;
  return {
    cost,
    pickupStart: starts[visits.indexOf(r * 2)]!,
    dropoffStart: starts[visits.indexOf(r * 2 + 1)]!,
    drivingSeconds,
    drivingMetres,
  };
}

/** Other parties aboard at some time of a ride with its pickup in slot `pickup` and its dropoff in slot `dropoff`. */
function countCompany({ core, facts }: PreparedSchedule, pickup: number, dropoff: number): number {
  let company = facts.company[pickup]!;
  for (let i = pickup; i < dropoff; i++) {
    const visit = core.visits[i]!;
    if (visit >= 0 && (visit & 1) === 0) company++;
  }
  return company;
}

/** The core tour with the request's visits put in. It lives in the day's scratch until the next call. */
export function writeRequest(
  day: PreparedDay,
  core: CoreTour,
  r: number,
  pickup: number,
  dropoff: number,
): CoreTour {
  const length = core.length + 2;
  const { scratch } = day;
  if (scratch.visits.length < length) scratch.visits = new Int32Array(length * 2);
  const { visits } = scratch;
  let at = 0;
  for (let i = 0; i <= core.length; i++) {
    if (i === pickup) visits[at++] = r * 2;
    if (i === dropoff) visits[at++] = r * 2 + 1;
    if (i < core.length) visits[at++] = core.visits[i]!;
  }
  scratch.vehicle = core.vehicle;
  scratch.length = length;
  scratch.fixedCount = core.fixedCount;
  scratch.fixedStarts = core.fixedStarts;
  scratch.earliestDeparture = core.earliestDeparture;
  return scratch;
}

function addPair(list: PairList, vehicle: number, pickup: number, dropoff: number, bound: number): void {
  if (list.count === list.pickup.length) growList(list);
  let at = list.count++;
  while (at > list.head && list.bound[at - 1]! > bound) {
    list.vehicle[at] = list.vehicle[at - 1]!;
    list.pickup[at] = list.pickup[at - 1]!;
    list.dropoff[at] = list.dropoff[at - 1]!;
    list.bound[at] = list.bound[at - 1]!;
    at--;
  }
  list.vehicle[at] = vehicle;
  list.pickup[at] = pickup;
  list.dropoff[at] = dropoff;
  list.bound[at] = bound;
}

function growList(list: PairList): void {
  const grown = createPairList(list.count * 2);
  grown.vehicle.set(list.vehicle);
  grown.pickup.set(list.pickup);
  grown.dropoff.set(list.dropoff);
  grown.bound.set(list.bound);
  list.vehicle = grown.vehicle;
  list.pickup = grown.pickup;
  list.dropoff = grown.dropoff;
  list.bound = grown.bound;
}

function boards(core: CoreTour, index: number, apart: readonly number[]): boolean {
  const visit = core.visits[index]!;
  return visit >= 0 && (visit & 1) === 0 && apart.includes(visit >> 1);
}

function isAboardBefore(core: CoreTour, r: number, position: number): boolean {
  const visits = core.visits;
  const pickup = visits.indexOf(r * 2);
  return pickup >= 0 && pickup < position && visits.indexOf(r * 2 + 1) >= position;
}
