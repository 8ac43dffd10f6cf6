import type { LogEvent, RiderEvent } from '../../domain/event/logEvent.ts';
import type { Person } from '../../domain/person/person.ts';
import { type EpochMs, serviceDayOf } from '../../domain/units/time.ts';

/** The log line of what happened to a rider's entry. */
export function riderLogEvent(person: Person, body: RiderEvent, actor: string, at: EpochMs): LogEvent {
  return {
    occurredAt: at,
    day: serviceDayOf(at),
    rideId: null,
    shiftId: null,
    municipality: person.municipality,
    personId: person.id,
    actor,
    body,
  };
}
