import type { Actor } from '../../domain/account/actor.ts';
import type { DistinctPair } from '../../domain/person/distinctPair.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';

/**
 * Says that two entries are two people, so that nobody is asked about them again. Said twice, it is said once.
 * @returns the id under which it can be taken back
 */
export function noteDistinct(
  { store, clock, ids }: RidersWorld,
  personId: string,
  otherId: string,
  actor: Actor,
): Promise<Outcome<string, Rejection>> {
  const now = clock.now();
  return store.write(actor.scope, async ({ people, register, events }) => {
    const person = await people.find(personId);
    const other = await people.find(otherId);
    if (!person || !other) return refusal({ code: 'unknownPerson' });
    if (personId === otherId) return refusal({ code: 'mergeWithSelf' });
    // Somebody has made them one meanwhile.
    if (person.id === other.id) return refusal({ code: 'staleVersion' });
    const { municipality } = person;
    const noted = { notedBy: actor.name, notedAt: now, undoneAt: null };
    const pair: DistinctPair = {
      id: ids.next('distinct'),
      personId: person.id,
      otherId: other.id,
      municipality,
      ...noted,
    };
    const standingId = await register.insertDistinct(pair);
    if (standingId !== pair.id) return success(standingId);
    const body = { type: 'DistinctNoted', otherId: other.id, distinctId: pair.id } as const;
    await events.append([riderLogEvent(person, body, actor.name, now)]);
    return success(pair.id);
  });
}

/** Takes it back: they are asked about again. */
export function undoDistinct(
  { store, clock }: RidersWorld,
  distinctId: string,
  actor: Actor,
): Promise<Outcome<void, Rejection>> {
  const now = clock.now();
  return store.write(actor.scope, async ({ people, register, events }) => {
    const pair = await register.findDistinct(distinctId);
    const person = pair && (await people.find(pair.personId));
    if (!pair || !person) return refusal({ code: 'unknownDistinct' });
    if (!(await register.undoDistinct(distinctId, now))) return success(undefined);
    const body = { type: 'DistinctUndone', otherId: pair.otherId, distinctId } as const;
    await events.append([riderLogEvent(person, body, actor.name, now)]);
    return success(undefined);
  });
}
