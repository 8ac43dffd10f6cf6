import { TIME_TOLERANCE } from '../schedule/timeline.ts';
import type { CoreTour } from '../schedule/tourTimes.ts';
import { boundPair } from './boundPair.ts';
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
 * Lists the pairs of slots of vehicle v whose bound is at most `most`. Where nothing is known of the vehicle, pairs are
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
  const { core, loadNumbers } = present;
  const { fits } = tried;
  const isUnknown = estimates.wild[v] === estimates.search;
  const isLoose = estimates.loose[v] === estimates.search;
  const apart = day.prepared.apart[tried.number]!;
  into.count = 0;
  for (let i = core.fixedCount; i <= core.length; i++) {
    if (!isUnknown && present.facts.ready[i]! > tried.pickupBy + TIME_TOLERANCE) return;
    if (fits[loadNumbers[i]!] === 0 || (!isUnknown && !canPickUp(tried, present, isLoose, i))) continue;
    if (apart.length > 0 && apart.some((other) => isAboardBefore(core, other, i))) continue;
    for (let j = i; j <= core.length; j++) {
      if (fits[loadNumbers[j]!] === 0) break;
      if (j > i && apart.length > 0 && boards(core, j - 1, apart)) break;
      if (!isUnknown && isBehindDropoff(tried, present, isLoose, j)) break;
      const bound = isUnknown ? Number.NEGATIVE_INFINITY : boundPair(tried, present, isLoose, i, j);
      if (bound <= most && bound < Number.POSITIVE_INFINITY) addPair(into, i, j, bound);
    }
  }
}

/** Could the pickup be in slot i, for all that the dropoff may do? */
function canPickUp(
  tried: TriedRequest,
  { facts, strict, loose }: PreparedSchedule,
  isLoose: boolean,
  i: number,
): boolean {
  const { latest } = isLoose ? loose : strict;
  return Math.min(facts.hiAhead[i]!, latest[i + 1]!) >= tried.pickupFrom - TIME_TOLERANCE;
}

/** Is slot j, and so every later one, behind the latest dropoff? */
function isBehindDropoff(
  tried: TriedRequest,
  { facts, strict, loose }: PreparedSchedule,
  isLoose: boolean,
  j: number,
): boolean {
  const { soonest, margin } = isLoose ? loose : strict;
  return soonest[j]! + facts.dwell[j]! - margin > tried.dropoffBy + TIME_TOLERANCE;
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

function boards(core: CoreTour, index: number, apart: readonly number[]): boolean {
  const visit = core.visits[index]!;
  return visit >= 0 && (visit & 1) === 0 && apart.includes(visit >> 1);
}

function isAboardBefore(core: CoreTour, r: number, position: number): boolean {
  const visits = core.visits;
  const pickup = visits.indexOf(r * 2);
  return pickup >= 0 && pickup < position && visits.indexOf(r * 2 + 1) >= position;
}
