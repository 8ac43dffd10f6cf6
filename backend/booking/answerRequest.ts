import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Ride, RiderAnswer } from '../domain/ride/ride.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { changeUnplanned, stepAgain } from './changeRide.ts';
import { addToWaitlist } from './waitlist/createWaitlist.ts';

/**
 * Records what the rider said, and puts a refused request on the waitlist where that is wanted; open offers of the
 * request are withdrawn, so that nobody takes them by mistake.
 */
export function answerRequest(
  world: BookingWorld,
  requestId: string,
  answer: RiderAnswer,
  actor: Actor,
): Promise<Outcome<Ride, Rejection>> {
  return changeUnplanned(world, actor, async (tables) => {
    for (const offer of await tables.offers.listByRide(requestId)) {
      await tables.offers.close(offer.id, 'withdrawn');
    }
    const answered = await stepAgain(tables, requestId, { type: 'answer', answer });
    if (answer !== 'waitlisted' || !answered.ok || answered.value.before.status !== 'denied') return answered;
    const added = await addToWaitlist(world, tables, requestId, actor);
    return added.ok ? answered : added;
  });
}
