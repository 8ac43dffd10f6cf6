import type { Actor } from '../domain/account/actor.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { AskedDay } from './booking.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { requestRide } from './requestRide.ts';

/** The same request on several dates, in the order of the calendar; see `Booking.requestDays`. */
export async function requestDays(
  world: BookingWorld,
  input: RequestInput,
  days: readonly ServiceDay[],
  actor: Actor,
): Promise<{ groupId: string; asked: readonly AskedDay[] }> {
  const groupId = world.ids.next('group');
  const asked: AskedDay[] = [];
  for (const day of [...new Set(days)].sort()) {
    asked.push({ day, outcome: await requestRide(world, { ...input, day, groupId }, actor) });
  }
  return { groupId, asked };
}
