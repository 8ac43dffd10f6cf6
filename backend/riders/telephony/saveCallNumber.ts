import type { Actor } from '../../domain/account/actor.ts';
import { hasPhone, type Person } from '../../domain/person/person.ts';
import { phoneText } from '../../domain/person/phoneNumber.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import type { OpenedCall } from './confirmCall.ts';
import { isOnScreen } from './deskCalls.ts';

/** Keeps the number of a confirmed call with a rider: next time it leads to them. */
export function saveCallNumber(
  { store, clock }: RidersWorld,
  callId: string,
  personId: string,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<OpenedCall, Rejection>> {
  return store.write(actor.scope, async ({ calls, people, events }) => {
    const call = await calls.find(callId);
    if (!call || call.number === null || call.confirmedAt === null || !isOnScreen(call, actor.name)) {
      return refusal({ code: 'unknownCall' });
    }
    const person = await people.find(personId);
    if (!person || !canSee(person)) return refusal({ code: 'unknownPerson', field: 'personId' });
    if (hasPhone(person, call.number)) return success({ call, people: [person] });
    const after = withNumber(person, phoneText(call.number));
    await people.update(after);
    await events.append([
      {
        occurredAt: clock.now(),
        day: serviceDayOf(clock.now()),
        rideId: null,
        shiftId: null,
        municipality: person.municipality,
        personId,
        actor: actor.name,
        body: { type: 'RiderChanged', revision: after.revision, fields: ['otherPhones'] },
      },
    ]);
    return success({ call, people: [after] });
  });
}

function withNumber(person: Person, phone: string): Person {
  const revision = person.revision + 1;
  if (person.phone === '') return { ...person, phone, revision };
  return { ...person, otherPhones: [...person.otherPhones, phone], revision };
}
