import type { CoreTour } from '../schedule/tourTimes.ts';
import { boundPair, type PairGrounds } from './boundPair.ts';
import { freedByJoining } from './joinChange.ts';
import { looseSlotsOf, type PreparedDay, type PreparedSchedule } from './preparedDay.ts';
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
  const { estimates } = day;
  const isUnknown = estimates.wild[v] === estimates.search;
  const grounds: PairGrounds = {
    present,
    strict: present.ground,
    loose: estimates.loose[v] === estimates.search ? looseSlotsOf(day, v).ground : undefined,
    shrink: day.shrink[v]!,
  };
  const apart = day.prepared.apart[tried.number]!;
  into.count = 0;
  for (let i = core.fixedCount; i <= core.length; i++) {
    if (fits[loadNumbers[i]!] === 0) continue;
    if (apart.length > 0 && apart.some((other) => isAboardBefore(core, other, i))) continue;
    for (let j = i; j <= core.length; j++) {
      if (fits[loadNumbers[j]!] === 0) break;
      if (j > i && apart.length > 0 && boards(core, j - 1, apart)) break;
      const bound = isUnknown
        ? Number.NEGATIVE_INFINITY
        : boundPair(
            tried,
            grounds,
            i,
            j,
            freed(day, tried, present, i, j),
            i === j ? 0 : freed(day, tried, present, j, i),
          );
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

/** Seconds by which the dwell behind slot `slot` gets shorter, when the request's other visit goes into slot `other`. */
function freed(
  day: PreparedDay,
  tried: TriedRequest,
  present: PreparedSchedule,
  slot: number,
  other: number,
): number {
  const { place } = present.facts;
  const put = slot < other ? tried.pickupPlace : tried.dropoffPlace;
  if (place[slot + 1] !== put && place[slot + 1] !== place[slot]) return 0;
  return freedByJoining(day.prepared, present, slot, put);
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
