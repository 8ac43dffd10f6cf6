import type { Rejection } from '../domain/rejection/rejection.ts';
import { partyDwell } from '../domain/ride/party.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { findInsertions, type Insertion, type InsertionObstacle, UNREACHABLE } from '../planner/index.ts';
import type { Proposal, ServiceChoice } from '../ports/ridePlanning.ts';
import type { DayDesk } from './dayDesk.ts';
import { obstacleRejection } from './obstacleRejection.ts';
import { maxRideSeconds, offerWindows, promiseFor } from './offerWindows.ts';
import { toPlanRequest } from './planRequest.ts';
import { operatorBits } from './planView.ts';
import type { PreparedView } from './preparedView.ts';

/** How many different times one call can take in. */
const MAX_OFFERS = 3;
/** Nobody is at the door the moment the call ends. */
const LEAD_SECONDS = 300;

interface Found {
  readonly slice: number;
  readonly cost: number;
  readonly proposal: Proposal;
}

/** Up to three proposals at different times, nearest to the wish first, or the rule that binds. */
export async function proposeRides(
  desk: DayDesk,
  ride: Ride,
  choices: readonly ServiceChoice[],
): Promise<Outcome<readonly Proposal[], Rejection>> {
  const snapshot = await desk.snapshot(ride.day);
  const points = [ride.from, ride.to].map(({ id, coordinates }) => ({ id, ...coordinates }));
  const prepared = await desk.view(snapshot, points);
  const direct = directSeconds(prepared, ride);
  if (direct >= UNREACHABLE || !Number.isFinite(direct)) return refusal({ code: 'noRoad' });
  const found: Found[] = [];
  const obstacles: (InsertionObstacle | 'arrivalTooSoon')[] = [];
  for (const choice of choices) searchService(prepared, ride, choice, direct, found, obstacles);
  if (found.length > 0) return success(best(found));
  const [obstacle] = obstacles;
  if (obstacle === undefined || obstacle === 'arrivalTooSoon')
    return refusal({ code: 'arrivalTooSoon', field: 'time' });
  return refusal(obstacleRejection(obstacle));
}

function directSeconds({ view }: PreparedView, ride: Ride): number {
  const from = view.locations.get(ride.from.id)!;
  const to = view.locations.get(ride.to.id)!;
  const { travel } = view.problem;
  return travel.layers[0]!.seconds[from * travel.stride + to]!;
}

function searchService(
  prepared: PreparedView,
  ride: Ride,
  choice: ServiceChoice,
  direct: number,
  found: Found[],
  obstacles: (InsertionObstacle | 'arrivalTooSoon')[],
): void {
  const { view, day } = prepared;
  const { promises } = choice.rules;
  const maxRide = maxRideSeconds(promises, direct);
  const longest = maxRide + partyDwell(ride.party).openSeconds;
  const windows = offerWindows(ride.requested, promises, longest, view.nowSecond + LEAD_SECONDS);
  if (windows.length === 0) obstacles.push('arrivalTooSoon');
  windows.forEach((times, slice) => {
    const request = toPlanRequest({
      id: ride.id,
      party: ride.party,
      times,
      maxRideSeconds: maxRide,
      pickupLocation: view.locations.get(ride.from.id)!,
      dropoffLocation: view.locations.get(ride.to.id)!,
      allowedOperators: operatorBits(view.snapshot, choice.service.providerIds),
    });
    const { insertions, obstacle } = findInsertions(day, request, { limit: 1 });
    const [insertion] = insertions;
    if (obstacle) obstacles.push(obstacle);
    if (insertion) {
      const proposal = toProposal(prepared, ride, choice, insertion, direct, maxRide);
      found.push({ slice, cost: insertion.cost, proposal });
    }
  });
}

function toProposal(
  { view }: PreparedView,
  ride: Ride,
  { service, rules, fareYen }: ServiceChoice,
  insertion: Insertion,
  direct: number,
  maxRide: number,
): Proposal {
  const shift = view.snapshot.shifts[insertion.vehicle]!;
  const dwell = partyDwell(ride.party).openSeconds;
  const planned = { pickup: insertion.pickupStart, dropoff: insertion.dropoffStart, dwell, maxRide };
  return {
    serviceId: service.id,
    providerId: shift.providerId,
    shiftId: shift.id,
    promise: promiseFor(ride.requested, rules.promises, planned),
    pickupSecond: insertion.pickupStart,
    dropoffSecond: insertion.dropoffStart,
    directSeconds: direct,
    maxRideSeconds: maxRide,
    sharedWith: insertion.sharedWith,
    fareYen,
    isEstimate: view.quality === 'estimate',
  };
}

/** Nearest slice first, cheapest first within it; one offer a slice. */
function best(found: readonly Found[]): readonly Proposal[] {
  const ordered = [...found].sort((a, b) => a.slice - b.slice || a.cost - b.cost);
  const seen = new Set<number>();
  return ordered
    .filter(({ slice }) => !seen.has(slice) && seen.add(slice))
    .slice(0, MAX_OFFERS)
    .map(({ proposal }) => proposal);
}
