import type { Alternative, Insertion, InsertionObstacle, RequestWindows } from '../model/insertion.ts';
import type { PlanRequest } from '../model/request.ts';
import { PlanProblemError } from '../schedule/planProblemError.ts';
import { addRequest, dropLastRequest } from '../schedule/preparedProblem.ts';
import type { TimedTour } from '../schedule/timedTour.ts';
import { estimateVehicles, findLeastBound } from './estimateVehicles.ts';
import { findObstacle } from './explainRejection.ts';
import { learnNewLocations, type PreparedDay } from './preparedDay.ts';
import { type PositionPair, RankedPairs } from './rankedPairs.ts';
import { listPairs, rankListed, writeRequest } from './searchVehicle.ts';
import { gatherRequest } from './triedRequest.ts';

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
 * tried as the next one; a request number must not be in any schedule.
 */
export function findInsertions(
  day: PreparedDay,
  request: PlanRequest | number,
  options: InsertionOptions = {},
): FoundInsertions {
  return withNumber(day, request, (r) => {
    const pairs = rankInsertions(day, r, options);
    if (pairs.length > 0) return { insertions: pairs.map((pair) => describe(day, r, pair)) };
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
 * The best pairs of slots for request number r, cheapest first: vehicles in the order of their bounds, the pairs of
 * each in the order of theirs, an exact look at every pair whose bound could still enter the ranking.
 */
export function rankInsertions(
  day: PreparedDay,
  r: number,
  options: InsertionOptions,
): readonly PositionPair[] {
  const ranked = new RankedPairs(options.limit ?? 1, options.onePerVehicle ?? false);
  learnNewLocations(day);
  const tried = gatherRequest(day, r);
  const { pairs } = day;
  const estimates = estimateVehicles(day, tried, options.vehicles);
  for (;;) {
    const next = findLeastBound(day, tried);
    if (next < 0 || estimates.bound[next]! > ranked.limitWithMargin) return ranked.pairs;
    const v = estimates.vehicle[next]!;
    estimates.bound[next] = Number.POSITIVE_INFINITY;
    listPairs(day, tried, v, ranked.limitWithMargin, pairs);
    rankListed(day, tried, v, pairs, ranked);
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
  if (known !== undefined && day.prepared.requests[known] === request) return work(known);
  const r = addRequest(day.prepared, request);
  try {
    return work(r);
  } finally {
    dropLastRequest(day.prepared);
  }
}

function describe(day: PreparedDay, r: number, pair: PositionPair): Insertion {
  const present = day.vehicles[pair.vehicle]!;
  const timed = day.timer.findBestTimes(writeRequest(day, present.core, r, pair.pickup, pair.dropoff))!;
  const pickup = timed.visits.indexOf(r * 2);
  const dropoff = timed.visits.indexOf(r * 2 + 1);
  return {
    vehicle: pair.vehicle,
    pickupPosition: present.positions[pair.pickup]!,
    dropoffPosition: present.positions[pair.dropoff]!,
    cost: pair.cost,
    pickupStart: timed.starts[pickup]!,
    dropoffStart: timed.starts[dropoff]!,
    sharedWith: countCompany(timed, pickup, dropoff),
    addedDrivingSeconds: timed.drivingSeconds - present.schedule.drivingSeconds,
    addedDrivingMetres: timed.drivingMetres - present.schedule.drivingMetres,
  };
}

/** Parties aboard at some time between the two positions. */
function countCompany(timed: TimedTour, pickup: number, dropoff: number): number {
  const aboard = new Set<number>();
  timed.visits.slice(0, pickup).forEach((visit) => {
    if (visit < 0) return;
    if (visit & 1) aboard.delete(visit >> 1);
    else aboard.add(visit >> 1);
  });
  for (let i = pickup + 1; i < dropoff; i++) {
    const visit = timed.visits[i]!;
    if (visit >= 0 && !(visit & 1)) aboard.add(visit >> 1);
  }
  return aboard.size;
}
