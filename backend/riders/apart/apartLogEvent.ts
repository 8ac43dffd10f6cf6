import type { Actor } from '../../domain/account/actor.ts';
import type { ApartEvent, LogEvent } from '../../domain/event/logEvent.ts';
import { type EpochMs, serviceDayOf } from '../../domain/units/time.ts';

/**
 * The log line of what was done about two who are kept apart. It names neither rider nor town, so that neither of them,
 * nor their town or clinic, reads in the log that there is such an entry; the entry itself says whose it is.
 */
export function apartLogEvent(
  type: ApartEvent['type'],
  apartId: string,
  actor: Actor,
  at: EpochMs,
): LogEvent {
  return {
    occurredAt: at,
    day: serviceDayOf(at),
    rideId: null,
    shiftId: null,
    municipality: null,
    personId: null,
    actor: actor.name,
    body: { type, apartId },
  };
}
