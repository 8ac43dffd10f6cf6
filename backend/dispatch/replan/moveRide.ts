import { type PromisedTimes, type Ride, standingPromise } from '../../domain/ride/ride.ts';
import { joinSteps, type RideStep, stepRide } from '../../domain/ride/stepRide.ts';
import { applyInsertion, checkSchedule, findInsertions, type Schedule } from '../../planner/index.ts';
import type { DayDesk } from '../dayDesk.ts';
import { describeSchedule, rescheduleSteps, timesOf } from '../planChange.ts';
import { plannedWindows } from '../plannedWindows.ts';
import { toPlanRequest } from '../planRequest.ts';
import { operatorBits, type PlanView } from '../planView.ts';
import { breakPromise } from '../timeShift.ts';
import { rideLimit } from './rideLimit.ts';
import { type ShiftWork, withChange, withoutRide } from './shiftWork.ts';

/**
 * Takes a ride out of its shift and puts it in again where its promise holds: another vehicle, or another place in the
 * same one. The shift it leaves is not timed anew.
 * @param lateSeconds how much later than promised it may be; then the rider is told new times, and called
 * @returns undefined where there is no such place, or the checker refuses it
 */
export async function moveRide(
  desk: DayDesk,
  work: ShiftWork,
  rideId: string,
  lateSeconds = 0,
): Promise<ShiftWork | undefined> {
  const ride = work.snapshot.rides.get(rideId);
  const old = ride && work.snapshot.schedules.get(ride.shiftId ?? '');
  if (!ride || !old) return undefined;
  const left = withChange(work, withoutRide(old, rideId), []);
  const found = await findPlace(desk, left, ride, lateSeconds);
  if (!found) return undefined;
  const { view, schedule } = found;
  const { pickup, dropoff } = timesOf(view, schedule, ride.id);
  const broken = breakPromise(ride, pickup, dropoff, 'roadClosed');
  const moved = stepTo(view, schedule, broken?.after ?? ride);
  const step = moved && joinSteps(broken ? [broken] : [], [moved])[0];
  if (!step) return undefined;
  const rides = new Map([...left.snapshot.rides, [step.after.id, step.after] as const]);
  const described = describeSchedule(view, schedule, rides, () => desk.world.ids.next('stop'));
  const others = rescheduleSteps(view, schedule, rides, new Set([rideId]));
  return withChange(left, described, [step, ...others]);
}

/** The best insertion that keeps what was told, agreed to by the checker. */
async function findPlace(
  desk: DayDesk,
  { snapshot }: ShiftWork,
  ride: Ride,
  lateSeconds: number,
): Promise<{ view: PlanView; schedule: Schedule } | undefined> {
  const { view, day } = await desk.view(snapshot);
  const request = toPlanRequest({
    id: ride.id,
    party: ride.party,
    times: later(plannedWindows(standingPromise(ride)!, { pickup: null, dropoff: null }), lateSeconds),
    maxRideSeconds: rideLimit(view, ride) + lateSeconds,
    pickupLocation: view.locations.get(ride.from.id)!,
    dropoffLocation: view.locations.get(ride.to.id)!,
    allowedOperators: operatorBits(snapshot, ride.providerId ? [ride.providerId] : []),
  });
  const [insertion] = findInsertions(day, request, { limit: 1, explain: false }).insertions;
  if (!insertion) return undefined;
  const schedule = applyInsertion(day, insertion, request);
  const extended: PlanView = {
    ...view,
    problem: { ...view.problem, requests: [...view.problem.requests, request] },
    rideIds: [...view.rideIds, ride.id],
  };
  const violations = checkSchedule(extended.problem, schedule);
  desk.world.onPlanChecked({ shiftId: snapshot.shifts[schedule.vehicle]!.id, violations });
  return violations.length > 0 ? undefined : { view: extended, schedule };
}

function later({ pickup, dropoff }: PromisedTimes, seconds: number): PromisedTimes {
  return {
    pickup: { ...pickup, latest: pickup.latest + seconds },
    dropoff: { ...dropoff, latest: dropoff.latest + seconds },
  };
}

function stepTo(view: PlanView, schedule: Schedule, ride: Ride): RideStep | undefined {
  const shiftId = view.snapshot.shifts[schedule.vehicle]!.id;
  const times = timesOf(view, schedule, ride.id);
  const step =
    shiftId === ride.shiftId
      ? stepRide(ride, { type: 'reschedule', ...times })
      : stepRide(
          ride,
          { type: 'unassign', reason: 'roadsChanged', isMoved: true },
          { type: 'assign', shiftId, ...times },
        );
  return step.ok ? step.value : undefined;
}
