import type { Actor } from '../../domain/account/actor.ts';
import type { CallBack, CallOutcome } from '../../domain/callBack/callBack.ts';
import { recordOutcome } from '../../domain/callBack/recordOutcome.ts';
import { callLogEvent } from '../../domain/event/callLogEvent.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';

/** After one of these the rider, or their answering machine, has heard the time. */
const HEARD: readonly CallOutcome[] = ['told', 'accepted', 'answeringMachine'];
/** More notices than this nobody gets between a move and its undo. */
const LAST_NOTICES = 30;

/**
 * Which of these riders know, or may know, of the time that a move gave them: somebody has told them, rings them now, or a
 * message has gone out or is on its way.
 * @param since when the move was made
 */
export async function whoWasTold(
  tables: Tables,
  rides: readonly Ride[],
  since: EpochMs,
  now: EpochMs,
): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  const inHand = new Set((await tables.callBacks.listClaims(now)).map(({ householdId }) => householdId));
  for (const { id, personId } of rides) {
    const calls = await callsOf(tables, id);
    const notices = await tables.notices.listByPerson(personId, LAST_NOTICES);
    const isHeard = calls.some(
      (call) =>
        (call.state === 'open' && inHand.has(call.householdId)) ||
        call.attempts.some(({ at, outcome }) => at >= since && HEARD.includes(outcome)),
    );
    const isSent = notices.some(
      ({ rideId, reason, createdAt, state, sendAt }) =>
        rideId === id &&
        reason === 'promiseBroken' &&
        createdAt >= since &&
        (state === 'sent' || (state === 'waiting' && sendAt <= now)),
    );
    if (isHeard || isSent) told.add(id);
  }
  return told;
}

/** Takes the calls that a move owed out of the queue: there is nothing left to say. */
export async function withdrawCalls(
  tables: Tables,
  rideIds: readonly string[],
  since: EpochMs,
  actor: Actor,
  now: EpochMs,
): Promise<void> {
  for (const rideId of rideIds) {
    for (const call of await callsOf(tables, rideId)) {
      if (call.state === 'done' || call.createdAt < since) continue;
      const closed = recordOutcome(call, { outcome: 'overtaken', by: 'system', at: now });
      if (!closed.ok) continue;
      await tables.callBacks.update(closed.value, call.revision);
      await tables.events.append([callLogEvent(call, actor, now)]);
    }
  }
}

async function callsOf({ callBacks }: Tables, rideId: string): Promise<readonly CallBack[]> {
  return (await callBacks.listByRide(rideId)).filter(({ reason }) => reason === 'promiseBroken');
}
