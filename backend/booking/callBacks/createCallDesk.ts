import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { type Actor, SYSTEM_ACTOR } from '../../domain/account/actor.ts';
import type { CallBack } from '../../domain/callBack/callBack.ts';
import { isAfterwards, isOvertaken } from '../../domain/callBack/callsOwed.ts';
import { recordOutcome, undoOutcome } from '../../domain/callBack/recordOutcome.ts';
import { ringAgainAt } from '../../domain/callBack/ringAgain.ts';
import { isDueNow, sortCalls } from '../../domain/callBack/sortCalls.ts';
import { callLogEvent } from '../../domain/event/callLogEvent.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { deskHoursOn } from '../../domain/service/deskHours.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { EpochMs, ServiceDay, TimeWindow } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import type { BookingWorld } from '../bookingWorld.ts';
import type { Waitlist } from '../waitlist/waitlist.ts';
import { createCallActs } from './callActs.ts';
import type { CallDesk, DeskHand } from './callDesk.ts';
import { listToSay } from './listToSay.ts';

/** A household's telephone stays in one hand this long; taking it again makes it longer. */
const CLAIM_MS = 5 * 60_000;

/**
 * Calls we owe, over a world.
 * @param waitlist keeps or gives back the place a call was about
 * @param deskHours when somebody is at the desk; null: while a service runs
 */
export function createCallDesk(
  world: BookingWorld,
  waitlist: Pick<Waitlist, 'settle' | 'restore'>,
  deskHours: TimeWindow | null = null,
): CallDesk {
  const { store, clock } = world;
  const acts = createCallActs(world, waitlist, (actor, record) =>
    store.write(actor.scope, async (tables) => {
      const rejection = await record(tables, null);
      if (rejection) throw new Refused(rejection);
      return success(null);
    }),
  );

  /** A call that this account's people may read, while they have its household's telephone. */
  function findInHand(callId: string, hand: DeskHand, actor: Actor): Promise<Outcome<CallBack, Rejection>> {
    return store.read(actor.scope, async (tables) => {
      const call = await tables.callBacks.find(callId);
      if (!call) return refusal({ code: 'unknownCallBack' });
      if (call.state === 'done') return refusal({ code: 'callBackClosed' });
      const isMine = await isInHand(tables, call, hand, clock.now());
      return isMine ? success(call) : refusal({ code: 'callBackNotTaken' });
    });
  }

  /** Writes a decided call with the line that tells of it. @returns the refusal, where it was refused */
  async function writeCall(
    tables: Tables,
    before: CallBack,
    after: Outcome<CallBack, Rejection>,
    actor: Actor,
    now: EpochMs,
  ): Promise<Rejection | undefined> {
    if (!after.ok) return after.reason;
    await tables.callBacks.update(after.value, before.revision);
    await tables.events.append([callLogEvent(before, actor, now)]);
    return undefined;
  }

  /** Does something that writes a call along the way. @returns the call as it is then */
  async function changed(
    callId: string,
    actor: Actor,
    work: () => Promise<Outcome<unknown, Rejection>>,
  ): Promise<Outcome<CallBack, Rejection>> {
    try {
      const done = await work();
      if (!done.ok) return done;
      const call = await store.read(actor.scope, ({ callBacks }) => callBacks.find(callId));
      return call ? success(call) : refusal({ code: 'unknownCallBack' });
    } catch (fault) {
      if (fault instanceof Refused) return refusal(fault.rejection);
      if (fault instanceof StaleWrite) return refusal({ code: 'staleVersion' });
      throw fault;
    }
  }

  /** Changes a call inside one transaction, with the line that tells of it. */
  async function change<Value>(
    callId: string,
    actor: Actor,
    work: (tables: Tables, call: CallBack, now: EpochMs) => Promise<Outcome<Value, Rejection>>,
  ): Promise<Outcome<Value, Rejection>> {
    try {
      return await store.write(actor.scope, async (tables) => {
        const now = clock.now();
        const call = await tables.callBacks.find(callId);
        if (!call) return refusal({ code: 'unknownCallBack' as const });
        const done = await work(tables, call, now);
        if (!done.ok) throw new Refused(done.reason);
        await tables.events.append([callLogEvent(call, actor, now)]);
        return done;
      });
    } catch (fault) {
      if (fault instanceof Refused) return refusal(fault.rejection);
      if (fault instanceof StaleWrite) return refusal({ code: 'staleVersion' });
      throw fault;
    }
  }

  async function write(tables: Tables, before: CallBack, after: Outcome<CallBack, Rejection>) {
    if (after.ok) await tables.callBacks.update(after.value, before.revision);
    return after;
  }

  return {
    queue: (actor) =>
      store.read(actor.scope, async (tables) => {
        const now = clock.now();
        const calls = await listToSay(tables, await tables.callBacks.listOpen());
        const rideIds = calls.map(({ rideId }) => rideId).filter((id) => id !== null);
        const [people, rides] = [
          await tables.people.listByIds([...new Set(calls.map(({ personId }) => personId))]),
          await tables.rides.listByIds([...new Set(rideIds)]),
        ];
        const rideOf = new Map(rides.map((ride) => [ride.id, ride]));
        const afterwards = calls.filter(({ rideId }) => isAfterwards(rideOf.get(rideId ?? '')));
        const services = await tables.services.list();
        const hoursOn = (day: ServiceDay) => deskHoursOn(services, deskHours, day);
        return {
          groups: sortCalls(calls, now, new Set(afterwards.map(({ id }) => id))),
          claims: await tables.callBacks.listClaims(now),
          people: new Map(people.map((person) => [person.id, person])),
          rides: rideOf,
          ringAgain: new Map(calls.map((call) => [call.id, ringAgainAt(call, now, hoursOn)])),
          now,
        };
      }),
    take: (callId, hand, actor) =>
      change(callId, actor, async (tables, call, now) => {
        if (call.state === 'done') return refusal({ code: 'callBackClosed' });
        const claim = { ...hand, householdId: call.householdId, until: now + CLAIM_MS };
        const isMine = await tables.callBacks.take(claim, now);
        return isMine ? success(claim) : refusal({ code: 'callBackTaken' });
      }),
    putDown: (callId, hand, actor) =>
      change(callId, actor, async (tables, call, now) => {
        await tables.callBacks.release(call.householdId, hand.accountId, now);
        return success(null);
      }),
    async findOthers(callId, time, hand, actor) {
      const found = await findInHand(callId, hand, actor);
      if (!found.ok) return refusal({ rejection: found.reason, ride: null, alternatives: [] });
      return acts.findOthers(found.value, time, actor);
    },
    async record(callId, said, hand, actor) {
      const found = await findInHand(callId, hand, actor);
      if (!found.ok) return found;
      const { outcome, later } = said;
      return changed(callId, actor, () =>
        acts.carryOut(found.value, said, actor, async (tables, step) => {
          const call = await tables.callBacks.find(callId);
          if (!call) return { code: 'unknownCallBack' };
          const now = clock.now();
          if (!(await isInHand(tables, call, hand, now))) return { code: 'callBackNotTaken' };
          const ride = step ? { rideId: step.after.id } : {};
          const record = { outcome, by: hand.accountId, at: now, ...ride };
          const after = recordOutcome(call, later === undefined ? record : { ...record, later });
          const refused = await writeCall(tables, call, after, actor, now);
          if (!refused) await hangUp(tables, call, hand, now);
          return refused;
        }),
      );
    },
    async undo(callId, hand, actor) {
      const call = await store.read(actor.scope, ({ callBacks }) => callBacks.find(callId));
      if (!call) return refusal({ code: 'unknownCallBack' });
      const judged = undoOutcome(call, hand.accountId, clock.now(), clock.speed);
      if (!judged.ok) return judged;
      return changed(callId, actor, () =>
        acts.takeBack(call, call.attempts.at(-1)!, actor, async (tables) => {
          const now = clock.now();
          const current = await tables.callBacks.find(callId);
          if (!current) return { code: 'unknownCallBack' };
          const after = undoOutcome(current, hand.accountId, now, clock.speed);
          const refused = await writeCall(tables, current, after, actor, now);
          const claim = { ...hand, householdId: current.householdId, until: now + CLAIM_MS };
          if (!refused) await tables.callBacks.take(claim, now);
          return refused;
        }),
      );
    },
    async closeOvertaken() {
      const { overtaken } = await store.read(SYSTEM_SCOPE, async (tables) => {
        const now = clock.now();
        const calls = await tables.callBacks.listOpen();
        const rideIds = calls.map(({ rideId }) => rideId).filter((id) => id !== null);
        const rides = new Map((await tables.rides.listByIds(rideIds)).map((ride) => [ride.id, ride]));
        const toSay = await listToSay(tables, calls);
        // While the rider has not heard of the later time it may be taken back, and the earlier call is to be made after all.
        const isPast = (call: CallBack) =>
          !toSay.includes(call) &&
          !calls.some(({ reason, rideId }) => reason === 'promiseBroken' && rideId === call.rideId);
        return {
          overtaken: calls.filter(
            (call) => isOvertaken(call, rides.get(call.rideId ?? ''), now) || isPast(call),
          ),
        };
      });
      for (const { id } of overtaken) {
        await change(id, SYSTEM_ACTOR, (tables, call, now) =>
          write(tables, call, recordOutcome(call, { outcome: 'overtaken', by: 'system', at: now })),
        );
      }
      return overtaken.length;
    },
  };
}

/** Once nothing is left to say to the household now, its telephone is free for a colleague. */
async function hangUp(
  tables: Tables,
  { householdId }: CallBack,
  hand: DeskHand,
  now: EpochMs,
): Promise<void> {
  const open = await tables.callBacks.listOpenOf(householdId);
  if (!open.some((call) => isDueNow(call, now)))
    await tables.callBacks.release(householdId, hand.accountId, now);
}

/** Only whoever has the household's telephone may say how the call went. */
async function isInHand(tables: Tables, call: CallBack, hand: DeskHand, now: EpochMs): Promise<boolean> {
  const claims = await tables.callBacks.listClaims(now);
  return claims.some(
    ({ householdId, accountId }) => householdId === call.householdId && accountId === hand.accountId,
  );
}
