import type { Actor } from '../domain/account/actor.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { AskedDay, ReturnWish } from './booking.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { requestReturn } from './requestReturn.ts';
import { requestRide } from './requestRide.ts';

/** One call may not take all connections of the database. */
const DAYS_AT_ONCE = 4;

/**
 * The same request on several dates, in the order of the calendar; see `Booking.requestDays`. Dates are asked side by
 * side: nearly all of the time goes into waiting for the database, and each date has a plan of its own.
 */
export async function requestDays(
  world: BookingWorld,
  input: RequestInput,
  days: readonly ServiceDay[],
  wayHome: ReturnWish | null,
  actor: Actor,
): Promise<{ groupId: string; asked: readonly AskedDay[] }> {
  const groupId = world.ids.next('group');
  const waiting = [...new Set(days)].sort();
  const booker = { proxyId: input.proxyId ?? null, bookedBy: input.bookedBy ?? null };
  const asked: AskedDay[] = [];
  async function askOn(): Promise<void> {
    for (let day = waiting.shift(); day !== undefined; day = waiting.shift()) {
      const outcome = await requestRide(world, { ...input, day, groupId }, actor);
      const home =
        outcome.ok && wayHome
          ? await requestReturn(world, outcome.value.ride.id, wayHome, actor, booker)
          : null;
      asked.push({ day, outcome, home });
    }
  }
  await Promise.all(Array.from({ length: DAYS_AT_ONCE }, askOn));
  return { groupId, asked: asked.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}
