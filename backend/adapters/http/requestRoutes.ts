import { type OffersAnswer, rideRequestSchema } from '../../contract/index.ts';
import type { Role } from '../../domain/account/account.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { RequestInput } from '../../domain/ride/requestInput.ts';
import type { Channel } from '../../domain/ride/ride.ts';
import { type OfferSurroundings, offerView } from '../views/offerView.ts';
import { canSeePerson } from '../views/reader.ts';
import { byId } from '../views/rideView.ts';
import { accountScopeOf, actorOf, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { dayOf } from './queryInput.ts';
import { refusalReply } from './refusalReply.ts';

/** Asking for a ride: offers, or why there are none. */
export const requestRoutes = {
  'POST /api/v1/requests': requestRide,
};

/** Through which door each role may ask. */
const CHANNELS_OF: Readonly<Partial<Record<Role, readonly Channel[]>>> = {
  operator: ['phone', 'web', 'clinic'],
  dispatcher: ['phone', 'web', 'clinic'],
  administrator: ['phone', 'web', 'clinic'],
  clinic: ['clinic'],
  rider: ['web'],
};

async function requestRide(call: Call): Promise<Reply> {
  const input = await readInput(call);
  const outcome = await call.deps.booking.request(input, actorOf(call));
  if (!outcome.ok) {
    const { rejection, ride } = outcome.reason;
    // The request names things in its body, so an unknown one is a wrong request and not a missing page.
    const status = rejection.code.startsWith('unknown') ? { status: 422 } : {};
    return refusalReply(new Refused(rejection), { ...status, ...(ride ? { requestId: ride.id } : {}) });
  }
  const { ride, offers } = outcome.value;
  const around = await readSurroundings(call);
  const view: OffersAnswer = {
    requestId: ride.id,
    offers: offers.map((offer) => offerView(offer, ride, around)),
  };
  return { status: 201, body: view };
}

/** The request in the domain's words, for a person the account may book for. */
async function readInput(call: Call): Promise<RequestInput> {
  const body = parseInput(rideRequestSchema, call.body);
  const { channel, from, to, time, party, needs, note } = body;
  const scope = accountScopeOf(call);
  if (!CHANNELS_OF[scope.role]?.includes(channel)) {
    throw new Refused({ code: 'notAllowed', field: 'channel' });
  }
  const personId = await readPersonId(call, body.personId);
  const day = dayOf(time.day, 'time.day');
  return { channel, personId, from, to, day, requested: requestedTime(time), ...party, needs, note };
}

async function readPersonId(call: Call, given: string | undefined): Promise<string> {
  const scope = accountScopeOf(call);
  const personId = given ?? (scope.role === 'rider' ? scope.personId : null);
  if (personId === null) throw new Refused({ code: 'malformedInput', field: 'personId' });
  const person = await call.deps.store.read(scope, (tables) => tables.people.find(personId));
  if (!person || !canSeePerson(scope, person)) {
    throw new Refused({ code: 'unknownPerson', field: 'personId' });
  }
  return personId;
}

function requestedTime(time: {
  kind: 'arriveBy' | 'departAfter';
  at: string;
  until?: string | undefined;
}): RequestInput['requested'] {
  const until = time.until === undefined ? {} : { until: secondOf(time.until) };
  return { kind: time.kind, second: secondOf(time.at), ...until };
}

/** `10:05` as a second of the service day; the schema has checked the form. */
function secondOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return hours * 3600 + minutes * 60;
}

function readSurroundings(call: Call): Promise<OfferSurroundings> {
  return call.deps.store.read(accountScopeOf(call), async (tables) => ({
    services: byId(await tables.services.list()),
    providers: byId(await tables.fleet.listProviders()),
  }));
}
