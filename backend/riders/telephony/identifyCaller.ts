import type { Actor } from '../../domain/account/actor.ts';
import { isCalled, type Person } from '../../domain/person/person.ts';
import { PIN_ATTEMPTS_WITHIN_MS } from '../../domain/proxy/riderPin.ts';
import type { Tables } from '../../ports/tables.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import { readHousehold } from './confirmCall.ts';

/** Who a caller has shown to be, where no operator hears them. */
export type IdentifiedCaller =
  | { readonly found: 'one'; readonly personId: string }
  /** It would be this rider, who has a PIN: that decides (`checkCaller`). */
  | { readonly found: 'pin'; readonly personId: string }
  /** Born in one year: the name decides (`identifyByName`). */
  | { readonly found: 'several'; readonly personIds: readonly string[] }
  | { readonly found: 'none' }
  /** Too many tries within a quarter of an hour. */
  | { readonly found: 'locked' };

/**
 * Which member of the number's household was born in that year? The answer is a try at every member, taken before it is
 * looked at, so that parallel calls have no more tries than one.
 */
export function identifyByYear(
  world: RidersWorld,
  number: string,
  year: number,
  actor: Actor,
): Promise<IdentifiedCaller> {
  return world.store.write(actor.scope, async (tables) => {
    const household = await readHousehold(tables, { number });
    return identify(world, tables, household, actor, (person) => person.birthYear === year);
  });
}

/** Which of these, who were born in one year, is called so? */
export function identifyByName(
  world: RidersWorld,
  personIds: readonly string[],
  name: string,
  actor: Actor,
): Promise<IdentifiedCaller> {
  return world.store.write(actor.scope, async (tables) => {
    const people = await tables.people.listByIds(personIds);
    return identify(world, tables, people, actor, (person) => isCalled(person, name));
  });
}

async function identify(
  { clock, wallClock }: RidersWorld,
  tables: Tables,
  candidates: readonly Person[],
  actor: Actor,
  isMeant: (person: Person) => boolean,
): Promise<IdentifiedCaller> {
  const now = wallClock.now();
  const tried: Person[] = [];
  // In one order always: two calls that take tries of one household at once would else wait for each other.
  for (const person of [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const isTaken = await tables.riderPins.takeAttempt(person, now, now - PIN_ATTEMPTS_WITHIN_MS);
    if (isTaken) tried.push(person);
  }
  if (tried.length === 0) return { found: 'locked' };
  const log = (people: readonly Person[], isRight: boolean) => {
    const body = { type: 'CallerChecked', by: 'birthYear', isRight } as const;
    return tables.events.append(people.map((person) => riderLogEvent(person, body, actor.name, clock.now())));
  };
  const meant = tried.filter(isMeant);
  const [person, ...others] = meant;
  if (!person) {
    await log(tried, false);
    return { found: 'none' };
  }
  // Right for somebody here: then it was no guess at the others. In a home with one telephone for all, five residents who
  // ring one after the other would else shut out the rest.
  for (const { id } of tried) await tables.riderPins.returnAttempt(id);
  if (others.length > 0) return { found: 'several', personIds: meant.map(({ id }) => id) };
  if (await tables.riderPins.find(person.id)) return { found: 'pin', personId: person.id };
  await tables.riderPins.clearAttempts(person.id);
  await log([person], true);
  return { found: 'one', personId: person.id };
}
