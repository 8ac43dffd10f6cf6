import {
  type ApartAnswer,
  type ApartDone,
  apartEntrySchema,
  type DriversAnswer,
} from '../../contract/index.ts';
import type { ApartPair } from '../../domain/apart/apartPair.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Person } from '../../domain/person/person.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import { listDrivers } from '../../riders/index.ts';
import { apartView, rideTogetherView } from '../views/apartView.ts';
import { canSeePerson } from '../views/reader.ts';
import { agreed } from './agreed.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';
import { plannedDaysOf, takeApart } from './takeApart.ts';

/** From whom a rider is kept apart. */
export const apartRoutes = {
  'GET /api/v1/people/:id/apart': readApart,
  'POST /api/v1/people/:id/apart': recordApart,
  'DELETE /api/v1/people/:id/apart/:apartId': endApart,
  'POST /api/v1/people/:id/apart/:apartId/restore': restoreApart,
  'GET /api/v1/drivers': readDrivers,
};

async function recordApart(call: Call): Promise<Reply> {
  const entry = parseInput(apartEntrySchema, call.body);
  const personId = idOf(call.params.id, 'unknownPerson');
  const pair = agreed(await call.deps.riders.recordApart(personId, entry, actorOf(call), seenBy(call)));
  return { status: 201, body: doneView(pair, await takeApart(call, pair.personId)) };
}

async function endApart(call: Call): Promise<Reply> {
  const apartId = idOf(call.params.apartId, 'unknownApart');
  const pair = agreed(await call.deps.riders.endApart(apartId, actorOf(call), seenBy(call)));
  return answer(doneView(pair, 0));
}

async function restoreApart(call: Call): Promise<Reply> {
  const apartId = idOf(call.params.apartId, 'unknownApart');
  const pair = agreed(await call.deps.riders.restoreApart(apartId, actorOf(call), seenBy(call)));
  return answer(doneView(pair, await takeApart(call, pair.personId)));
}

function doneView({ id }: ApartPair, moved: number): ApartDone {
  return { id, moved };
}

async function readApart(call: Call): Promise<Reply> {
  const scope = accountScopeOf(call);
  const personId = idOf(call.params.id, 'unknownPerson');
  const { apart, days, id } = await call.deps.store.read(scope, async (tables) => {
    const person = await tables.people.find(personId);
    if (!person || !canSeePerson(scope, person)) throw new Refused({ code: 'unknownPerson' });
    return {
      id: person.id,
      apart: await apartViews(tables, person),
      days: await plannedDaysOf(call, tables, person.id),
    };
  });
  const together = apart.length === 0 ? [] : await ridesTogether(call, id, days);
  const view: ApartAnswer = { apart, together };
  return answer(view);
}

async function apartViews(tables: Tables, person: Person): Promise<ApartAnswer['apart']> {
  const pairs = await tables.apartPairs.listOf(person.id);
  const [drivers, providers] = [await listDrivers(tables), await tables.fleet.listProviders()];
  const views: ApartAnswer['apart'] = [];
  for (const pair of pairs) {
    const view = apartView(pair, await otherOf(tables, pair, person), drivers, providers);
    if (view) views.push(view);
  }
  return views;
}

/** The rider of a pair who is not the one whose card it is; undefined for a driver. */
async function otherOf(
  { people }: Tables,
  { personId, from }: ApartPair,
  person: Person,
): Promise<Person | undefined> {
  if (from.kind === 'driver') return undefined;
  return people.find(personId === person.id ? from.personId : personId);
}

async function ridesTogether(
  call: Call,
  personId: string,
  days: readonly ServiceDay[],
): Promise<ApartAnswer['together']> {
  const ids: string[] = [];
  for (const day of days) ids.push(...(await call.deps.dispatch.listTogether(day)));
  const rides = await call.deps.store.read(accountScopeOf(call), (tables) => tables.rides.listByIds(ids));
  return rides.filter((ride) => ride.personId === personId).map(rideTogetherView);
}

function readDrivers(call: Call): Promise<Reply> {
  return call.deps.store.read(accountScopeOf(call), async (tables) => {
    const providers = new Map((await tables.fleet.listProviders()).map((each) => [each.id, each]));
    const view: DriversAnswer = {
      drivers: (await listDrivers(tables)).map(({ providerId, driverName }) => {
        const { name = '', nameEn = '' } = providers.get(providerId) ?? {};
        return { providerId, driverName, providerName: { ja: name, en: nameEn } };
      }),
    };
    return answer(view);
  });
}

function seenBy(call: Call): (person: Person) => boolean {
  const scope = accountScopeOf(call);
  return (person) => canSeePerson(scope, person);
}
