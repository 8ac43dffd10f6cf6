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

/** The doors through which invented people come: the same as everybody's. */
export interface PeopleDoors {
  readonly store: Store;
  readonly booking: Booking;
  readonly operations: Operations;
}

/** Makes a call and takes the first offer. @returns the booked ride, or undefined when nothing came of it */
export async function makeCall(doors: PeopleDoors, call: PlannedCall): Promise<Ride | undefined> {
  const asked = await doors.booking.request(call.input, SYSTEM_ACTOR);
  if (!asked.ok) return undefined;
  for (const offer of asked.value.offers) {
    const booked = await doors.booking.accept(offer.id, SYSTEM_ACTOR);
    if (booked.ok) return booked.value;
  }
  return undefined;
}

/** A driver's day as the driver's page shows it. */
export async function readShift(
  store: Store,
  day: ServiceDay,
): Promise<readonly { schedule: ShiftSchedule; rides: ReadonlyMap<string, Ride> }[]> {
  return store.read(SYSTEM_SCOPE, async (tables) => {
    const rides = new Map((await tables.rides.listByDay(day)).map((ride) => [ride.id, ride]));
    const schedules = await tables.days.listSchedules(day);
    return schedules.map((schedule) => ({ schedule, rides }));
  });
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
