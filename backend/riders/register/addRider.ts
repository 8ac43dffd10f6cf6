import type { Actor } from '../../domain/account/actor.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import { findHome } from './findHome.ts';
import { type RiderEntry, readEntry } from './riderEntry.ts';
import { riderLogEvent } from './riderLogEvent.ts';

/** Adds a rider to the register. */
export async function addRider(
  { store, clock, ids }: RidersWorld,
  entry: RiderEntry,
  actor: Actor,
): Promise<Outcome<Person, Rejection>> {
  const now = clock.now();
  const plain = readEntry(entry, now);
  if (!plain.ok) return plain;
  const { home: said } = entry;
  if (said === null) return refusal({ code: 'homeMissing', field: 'home' });
  return store.write(actor.scope, async (tables) => {
    const found = await findHome(said, tables);
    if (!found.ok) return found;
    const { householdId, home, municipality, hamlet } = found.value;
    const person: Person = {
      ...plain.value,
      id: ids.next('person'),
      householdId: householdId ?? ids.next('household'),
      home,
      municipality,
      hamlet: plain.value.hamlet === '' ? hamlet : plain.value.hamlet,
      clinicId: null,
      revision: 1,
    };
    await tables.people.insertMany([person]);
    const body = { type: 'RiderAdded', importId: null } as const;
    await tables.events.append([riderLogEvent(person, body, actor.name, now)]);
    return success(person);
  });
}
