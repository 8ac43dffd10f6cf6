import type { Alternative, Insertion, InsertionObstacle, RequestWindows } from '../model/insertion.ts';
import type { PlanRequest } from '../model/request.ts';
import { PlanProblemError } from '../schedule/planProblemError.ts';
import { addRequest, dropLastRequest, replaceRequest } from '../schedule/preparedProblem.ts';
import { estimateVehicles, findLeastBound } from './estimateVehicles.ts';
import { findObstacle } from './explainRejection.ts';
import { learnNewLocations, type PreparedDay } from './preparedDay.ts';
import { type RankedPair, RankedPairs } from './rankedPairs.ts';
import { listPairs, rankNextPair } from './searchVehicle.ts';
import { gatherRequest } from './triedRequest.ts';
import { dropFirst } from './vehicleEstimates.ts';

/** What a search for insertions is asked for. */
export interface InsertionOptions {
  /** How many insertions at most; absent: 1. */
  readonly limit?: number;
  /** At most one insertion per vehicle. */
  readonly onePerVehicle?: boolean;
  /** Only these vehicle numbers; absent: all. */
  readonly vehicles?: readonly number[];
  /** `false`: do not look for the obstacle when there is no insertion (it costs several searches). */
  readonly explain?: boolean;
}

/** Insertions, best first; when there is none, the rule in the way. */
export interface FoundInsertions {
  readonly insertions: readonly Insertion[];
  readonly obstacle?: InsertionObstacle;
}

/**
 * The best insertions of a request over all vehicles and positions, equal to trying every one with `evaluateTour`.
 * Equal costs are ordered by vehicle, pickup position, dropoff position. A request that is not among the problem's is
 * tried as the next one; one whose id is known is tried with the data given. It must not be in any schedule.
 */
export function findInsertions(
  day: PreparedDay,
  request: PlanRequest | number,
  options: InsertionOptions = {},
): FoundInsertions {
  return withNumber(day, request, (r) => {
    const pairs = rankInsertions(day, r, options);
    if (pairs.length > 0) return { insertions: pairs.map((pair) => describe(day, pair)) };
    if (options.explain === false) return { insertions: [] };
    return { insertions: [], obstacle: findObstacle(day, r, options.vehicles) };
  });
}

/** The best insertion for each choice of windows, so that offers differ; in the order of `windows`. */
export function findAlternatives(
  day: PreparedDay,
  request: PlanRequest,
  windows: readonly RequestWindows[],
  options: InsertionOptions = {},
): Alternative[] {
  return windows.map((choice) => {
    const asked: PlanRequest = {
      ...request,
      pickupWindow: choice.pickupWindow,
      dropoffWindow: choice.dropoffWindow,
    };
    const { insertions, obstacle } = findInsertions(day, asked, { ...options, limit: 1 });
    return {
      windows: choice,
      ...(insertions[0] ? { insertion: insertions[0] } : {}),
      ...(obstacle ? { obstacle } : {}),
    };
  });
}

/**
 * The best pairs of slots for request number r, cheapest first. What has the least bound is looked at next: a vehicle,
 * whose pairs are then listed with their own bounds, or a pair, exactly; until no bound could still enter the ranking.
 */
export function rankInsertions(
  day: PreparedDay,
  r: number,
  options: InsertionOptions,
): readonly RankedPair[] {
  const ranked = new RankedPairs(options.limit ?? 1, options.onePerVehicle ?? false);
  learnNewLocations(day);
  const tried = gatherRequest(day, r);
  const { pairs } = day;
  const { bound, vehicle } = estimateVehicles(day, tried, options.vehicles);
  pairs.head = 0;
  pairs.count = 0;
  let next = findLeastBound(day, tried);
  for (;;) {
    const most = ranked.limitWithMargin;
    const vehicleBound = next < 0 ? Number.POSITIVE_INFINITY : bound[next]!;
    const pairBound = pairs.head < pairs.count ? pairs.bound[pairs.head]! : Number.POSITIVE_INFINITY;
    const least = Math.min(vehicleBound, pairBound);
    if (least > most || least === Number.POSITIVE_INFINITY) return ranked.pairs;
    if (pairBound < vehicleBound) {
      rankNextPair(day, tried, pairs, ranked);
    } else {
      dropFirst(day.estimates);
      listPairs(day, tried, vehicle[next]!, most, pairs);
      next = findLeastBound(day, tried);
    }
  }
}

/** Runs `work` with the number of the request; one that is not among the problem's is there only meanwhile. */
export function withNumber<Result>(
  day: PreparedDay,
  request: PlanRequest | number,
  work: (r: number) => Result,
): Result {
  if (typeof request === 'number') {
    if (!day.prepared.requests[request]) {
      throw new PlanProblemError('unknownRequest', `there is no request number ${request}`);
    }
    return work(request);
  }
  const known = day.prepared.numberOf.get(request.id);
  if (known !== undefined) return withData(day, known, request, work);
  const r = addRequest(day.prepared, request);
  try {
    return work(r);
  } finally {
    dropLastRequest(day.prepared);
  }
}

/** Runs `work` while a known request has other data, other windows say. */
function withData<Result>(
  day: PreparedDay,
  r: number,
  request: PlanRequest,
  work: (r: number) => Result,
): Result {
  const kept = day.prepared.requests[r]!;
  if (kept === request) return work(r);
  replaceRequest(day.prepared, r, request);
  try {
    return work(r);
  } finally {
    replaceRequest(day.prepared, r, kept);
  }
}

function describe(day: PreparedDay, pair: RankedPair): Insertion {
  const { positions, schedule } = day.vehicles[pair.vehicle]!;
  return {
    vehicle: pair.vehicle,
    pickupPosition: positions[pair.pickup]!,
    dropoffPosition: positions[pair.dropoff]!,
    cost: pair.cost,
    pickupStart: pair.pickupStart,
    dropoffStart: pair.dropoffStart,
    sharedWith: pair.company,
    addedDrivingSeconds: pair.drivingSeconds - schedule.drivingSeconds,
    addedDrivingMetres: pair.drivingMetres - schedule.drivingMetres,
  };
}
