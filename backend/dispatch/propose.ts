import type { Rejection } from '../domain/rejection/rejection.ts';
import { partyDwell } from '../domain/ride/party.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import {
  findAlternatives,
  type Insertion,
  type PlanRequest,
  type RequestWindows,
  UNREACHABLE,
} from '../planner/index.ts';
import type { Proposal, ProposeTerms, ServiceChoice } from '../ports/ridePlanning.ts';
import { countCompany, visitsOf } from './company.ts';
import type { DayDesk } from './dayDesk.ts';
import { drivingSeconds } from './drivingSeconds.ts';
import { findReason } from './findReason.ts';
import { maxRideSeconds, offerWindows, promiseFor } from './offerWindows.ts';
import { toPlanRequest } from './planRequest.ts';
import { operatorBits } from './planVehicle.ts';
import type { PreparedView } from './preparedView.ts';
import { withoutRide } from './withoutRide.ts';

/** How many different times one call can take in. */
const MAX_OFFERS = 3;
/** Two offers closer together than this are one and the same to whoever listens. */
const APART_SECONDS = 600;
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
  { explain = true }: ProposeTerms = {},
): Promise<Outcome<readonly Proposal[], Rejection>> {
  const snapshot = withoutRide(await desk.snapshot(ride.day), ride.replaces);
  const points = [ride.from, ride.to].map(({ id, coordinates }) => ({ id, ...coordinates }));
  const prepared = await desk.view(snapshot, points);
  const direct = directSeconds(prepared, ride);
  if (direct >= UNREACHABLE || !Number.isFinite(direct)) return refusal({ code: 'noRoad' });
  const searches = choices.map((choice) => searchFor(prepared, ride, choice, direct));
  const wish = searches.find(({ windows }) => windows.length > 0);
  if (!wish) return refusal({ code: 'arrivalTooSoon', field: 'time' });
  const found = searches.flatMap((search) => tryWindows(prepared, ride, search));
  if (found.length > 0) return success(best(found));
  if (!explain) return refusal({ code: 'reasonUnproved' });
  // Saying why costs several searches: it is asked only for the wish itself, and only when nothing was found.
  return refusal(await findReason(desk.world, prepared, wish.request, prepared.view.apart.needsOf(ride)));
}

function directSeconds({ view }: PreparedView, ride: Ride): number {
  const from = view.locations.get(ride.from.id)!;
  const to = view.locations.get(ride.to.id)!;
  return drivingSeconds(view.problem.travel, from, to, ride.requested.second);
}

/** One service's way to carry the ride, and the slices of time in which it is tried, best wish first. */
interface Search {
  readonly choice: ServiceChoice;
  readonly direct: number;
  readonly request: PlanRequest;
  readonly windows: readonly RequestWindows[];
}

function searchFor({ view }: PreparedView, ride: Ride, choice: ServiceChoice, direct: number): Search {
  const { promises } = choice.rules;
  const longestRide = maxRideSeconds(promises, direct);
  const longest = longestRide + partyDwell(ride.party).openSeconds;
  const slices = offerWindows(ride.requested, promises, longest, view.nowSecond + LEAD_SECONDS);
  const request = toPlanRequest({
    id: ride.id,
    party: ride.party,
    times: slices[0] ?? NO_TIMES,
    maxRideSeconds: longestRide,
    pickupLocation: view.locations.get(ride.from.id)!,
    dropoffLocation: view.locations.get(ride.to.id)!,
    allowedOperators: operatorBits(view.snapshot, choice.service.providerIds),
    apart: view.apart.needsOf(ride),
  });
  const windows = slices.map(({ pickup, dropoff }) => ({ pickupWindow: pickup, dropoffWindow: dropoff }));
  return { choice, direct, request, windows };
}

/** Stands where no slice is left; nothing is searched then. */
const NO_TIMES = { pickup: { earliest: 0, latest: 0 }, dropoff: { earliest: 0, latest: 0 } };

function tryWindows(prepared: PreparedView, ride: Ride, search: Search): Found[] {
  const tried = findAlternatives(prepared.day, search.request, search.windows, { explain: false });
  return tried.flatMap(({ insertion }, slice) =>
    insertion
      ? [{ slice, cost: insertion.cost, proposal: toProposal(prepared, ride, search, insertion) }]
      : [],
  );
}

function toProposal(
  prepared: PreparedView,
  ride: Ride,
  { choice, direct, request }: Search,
  insertion: Insertion,
): Proposal {
  const { view } = prepared;
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
    sharedPeople: countCompany(prepared, insertion),
    usesRunningVehicle: visitsOf(prepared, insertion).some((visit) => visit >= 0),
    fareYen,
    isEstimate: view.quality === 'estimate',
  };
}

/**
 * Nearest slice first, cheapest first within it, no two that sound the same. Where none of them is shared but another
 * one would be, that takes the last place: riders who can wait a little save a vehicle.
 */
function best(found: readonly Found[]): readonly Proposal[] {
  const ordered = [...found].sort((a, b) => a.slice - b.slice || a.cost - b.cost);
  const apart: Proposal[] = [];
  for (const { proposal } of ordered) {
    if (apart.every((other) => isApart(other, proposal))) apart.push(proposal);
  }
  const nearest = apart.slice(0, MAX_OFFERS);
  if (nearest.some(({ sharedWith }) => sharedWith > 0)) return nearest;
  const pooled = apart.find(({ sharedWith }) => sharedWith > 0);
  return pooled ? [...nearest.slice(0, MAX_OFFERS - 1), pooled] : nearest;
}

function isApart(a: Proposal, b: Proposal): boolean {
  return (
    Math.abs(a.pickupSecond - b.pickupSecond) >= APART_SECONDS ||
    Math.abs(a.dropoffSecond - b.dropoffSecond) >= APART_SECONDS
  );
}
