import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { RideStep } from '../domain/ride/stepRide.ts';
import { type Outcome, success } from '../domain/units/outcome.ts';
import type { Tables } from '../ports/tables.ts';
import type { DayDesk } from './dayDesk.ts';
import { timeShift } from './timeShift.ts';
import { changePlan } from './transact.ts';

/** Takes a ride out of the plan; see `RidePlanning.withdraw`. */
export async function withdrawRide(
  desk: DayDesk,
  ride: Ride,
  actor: Actor,
  endIn: (tables: Tables) => Promise<Outcome<RideStep, Rejection>>,
): Promise<Outcome<Ride, Rejection>> {
  const written = await changePlan(
    desk,
    ride.day,
    actor,
    async (snapshot) => success(snapshot),
    async (tables, snapshot) => {
      const ended = await endIn(tables);
      if (!ended.ok) return ended;
      const { before, after, events } = ended.value;
      const cause = events[0]?.type ?? 'RideCancelled';
      const shiftId = before.shiftId ?? '';
      const rides = new Map([...snapshot.rides, [after.id, after]]);
      const schedule = snapshot.schedules.get(shiftId);
      if (!schedule)
        return success({
          snapshot,
          schedules: [],
          steps: [ended.value],
          events: [],
          cause,
        });
      const timed = await timeShift(desk, { ...snapshot, rides }, shiftId, new Set([after.id]));
      return success({
        schedules: [timed.schedule],
        snapshot,
        events: [],
        steps: [ended.value, ...timed.steps],
        cause,
      });
    },
  );
  return written.ok ? success(written.value.steps[0]!.after) : written;
}
