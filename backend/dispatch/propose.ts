import type { Rejection } from '../domain/rejection/rejection.ts';
import { partyDwell } from '../domain/ride/party.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import {
  explainRejection,
  findInsertions,
  type Insertion,
  type PlanRequest,
  UNREACHABLE,
} from '../planner/index.ts';
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
  const searches = choices.flatMap((choice) => searchesFor(prepared, ride, choice, direct));
  if (searches.length === 0) return refusal({ code: 'arrivalTooSoon', field: 'time' });
  const found = searches.flatMap((search) => tryOne(prepared, ride, search));
  if (found.length > 0) return success(best(found));
  // Saying why costs several searches: it is asked only for the wish itself, and only when nothing was found.
  return refusal(obstacleRejection(explainRejection(prepared.day, searches[0]!.request)));
}

function directSeconds({ view }: PreparedView, ride: Ride): number {
  const from = view.locations.get(ride.from.id)!;
  const to = view.locations.get(ride.to.id)!;
  const { travel } = view.problem;
  const { second } = ride.requested;
  const layer = travel.layers.findLast(({ fromSecond }) => fromSecond <= second) ?? travel.layers[0]!;
  return layer.seconds[from * travel.stride + to]!;
}

/** One service's way to carry the ride in one slice of time. */
interface Search {
  readonly choice: ServiceChoice;
  readonly slice: number;
  readonly direct: number;
  readonly request: PlanRequest;
}

function searchesFor({ view }: PreparedView, ride: Ride, choice: ServiceChoice, direct: number): Search[] {
  const { promises } = choice.rules;
  const longestRide = maxRideSeconds(promises, direct);
  const longest = longestRide + partyDwell(ride.party).openSeconds;
  const windows = offerWindows(ride.requested, promises, longest, view.nowSecond + LEAD_SECONDS);
  return windows.map((times, slice) => {
    const request = toPlanRequest({
      id: ride.id,
      party: ride.party,
      times,
      maxRideSeconds: longestRide,
      pickupLocation: view.locations.get(ride.from.id)!,
      dropoffLocation: view.locations.get(ride.to.id)!,
      allowedOperators: operatorBits(view.snapshot, choice.service.providerIds),
    });
    return { choice, slice, direct, request };
  });
}

function tryOne(prepared: PreparedView, ride: Ride, search: Search): Found[] {
  const { insertions } = findInsertions(prepared.day, search.request, { limit: 1, explain: false });
  return insertions.map((insertion) => ({
    slice: search.slice,
    cost: insertion.cost,
    proposal: toProposal(prepared, ride, search, insertion),
  }));
}

function toProposal(
  { view }: PreparedView,
  ride: Ride,
  { choice, direct, request }: Search,
  insertion: Insertion,
): Proposal {
  const { service, rules, fareYen } = choice;
  const shift = view.snapshot.shifts[insertion.vehicle]!;
  const maxRide = request.maxRideSeconds;
  const dwell = request.pickupDwellSeconds;
  const planned = { pickup: insertion.pickupStart, dropoff: insertion.dropoffStart, dwell, direct, maxRide };
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
