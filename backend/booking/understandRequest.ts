import type { Actor } from '../domain/account/actor.ts';
import type { Person } from '../domain/person/person.ts';
import type { RidePlace } from '../domain/place/place.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Party } from '../domain/ride/party.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { Service } from '../domain/service/service.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { isServiceDay } from '../domain/units/time.ts';
import type { Store } from '../ports/store.ts';
import type { Tables } from '../ports/tables.ts';
import { resolvePlace, snapToBoardingPoint } from './resolvePlace.ts';

/** A request in the region's own terms, before any rule of a service is asked. */
export interface UnderstoodRequest {
  readonly person: Person;
  readonly party: Party;
  readonly from: RidePlace;
  readonly to: RidePlace;
  /** The boarding points nearest to both ends, for services that do not come to the door. */
  readonly fromPoint: RidePlace | undefined;
  readonly toPoint: RidePlace | undefined;
  readonly services: readonly Service[];
  /** The rider's other rides of that day. */
  readonly otherRides: readonly Ride[];
}

const LAST_SECOND = 27 * 3600;

/** Looks up all that a request names, inside what the actor may see. */
export async function understandRequest(
  store: Store,
  input: RequestInput,
  actor: Actor,
): Promise<Outcome<UnderstoodRequest, Rejection>> {
  const malformed = checkNumbers(input);
  if (malformed) return refusal(malformed);
  return store.read(actor.scope, (tables) => lookUp(tables, input));
}

function checkNumbers(input: RequestInput): Rejection | undefined {
  const { second, until } = input.requested;
  if (!isServiceDay(input.day)) return { code: 'malformedInput', field: 'time.day' };
  if (!Number.isInteger(second) || second < 0 || second > LAST_SECOND) {
    return { code: 'timeOutsideServiceDay', field: 'time.at' };
  }
  if (until !== undefined && until < second) return { code: 'windowEndsBeforeItBegins', field: 'time.until' };
  const party = partyOf(input, []);
  const counts = [party.companions, party.attendants, party.children, party.luggage];
  if (counts.some((count) => !Number.isInteger(count) || count < 0))
    return { code: 'partyTooSmall', field: 'party' };
  return undefined;
}

async function lookUp(tables: Tables, input: RequestInput): Promise<Outcome<UnderstoodRequest, Rejection>> {
  const person = await tables.people.find(input.personId);
  if (!person) return refusal({ code: 'unknownPerson', field: 'personId' });
  const from = await resolvePlace(input.from, person, tables.places, 'from');
  if (!from.ok) return from;
  const to = await resolvePlace(input.to, person, tables.places, 'to');
  if (!to.ok) return to;
  if (from.value.id === to.value.id) return refusal({ code: 'samePlace', field: 'to' });
  return success({
    person,
    party: partyOf(input, person.needs),
    from: from.value,
    to: to.value,
    fromPoint: await snapToBoardingPoint(from.value, tables.places),
    toPoint: await snapToBoardingPoint(to.value, tables.places),
    services: await tables.services.list(),
    otherRides: otherRidesOf(input, await tables.rides.listByPerson(person.id, input.day, input.day)),
  });
}

/** Rides that a request may clash with: not the one that it takes the place of. */
export function otherRidesOf(
  { replaces }: Pick<RequestInput, 'replaces'>,
  rides: readonly Ride[],
): readonly Ride[] {
  return rides.filter(({ id }) => id !== replaces);
}

function partyOf(input: RequestInput, needs: Person['needs']): Party {
  return {
    riders: 1,
    companions: input.companions,
    attendants: input.attendants,
    children: input.children,
    luggage: input.luggage ?? 0,
    needs: [...new Set([...needs, ...input.needs])],
  };
}
