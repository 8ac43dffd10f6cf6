import type { Actor } from '../../domain/account/actor.ts';
import type { LogEvent } from '../../domain/event/logEvent.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { WaitlistEntry } from '../../domain/waitlist/waitlistEntry.ts';

/** The line of the log that tells everybody's screen to read the waitlist again. */
export function waitlistChanged(entry: WaitlistEntry, actor: Actor, now: EpochMs): LogEvent {
  return {
    occurredAt: now,
    day: entry.day,
    rideId: entry.deniedRideId,
    shiftId: null,
    municipality: entry.municipality,
    personId: entry.personId,
    actor: actor.name,
    body: { type: 'WaitlistChanged', entryId: entry.id },
  };
}
