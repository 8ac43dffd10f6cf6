import type { Actor } from '../../domain/account/actor.ts';
import type { Person } from '../../domain/person/person.ts';
import { isPin } from '../../domain/proxy/riderPin.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';

/**
 * Sets a rider's PIN, or removes it (null).
 * @returns whether the rider has one now
 */
export async function setPin(
  { store, clock, hasher }: RidersWorld,
  personId: string,
  pin: string | null,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<boolean, Rejection>> {
  if (pin !== null && !isPin(pin)) return refusal({ code: 'malformedInput', field: 'pin' });
  const now = clock.now();
  const hash = pin === null ? null : await hasher.hash(pin);
  return store.write(actor.scope, async (tables) => {
    const person = await tables.people.find(personId);
    if (!person || !canSee(person)) return refusal({ code: 'unknownPerson' });
    const { id, municipality } = person;
    if (hash === null) {
      if (!(await tables.riderPins.remove(id))) return success(false);
    } else {
      await tables.riderPins.save({ personId: id, municipality, hash, setBy: actor.name, setAt: now });
    }
    await tables.riderPins.clearAttempts(id);
    const body = { type: hash === null ? 'PinRemoved' : 'PinSet' } as const;
    await tables.events.append([riderLogEvent(person, body, actor.name, now)]);
    return success(hash !== null);
  });
}
