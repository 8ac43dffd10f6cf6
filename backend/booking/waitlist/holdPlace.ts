import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../domain/account/actor.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { RejectionCode } from '../../domain/rejection/rejection.ts';
import { holdUntil, stepWaitlist, type WaitlistEntry } from '../../domain/waitlist/waitlistEntry.ts';
import { acceptOffer } from '../acceptOffer.ts';
import type { Alongside } from '../alongside.ts';
import { attemptRequest } from '../attemptRequest.ts';
import type { BookingWorld } from '../bookingWorld.ts';
import { requestRide } from '../requestRide.ts';
import { waitlistChanged } from './waitlistChanged.ts';

/**
 * Tries an entry once. A look at the plan comes first and keeps nothing, so that trying in vain leaves no row behind;
 * where there is a place it is booked, and entry, booking and the call that is owed are written together.
 */
export async function holdPlace(world: BookingWorld, entry: WaitlistEntry): Promise<boolean> {
  const now = world.clock.now();
  const terms = { rideId: world.ids.next('ride'), now };
  const looked = await attemptRequest(world, entry.input, SYSTEM_ACTOR, terms);
  const inVain = !looked.ok
    ? looked.reason.code
    : looked.value.outcome.ok
      ? null
      : looked.value.outcome.reason.code;
  if (inVain !== null) return noteTry(world, entry, inVain === 'reasonUnproved' ? entry.reason : inVain);
  const asked = await requestRide(world, entry.input, SYSTEM_ACTOR);
  if (!asked.ok) return noteTry(world, entry, asked.reason.rejection.code);
  for (const offer of asked.value.offers) {
    const until = holdUntil(entry.day, offer.pickupSecond, now);
    if (until === undefined) continue;
    const keep: Alongside = async (tables, step) => {
      const rideId = step!.after.id;
      const held = stepWaitlist(entry, { type: 'hold', rideId, until }, now);
      if (!held.ok) return held.reason;
      try {
        await tables.waitlist.update(held.value, entry.revision);
      } catch (fault) {
        if (fault instanceof StaleWrite) return { code: 'waitlistEntryClosed' };
        throw fault;
      }
      await tables.callBacks.owe(
        [
          {
            personId: entry.personId,
            reason: 'placeFree',
            subject: entry.id,
            waitlistId: entry.id,
            rideId,
            day: entry.day,
            dueAt: now,
            usefulUntil: until,
          },
        ],
        now,
      );
      await tables.events.append([waitlistChanged(entry, SYSTEM_ACTOR, now)]);
      return undefined;
    };
    const booked = await acceptOffer(world, offer.id, SYSTEM_ACTOR, keep, until);
    if (booked.ok) return true;
    if (booked.reason.code === 'waitlistEntryClosed') return false;
  }
  return noteTry(world, entry, 'offerNoLongerPossible');
}

/** The reason of the last try is what a rider is told at night. */
async function noteTry(world: BookingWorld, entry: WaitlistEntry, reason: RejectionCode): Promise<false> {
  const tried = stepWaitlist(entry, { type: 'tried', reason }, world.clock.now());
  if (!tried.ok) return false;
  try {
    await world.store.write(SYSTEM_SCOPE, (tables) => tables.waitlist.update(tried.value, entry.revision));
  } catch (fault) {
    // Somebody changed it meanwhile; what they did counts.
    if (!(fault instanceof StaleWrite)) throw fault;
  }
  return false;
}
