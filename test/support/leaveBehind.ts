import { withoutRide } from '../../backend/dispatch/replan/shiftWork.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import { rideLogEvents } from '../../backend/domain/event/rideLogEvents.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { stepRide } from '../../backend/domain/ride/stepRide.ts';
import type { Clock } from '../../backend/ports/clock.ts';
import type { Store } from '../../backend/ports/store.ts';

/** Takes a ride out of its vehicle, as where a road is closed: it stays promised, and nobody carries it. */
export async function leaveBehind(
  house: { readonly store: Store; readonly clock: Clock },
  rideId: string,
): Promise<Ride> {
  return house.store.write(SYSTEM_SCOPE, async (tables) => {
    const ride = (await tables.rides.find(rideId))!;
    const step = stepRide(ride, { type: 'unassign', reason: 'roadClosed' });
    if (!step.ok) throw new Error(step.reason.code);
    const { after, events } = step.value;
    await tables.days.advance(ride.day, await tables.days.version(ride.day));
    await tables.rides.update([after], [ride.revision]);
    const schedules = await tables.days.listSchedules(ride.day);
    const left = schedules.filter(({ shiftId }) => shiftId === ride.shiftId);
    await tables.days.saveSchedules(left.map((schedule) => withoutRide(schedule, rideId)));
    await tables.events.append(rideLogEvents(after, events, SYSTEM_ACTOR, house.clock.now(), ride.shiftId));
    return after;
  });
}
