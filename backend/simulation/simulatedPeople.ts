import type { Booking } from '../booking/index.ts';
import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { SYSTEM_ACTOR } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import { momentOf, type ServiceDay } from '../domain/units/time.ts';
import type { Operations, StreetReport } from '../operations/index.ts';
import type { Store } from '../ports/store.ts';
import type { NextReport } from './nextReport.ts';
import type { PlannedCall } from './plannedCall.ts';
import { bookHome, inOrderOf, takeFirst } from './ringHome.ts';

/** The doors through which invented people come: the same as everybody's. */
export interface PeopleDoors {
  readonly store: Store;
  readonly booking: Booking;
  readonly operations: Operations;
}

/** Makes a call and takes the offer that the caller likes best. @returns the booked ride, or undefined when nothing came of it */
export async function makeCall(doors: PeopleDoors, call: PlannedCall): Promise<Ride | undefined> {
  const home = await bookHome(doors, call);
  if (home) return home;
  const asked = await doors.booking.request(call.input, SYSTEM_ACTOR);
  return asked.ok ? takeFirst(doors, inOrderOf(call, asked.value.offers)) : undefined;
}

/** A day as the drivers' pages show it: each shift's schedule, and the rides of all. */
export async function readDay(
  store: Store,
  day: ServiceDay,
): Promise<{ shifts: readonly ShiftSchedule[]; rides: ReadonlyMap<string, Ride> }> {
  return store.read(SYSTEM_SCOPE, async (tables) => ({
    rides: new Map((await tables.rides.listByDay(day)).map((ride) => [ride.id, ride])),
    shifts: await tables.days.listSchedules(day),
  }));
}

/** Sends a driver's tap. */
export function tap(
  doors: PeopleDoors,
  schedule: ShiftSchedule,
  next: NextReport,
): Promise<Outcome<'applied' | 'appliedBefore', Rejection>> {
  const what = 'stopId' in next.tap ? next.tap.stopId : next.tap.rideId;
  const id = `tap:${schedule.shiftId}:${next.tap.type}:${what}`;
  const deviceTime = momentOf(schedule.day, next.due);
  const report: StreetReport = { id, shiftId: schedule.shiftId, deviceTime, ...next.tap };
  return doors.operations.report(report, SYSTEM_ACTOR);
}
