import type { Actor } from '../../domain/account/actor.ts';
import type { PhoneCall } from '../../domain/call/phoneCall.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import { isOnScreen } from './deskCalls.ts';

/** Puts a call away; from every desk where it stood on all. */
export function closeCall(
  { store, clock, wallClock }: RidersWorld,
  callId: string,
  actor: Actor,
): Promise<Outcome<PhoneCall, Rejection>> {
  return store.write(actor.scope, async ({ calls, events }) => {
    const call = await calls.find(callId);
    if (!call || !isOnScreen(call, actor.name)) return refusal({ code: 'unknownCall' });
    const now = clock.now();
    const at = wallClock.now();
    const after = { ...call, revision: call.revision + 1, closedAt: at, changedAt: at };
    await calls.save(after);
    await events.append([
      {
        occurredAt: now,
        day: serviceDayOf(now),
        rideId: null,
        shiftId: null,
        municipality: null,
        personId: null,
        actor: actor.name,
        body: { type: 'CallReported', callId, state: 'closed' },
      },
    ]);
    return success(after);
  });
}
