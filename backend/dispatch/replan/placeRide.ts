import type { Shift } from '../../domain/fleet/fleet.ts';
import { type MissedReason, type PromisedTimes, type Ride, standingPromise } from '../../domain/ride/ride.ts';
import type { RideCommand } from '../../domain/ride/rideEvent.ts';
import { joinSteps, type RideStep, stepRide } from '../../domain/ride/stepRide.ts';
import {
  applyInsertion,
  checkSchedule,
  findInsertions,
  type PlanRequest,
  type Schedule,
} from '../../planner/index.ts';
import type { DayDesk } from '../dayDesk.ts';
import { describeSchedule, type PlannedTimes, rescheduleSteps, timesOf } from '../planChange.ts';
import { plannedWindows } from '../plannedWindows.ts';
import { toPlanRequest } from '../planRequest.ts';
import { operatorBits } from '../planVehicle.ts';
import type { PlanView } from '../planView.ts';
import { breakPromise } from '../timeShift.ts';
import { rideLimit } from './rideLimit.ts';
import { type ShiftWork, withChange } from './shiftWork.ts';

/** On what terms a ride is put in again. */
export interface PlaceTerms {
  /** How much later than promised it may be; then the rider is told new times, and called. As promised unless given. */
  readonly lateSeconds?: number;
  /** Why it changes over, for the log; because of the roads unless given. */
  readonly reason?: 'roadsChanged' | 'planChanged';
}

/**
 * Puts a ride that stands in no schedule where its promise holds.
 * @param work the day without the ride in any schedule; its snapshot knows the ride
 * @returns undefined where there is no such place, or the checker refuses it
 */
export async function placeRide(
  desk: DayDesk,
  work: ShiftWork,
  ride: Ride,
  { lateSeconds = 0, reason = 'roadsChanged' }: PlaceTerms = {},
): Promise<ShiftWork | undefined> {
  const found = await findPlace(desk, work, ride, lateSeconds);
  return found && putIn(desk, work, ride, found, { reason, missed: 'roadClosed' });
}

/** A schedule that carries a ride, found in a view that knows it. */
export interface FoundPlace {
  readonly view: PlanView;
  readonly schedule: Schedule;
}

/**
 * The work with a ride put in as it was found, and everybody in that vehicle told their new times.
 * @param how why it changes over, for the log; and why its promise breaks, where it does: absent, it is not looked at
 * @returns undefined where the ride's state does not allow it
 */
export function putIn(
  desk: DayDesk,
  work: ShiftWork,
  ride: Ride,
  { view, schedule }: FoundPlace,
  how: { readonly reason: string; readonly missed?: MissedReason },
): ShiftWork | undefined {
  const { pickup, dropoff } = timesOf(view, schedule, ride.id);
  const broken = how.missed && breakPromise(ride, pickup, dropoff, how.missed);
  const moved = stepTo(view, schedule, broken?.after ?? ride, how.reason);
  const step = moved && joinSteps(broken ? [broken] : [], [moved])[0];
  if (!step) return undefined;
  const rides = new Map([...work.snapshot.rides, [step.after.id, step.after] as const]);
  const described = describeSchedule(view, schedule, rides, () => desk.world.ids.next('stop'));
  const others = rescheduleSteps(view, schedule, rides, new Set([ride.id]));
  return withChange(work, described, [step, ...others]);
}

/** The best insertion that keeps what was told, agreed to by the checker. */
async function findPlace(
  desk: DayDesk,
  { snapshot }: ShiftWork,
  ride: Ride,
  lateSeconds: number,
): Promise<FoundPlace | undefined> {
  const { view, day } = await desk.view(snapshot);
  const request = placeRequest(view, ride, lateSeconds);
  const [insertion] = findInsertions(day, request, { limit: 1, explain: false }).insertions;
  if (!insertion) return undefined;
  const schedule = applyInsertion(day, insertion, request);
  const extended = withRequest(view, request);
  const violations = checkSchedule(extended.problem, schedule);
  desk.world.onPlanChecked({ shiftId: snapshot.shifts[schedule.vehicle]!.id, violations });
  return violations.length > 0 ? undefined : { view: extended, schedule };
}

/**
 * A ride of the day as the planner is asked to place it anew.
 * @param lateSeconds how much later than promised it may be
 */
export function placeRequest(view: PlanView, ride: Ride, lateSeconds: number): PlanRequest {
  return toPlanRequest({
    id: ride.id,
    party: ride.party,
    times: later(plannedWindows(standingPromise(ride)!, { pickup: null, dropoff: null }), lateSeconds),
    maxRideSeconds: rideLimit(view, ride) + lateSeconds,
    pickupLocation: view.locations.get(ride.from.id)!,
    dropoffLocation: view.locations.get(ride.to.id)!,
    allowedOperators: operatorBits(view.snapshot, ride.providerId ? [ride.providerId] : []),
    apart: view.apart.needsOf(ride),
  });
}

/** The view with a request more; its id is the ride's. */
export function withRequest(view: PlanView, request: PlanRequest): PlanView {
  return {
    ...view,
    problem: { ...view.problem, requests: [...view.problem.requests, request] },
    rideIds: [...view.rideIds, request.id],
  };
}

function later({ pickup, dropoff }: PromisedTimes, seconds: number): PromisedTimes {
  return {
    pickup: { ...pickup, latest: pickup.latest + seconds },
    dropoff: { ...dropoff, latest: dropoff.latest + seconds },
  };
}

function stepTo(view: PlanView, schedule: Schedule, ride: Ride, reason: string): RideStep | undefined {
  const shift = view.snapshot.shifts[schedule.vehicle]!;
  const times = timesOf(view, schedule, ride.id);
  const step = stepRide(ride, ...commandsTo(shift, ride, times, reason));
  return step.ok ? step.value : undefined;
}

function commandsTo(
  { id: shiftId, providerId }: Shift,
  ride: Ride,
  times: PlannedTimes,
  reason: string,
): RideCommand[] {
  const provider = providerId === ride.providerId ? {} : { providerId };
  const assign = { type: 'assign', shiftId, ...provider, ...times } as const;
  if (ride.shiftId === null) return [assign];
  if (ride.shiftId === shiftId) return [{ type: 'reschedule', ...times }];
  return [{ type: 'unassign', reason, isMoved: true }, assign];
}
