import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { applyInsertion, checkSchedule, findInsertions, type Schedule } from '../planner/index.ts';
import type { PlannedPromise } from '../ports/ridePlanning.ts';
import type { Tables } from '../ports/tables.ts';
import type { DayDesk } from './dayDesk.ts';
import type { DaySnapshot } from './daySnapshot.ts';
import { isCarried } from './isCarried.ts';
import { describeSchedule, type PlanChange, rescheduleSteps, timesOf } from './planChange.ts';
import { plannedWindows } from './plannedWindows.ts';
import { toPlanRequest } from './planRequest.ts';
import { operatorBits } from './planVehicle.ts';
import type { PlanView } from './planView.ts';
import { changePlan } from './transact.ts';

/** A schedule found for a ride, before anything is written. */
export interface Draft {
  readonly view: PlanView;
  readonly schedule: Schedule;
}

/** Puts a ride into the plan within the offer's promise; see `RidePlanning.commit`. */
export async function commitRide(
  desk: DayDesk,
  ride: Ride,
  offer: PlannedPromise,
  actor: Actor,
  bookIn: (tables: Tables) => Promise<Outcome<RideStep, Rejection>>,
): Promise<Outcome<Ride, Rejection>> {
  const written = await changePlan(
    desk,
    ride.day,
    actor,
    (snapshot) => findPlace(desk, snapshot, ride, offer),
    async (tables, draft) => {
      const booked = await bookIn(tables);
      return booked.ok ? assign(desk, draft, booked.value) : booked;
    },
  );
  return written.ok ? success(written.value.steps[0]!.after) : written;
}

/** The best insertion that keeps the promise, agreed to by the checker. */
export async function findPlace(
  desk: DayDesk,
  snapshot: DaySnapshot,
  ride: Ride,
  offer: PlannedPromise,
): Promise<Outcome<Draft, Rejection>> {
  const inPlan = snapshot.rides.get(ride.id);
  // Another press of the same button was faster: the plan has the ride already.
  if (inPlan && isCarried(inPlan)) return refusal({ code: 'offerTaken' });
  const points = [ride.from, ride.to].map(({ id, coordinates }) => ({ id, ...coordinates }));
  const { view, day } = await desk.view(snapshot, points);
  const request = toPlanRequest({
    id: ride.id,
    party: ride.party,
    times: plannedWindows(offer.promise, { pickup: offer.pickupSecond, dropoff: offer.dropoffSecond }),
    maxRideSeconds: offer.maxRideSeconds,
    pickupLocation: view.locations.get(ride.from.id)!,
    dropoffLocation: view.locations.get(ride.to.id)!,
    allowedOperators: operatorBits(snapshot, [offer.providerId]),
    apart: view.apart.needsOf(ride),
  });
  const [insertion] = findInsertions(day, request, { limit: 1 }).insertions;
  if (!insertion) return refusal({ code: 'offerNoLongerPossible' });
  const schedule = applyInsertion(day, insertion, request);
  const extended: PlanView = {
    ...view,
    problem: { ...view.problem, requests: [...view.problem.requests, request] },
    rideIds: [...view.rideIds, ride.id],
  };
  const violations = checkSchedule(extended.problem, schedule);
  desk.world.onPlanChecked({ shiftId: snapshot.shifts[insertion.vehicle]!.id, violations });
  if (violations.length > 0) return refusal({ code: 'offerNoLongerPossible' });
  return success({ view: extended, schedule });
}

/**
 * Books, assigns, and tells the others in the vehicle their new times.
 * @param settled rides that this very change has altered already, as it leaves them
 */
export function assign(
  desk: DayDesk,
  { view, schedule }: Draft,
  booked: RideStep,
  settled: readonly Ride[] = [],
): Outcome<PlanChange, Rejection> {
  const shiftId = view.snapshot.shifts[schedule.vehicle]!.id;
  const assigned = stepRide(booked.after, {
    type: 'assign',
    shiftId,
    ...timesOf(view, schedule, booked.after.id),
  });
  if (!assigned.ok) return assigned;
  const step: RideStep = {
    before: booked.before,
    after: assigned.value.after,
    events: [...booked.events, ...assigned.value.events],
  };
  const changed = [...settled, step.after];
  const rides = new Map([...view.snapshot.rides, ...changed.map((ride) => [ride.id, ride] as const)]);
  return success({
    snapshot: view.snapshot,
    schedules: [describeSchedule(view, schedule, rides, () => desk.world.ids.next('stop'))],
    steps: [step, ...rescheduleSteps(view, schedule, rides, new Set([step.after.id]))],
    events: [],
    cause: 'RideAssigned',
  });
}
