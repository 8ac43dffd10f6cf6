import type { Actor } from '../../domain/account/actor.ts';
import type { CallerKind, PhoneCall } from '../../domain/call/phoneCall.ts';
import type { LogEvent } from '../../domain/event/logEvent.ts';
import { isCalled, type Person } from '../../domain/person/person.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { type EpochMs, serviceDayOf } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import { isOnScreen } from './deskCalls.ts';

/** What the operator heard. */
export interface HeardCaller {
  readonly saidName: string | null;
  /** Whom it is about. */
  readonly personId: string | null;
  readonly callerKind: CallerKind | null;
}

/** The household that the call opens, told apart by the operator from now on. */
export interface OpenedCall {
  readonly call: PhoneCall;
  readonly people: readonly Person[];
}

/**
 * Opens the household of a call once the operator has heard who is calling, and writes down who read whom.
 * @param canSee may the actor see this rider at all?
 */
export function confirmCall(
  { store, clock, wallClock }: RidersWorld,
  callId: string,
  heard: HeardCaller,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<OpenedCall, Rejection>> {
  return store.write(actor.scope, async (tables) => {
    const call = await tables.calls.find(callId);
    if (!call || !isOnScreen(call, actor.name)) return refusal({ code: 'unknownCall' });
    const household = (await readHousehold(tables, call)).filter(canSee);
    const chosen = heard.personId === null ? undefined : await tables.people.find(heard.personId);
    if (heard.personId !== null && !(chosen && canSee(chosen))) {
      return refusal({ code: 'unknownPerson', field: 'personId' });
    }
    const isKnownName = household.some((person) => isCalled(person, heard.saidName ?? ''));
    if (heard.saidName !== null && !isKnownName) {
      return refusal({ code: 'callerNotFound', field: 'saidName' });
    }
    const people = household.some(({ id }) => id === chosen?.id) || !chosen ? household : [chosen];
    const now = clock.now();
    const after = confirmed(call, heard, actor, wallClock.now());
    await tables.calls.save(after);
    await tables.events.append(people.map((person) => readingOf(person, call, actor, now)));
    return success({ call: after, people });
  });
}

/** Everybody who has the number, and who lives with them. */
export async function readHousehold(
  { people }: Tables,
  call: Pick<PhoneCall, 'number'>,
): Promise<readonly Person[]> {
  if (call.number === null) return [];
  const owners = await people.listByPhone(call.number);
  const houses = [...new Set(owners.map(({ householdId }) => householdId))];
  const members = new Map(owners.map((person) => [person.id, person]));
  for (const house of houses) {
    for (const person of await people.listByHousehold(house)) members.set(person.id, person);
  }
  return [...members.values()];
}

function confirmed(call: PhoneCall, heard: HeardCaller, actor: Actor, now: EpochMs): PhoneCall {
  return {
    ...call,
    revision: call.revision + 1,
    // Whoever asks for the name has the call.
    accountId: actor.name,
    confirmedAt: call.confirmedAt ?? now,
    confirmedBy: actor.name,
    personId: heard.personId ?? call.personId,
    callerKind: heard.callerKind ?? call.callerKind,
    changedAt: now,
  };
}

function readingOf(person: Person, call: PhoneCall, actor: Actor, now: EpochMs): LogEvent {
  return {
    occurredAt: now,
    day: serviceDayOf(now),
    rideId: null,
    shiftId: null,
    municipality: person.municipality,
    personId: person.id,
    actor: actor.name,
    body: { type: 'RiderRead', callId: call.id },
  };
}
