import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { SYSTEM_ACTOR } from '../domain/account/actor.ts';
import { StaleWrite } from '../domain/fault/staleWrite.ts';
import type { RideStatus } from '../domain/ride/ride.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { changeUnplanned, stepAgain } from './changeRide.ts';

/** What still waits for somebody's word. */
const WAITING: readonly RideStatus[] = ['requested', 'offered', 'willCall'];

/** Ends a day's open requests, one transaction each, so that one that moves meanwhile does not hold up the others. */
export async function closeDay(world: BookingWorld, day: ServiceDay): Promise<number> {
  const rides = await world.store.read(SYSTEM_SCOPE, (tables) => tables.rides.listByDay(day));
  let ended = 0;
  for (const { id } of rides.filter(({ status }) => WAITING.includes(status))) {
    const outcome = await changeUnplanned(world, SYSTEM_ACTOR, (tables) =>
      stepAgain(tables, id, { type: 'lapse' }),
    ).catch((fault: unknown) => {
      if (fault instanceof StaleWrite) return undefined;
      throw fault;
    });
    if (outcome?.ok) ended += 1;
  }
  return ended;
}
