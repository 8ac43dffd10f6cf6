import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { SYSTEM_ACTOR } from '../domain/account/actor.ts';
import type { RideStatus } from '../domain/ride/ride.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { changeUnplanned, stepAgain } from './changeRide.ts';

/** What still waits for somebody's word. */
const WAITING: readonly RideStatus[] = ['requested', 'offered', 'willCall'];

/** Ends a day's open requests, one transaction each, so that a long list does not hold up bookings. */
export async function closeDay(world: BookingWorld, day: ServiceDay): Promise<number> {
  const rides = await world.store.read(SYSTEM_SCOPE, (tables) => tables.rides.listByDay(day));
  let ended = 0;
  for (const { id } of rides.filter(({ status }) => WAITING.includes(status))) {
    const outcome = await changeUnplanned(world, SYSTEM_ACTOR, (tables) =>
      stepAgain(tables, id, { type: 'lapse' }),
    );
    if (outcome.ok) ended += 1;
  }
  return ended;
}
