import type { Actor } from '../account/actor.ts';
import type { CallBack } from '../callBack/callBack.ts';
import type { EpochMs } from '../units/time.ts';
import type { LogEvent } from './logEvent.ts';

/** The line of the log that tells everybody's screen to read the queue again. */
export function callLogEvent(call: CallBack, actor: Actor, at: EpochMs): LogEvent {
  return {
    occurredAt: at,
    day: call.day,
    rideId: call.rideId,
    shiftId: null,
    municipality: call.municipality,
    personId: call.personId,
    actor: actor.name,
    body: { type: 'CallBackChanged', callBackId: call.id },
  };
}
