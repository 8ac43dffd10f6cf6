import type { Actor } from '../domain/account/actor.ts';
import { mayActFor } from '../domain/proxy/mayActFor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { serviceDayOf } from '../domain/units/time.ts';
import type { BookingWorld } from './bookingWorld.ts';

/** May the proxy who is named ask for this rider now? The request then says who asked. */
export async function judgeBooker(
  { store, clock }: BookingWorld,
  input: RequestInput,
  actor: Actor,
): Promise<Outcome<RequestInput, Rejection>> {
  const { proxyId, personId } = input;
  if (!proxyId) return success(input);
  const { person, grant } = await store.read(actor.scope, async (tables) => ({
    person: await tables.people.find(personId),
    grant: await tables.proxyGrants.find(proxyId),
  }));
  if (!person) return refusal({ code: 'unknownPerson', field: 'personId' });
  const judged = mayActFor(grant ? [grant] : [], person, 'book', serviceDayOf(clock.now()));
  if (!judged.ok) return refusal({ ...judged.reason, field: 'proxyId' });
  const { id, kind, name } = judged.value;
  return success({ ...input, bookedBy: { grantId: id, kind, name } });
}
