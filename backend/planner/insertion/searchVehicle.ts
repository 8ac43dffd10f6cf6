import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import type { CoreTour } from '../schedule/tourTimes.ts';
import { boundPair, groundOf, type JoinChanges } from './boundPair.ts';
import { leastFreed, mostFreed } from './joinChange.ts';
import type { PreparedDay, PreparedSchedule } from './preparedDay.ts';
import type { RankedPairs } from './rankedPairs.ts';
import type { TriedRequest } from './triedRequest.ts';

/** Pairs of one vehicle worth an exact look, cheapest bound first. */
export interface PairList {
  count: number;
  pickup: Int32Array;
  dropoff: Int32Array;
  bound: Float64Array;
}

/** An empty list with room for `room` pairs. */
export function createPairList(room: number): PairList {
  return {
    count: 0,
    pickup: new Int32Array(room),
    dropoff: new Int32Array(room),
    bound: new Float64Array(room),
  };
}

/**
 * Lists the pairs of slots of vehicle v whose bound is at most `most`. Where no bound is known
 * to hold, pairs are listed that places and company allow.
 */
export function listPairs(
  day: PreparedDay,
  tried: TriedRequest,
  v: number,
  most: number,
  into: PairList,
): void {
  const present = day.vehicles[v]!;
  const { core, loadNumbers } = present;
  const { fits } = tried;
  const ground = groundOf(day, v, tried);
  const apart = day.prepared.apart[tried.number]!;
  into.count = 0;
  for (let i = core.fixedCount; i <= core.length; i++) {
    if (fits[loadNumbers[i]!] === 0) continue;
    if (apart.length > 0 && apart.some((other) => isAboardBefore(core, other, i))) continue;
    for (let j = i; j <= core.length; j++) {
      if (fits[loadNumbers[j]!] === 0) break;
      if (j > i && apart.length > 0 && boards(core, j - 1, apart)) break;
      const bound = present.prices.areKnown
        ? boundPair(tried, ground, i, j, joinChanges(day.prepared, present, tried, i, j))
        : Number.NEGATIVE_INFINITY;
      if (bound <= most && bound < Number.POSITIVE_INFINITY) addPair(into, i, j, bound);
    }
  }
}

/** Looks exactly at the listed pairs, cheapest bound first, until no bound can enter the ranking any more. */
export function rankListed(
  day: PreparedDay,
  tried: TriedRequest,
  v: number,
  list: PairList,
  ranked: RankedPairs,
): void {
  const present = day.vehicles[v]!;
  for (let k = 0; k < list.count; k++) {
    if (list.bound[k]! > ranked.limitWithMargin) return;
    const pickup = list.pickup[k]!;
    const dropoff = list.dropoff[k]!;
    const changed = writeRequest(day, present.core, tried.number, pickup, dropoff);
    const cost = day.timer.evaluateCost(changed) - present.cost;
    if (cost < Number.POSITIVE_INFINITY) ranked.add({ vehicle: v, pickup, dropoff, cost });
  }
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

function addPair(list: PairList, pickup: number, dropoff: number, bound: number): void {
  if (list.count === list.pickup.length) growList(list);
  let at = list.count++;
  while (at > 0 && list.bound[at - 1]! > bound) {
    list.pickup[at] = list.pickup[at - 1]!;
    list.dropoff[at] = list.dropoff[at - 1]!;
    list.bound[at] = list.bound[at - 1]!;
    at--;
  }
  list.pickup[at] = pickup;
  list.dropoff[at] = dropoff;
  list.bound[at] = bound;
}

function growList(list: PairList): void {
  const grown = createPairList(list.count * 2);
  grown.pickup.set(list.pickup);
  grown.dropoff.set(list.dropoff);
  grown.bound.set(list.bound);
  list.pickup = grown.pickup;
  list.dropoff = grown.dropoff;
  list.bound = grown.bound;
}

const NO_CHANGES: JoinChanges = { freedPickup: 0, freedDropoff: 0, lengthened: 0 };

function joinChanges(
  prepared: PreparedProblem,
  present: PreparedSchedule,
  tried: TriedRequest,
  i: number,
  j: number,
): JoinChanges {
  const { place } = present.facts;
  const next = place[i + 1]!;
  const then = place[j + 1]!;
  const isAffected =
    next === place[i] || next === tried.pickupPlace || then === place[j] || then === tried.dropoffPlace;
  if (!isAffected) return NO_CHANGES;
  const put = i === j ? tried.dropoffPlace : tried.pickupPlace;
  const lengthened = Math.max(0, -leastFreed(prepared, present, i, put));
  const freedPickup = mostFreed(prepared, present, i, put);
  if (i === j) return { freedPickup, freedDropoff: 0, lengthened };
  return {
    freedPickup,
    freedDropoff: mostFreed(prepared, present, j, tried.dropoffPlace),
    lengthened: lengthened + Math.max(0, -leastFreed(prepared, present, j, tried.dropoffPlace)),
  };
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
