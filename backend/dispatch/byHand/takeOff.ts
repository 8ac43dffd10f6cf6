import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { FINAL_STATUSES, type Ride } from '../../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { evaluateTour, isSchedule, prepareProblem } from '../../planner/index.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import { describeSchedule, rescheduleSteps } from '../planChange.ts';
import { viewDay } from '../planView.ts';
import { type ShiftWork, standingOf, withChange, withoutRide } from '../replan/shiftWork.ts';
import { timeShift } from '../timeShift.ts';
import { waitingVariants } from '../waitingPlace.ts';
import { loneShift } from './loneShift.ts';

/** A ride that another vehicle could take, and the day as if nobody carried it. */
export interface TakenOff {
  readonly ride: Ride;
  /** The shift that carries it now; null: nobody does. */
  readonly fromShiftId: string | null;
  /** Providers of the ride's service: any of them may carry it under the rules and the fare it was booked by. */
  readonly providerIds: readonly string[];
  /** The shift it left is timed anew; the ride itself is still known, with the state it has. */
  readonly work: ShiftWork;
}

/** Takes a ride off its vehicle to see who else could carry it: one that is to come, or promised and without a vehicle. */
export async function takeOff(
  desk: DayDesk,
  snapshot: DaySnapshot,
  rideId: string,
): Promise<Outcome<TakenOff, Rejection>> {
  const ride = snapshot.rides.get(rideId) ?? (await readRide(desk, rideId));
  if (!ride) return refusal({ code: 'unknownRide' });
  const refused = refusalOf(ride);
  if (refused) return refusal(refused);
  const begun: ShiftWork = {
    snapshot: { ...snapshot, rides: new Map([...snapshot.rides, [ride.id, ride]]) },
    steps: [],
    changed: new Set(),
  };
  const providerIds = await readProviders(desk, ride);
  const old = snapshot.schedules.get(ride.shiftId ?? '');
  if (ride.shiftId === null || !old) return success({ ride, providerIds, fromShiftId: null, work: begun });
  const { freeRideIds } = await standingOf(desk, snapshot, ride.shiftId);
  if (!freeRideIds.has(ride.id)) return refusal({ code: 'vehicleOnItsWay' });
  const left = withChange(begun, withoutRide(old, ride.id, true), []);
  const work = await timeLeft(desk, left, ride);
  return success({ ride, providerIds, fromShiftId: ride.shiftId, work });
}

/**
 * Times the shift that a ride has left. As plans are: a stop that is overdue is not late before the street says so, and
 * nobody is called for a ride that is less. Only what cannot be timed so is timed as the street is.
 */
async function timeLeft(desk: DayDesk, work: ShiftWork, ride: Ride): Promise<ShiftWork> {
  const { matrix, weights } = desk.world;
  const { snapshot } = work;
  const shiftId = ride.shiftId!;
  const settled = new Set([ride.id]);
  const nowSecond = desk.nowSecond(snapshot.day);
  for (const variant of waitingVariants(snapshot.schedules.get(shiftId)!, snapshot.rides, nowSecond)) {
    const lone = loneShift(withChange(work, variant, []).snapshot, shiftId);
    const view = await viewDay(lone, nowSecond, matrix, weights, true);
    const schedule = evaluateTour(prepareProblem(view.problem), view.tours[0]!);
    if (!isSchedule(schedule)) continue;
    const described = describeSchedule(view, schedule, snapshot.rides, () => desk.world.ids.next('stop'));
    return withChange(work, described, rescheduleSteps(view, schedule, snapshot.rides, settled));
  }
  const timed = await timeShift(desk, snapshot, shiftId, settled);
  return withChange(work, timed.schedule, timed.steps);
}

async function readProviders(desk: DayDesk, { serviceId, providerId }: Ride): Promise<readonly string[]> {
  const services = await desk.world.store.read(SYSTEM_SCOPE, (tables) => tables.services.list());
  const own = providerId === null ? [] : [providerId];
  return services.find(({ id }) => id === serviceId)?.providerIds ?? own;
}

/** A ride as stored, whether the plan has it or not. */
export function readRide(desk: DayDesk, rideId: string): Promise<Ride | undefined> {
  return desk.world.store.read(SYSTEM_SCOPE, ({ rides }) => rides.find(rideId));
}

function refusalOf({ status, promise }: Ride): Rejection | undefined {
  if (status === 'assigned' || (status === 'booked' && promise !== null)) return undefined;
  if (status === 'vehicleArrived') return { code: 'vehicleOnItsWay' };
  if (status === 'onBoard') return { code: 'rideUnderWay' };
  return { code: FINAL_STATUSES.includes(status) ? 'rideAlreadyClosed' : 'nothingToMove' };
}
