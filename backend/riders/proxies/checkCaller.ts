import type { Actor } from '../../domain/account/actor.ts';
import type { Person } from '../../domain/person/person.ts';
import { mayActFor } from '../../domain/proxy/mayActFor.ts';
import { MOST_PIN_ATTEMPTS, PIN_ATTEMPTS_WITHIN_MS } from '../../domain/proxy/riderPin.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { CallerCheck, CancelledBy } from '../../domain/ride/rideHand.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';

/** Who rings to cancel a ride, if it is not the rider. */
export type CallerSaid =
  | { readonly who: 'proxy'; readonly proxyId: string }
  | {
      readonly who: 'other';
      readonly name: string;
      readonly pin: string | null;
      readonly birthYear: number | null;
    };

/**
 * May this caller cancel for the rider? A proxy by the grant; anybody else by the rider's PIN, or by the rider's year
 * of birth where there is no PIN. Each answer is counted and written down.
 */
export async function checkCaller(
  world: RidersWorld,
  personId: string,
  said: CallerSaid,
  actor: Actor,
): Promise<Outcome<CancelledBy, Rejection>> {
  const { store, clock } = world;
  const found = await store.read(actor.scope, async (tables) => {
    const person = await tables.people.find(personId);
    if (!person) return undefined;
    const grant = said.who === 'proxy' ? await tables.proxyGrants.find(said.proxyId) : undefined;
    return { person, grant, pin: await tables.riderPins.find(person.id) };
  });
  if (!found) return refusal({ code: 'unknownPerson' });
  const { person, grant, pin } = found;
  if (said.who === 'proxy') {
    const judged = mayActFor(grant ? [grant] : [], person, 'cancel', serviceDayOf(clock.now()));
    if (!judged.ok) return refusal({ ...judged.reason, field: 'by.proxyId' });
    const { id, kind, name } = judged.value;
    return success({ who: 'proxy', grantId: id, kind, name });
  }
  const { name } = said;
  if (pin) {
    if (said.pin === null) return refusal({ code: 'pinNeeded', field: 'by.pin' });
    const { pin: answer } = said;
    return asked(world, person, actor, name, 'pin', () => world.hasher.verify(pin.hash, answer));
  }
  if (said.birthYear === null) return refusal({ code: 'birthYearNeeded', field: 'by.birthYear' });
  const isRight = said.birthYear === person.birthYear;
  return asked(world, person, actor, name, 'birthYear', async () => isRight);
}

const WRONG = {
  pin: { code: 'wrongPin', field: 'by.pin' },
  birthYear: { code: 'wrongBirthYear', field: 'by.birthYear' },
} as const satisfies Record<CallerCheck, Rejection>;

/** Takes an attempt, and only then looks at the answer. */
async function asked(
  { store, clock, wallClock }: RidersWorld,
  person: Person,
  actor: Actor,
  name: string,
  by: CallerCheck,
  isAnswerRight: () => Promise<boolean>,
): Promise<Outcome<CancelledBy, Rejection>> {
  const now = wallClock.now();
  const since = now - PIN_ATTEMPTS_WITHIN_MS;
  const isTaken = await store.write(actor.scope, ({ riderPins }) =>
    riderPins.takeAttempt(person, now, since),
  );
  if (!isTaken) {
    const details = { minutes: PIN_ATTEMPTS_WITHIN_MS / 60_000 };
    return refusal({ code: 'tooManyPinAttempts', field: WRONG[by].field, details });
  }
  const isRight = await isAnswerRight();
  const taken = await store.write(actor.scope, async ({ riderPins, events }) => {
    if (isRight) await riderPins.clearAttempts(person.id);
    const body = { type: 'CallerChecked', by, isRight } as const;
    await events.append([riderLogEvent(person, body, actor.name, clock.now())]);
    return riderPins.countAttempts(person.id);
  });
  if (isRight) return success({ who: 'other', name, checkedBy: by });
  return refusal({ ...WRONG[by], details: { left: Math.max(0, MOST_PIN_ATTEMPTS - taken) } });
}
