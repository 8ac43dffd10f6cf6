import {
  type KanaAnswer,
  type PeopleAnswer,
  riderChangeSchema,
  riderEntrySchema,
  similarSchema,
} from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { readEraYear } from '../../domain/search/eraYear.ts';
import { listSimilar } from '../../riders/index.ts';
import { personView } from '../views/personView.ts';
import { canSeePerson } from '../views/reader.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf, searchTextOf } from './queryInput.ts';

const MOST_SIMILAR = 5;

/** The register: riders added and changed. */
export const riderRoutes = {
  'POST /api/v1/people': addRider,
  'POST /api/v1/people/similar': findSimilar,
  'POST /api/v1/people/:id': changeRider,
  'GET /api/v1/kana': readKana,
};

async function addRider(call: Call): Promise<Reply> {
  const entry = parseInput(riderEntrySchema, call.body);
  const added = await call.deps.riders.add(entry, actorOf(call));
  if (!added.ok) throw new Refused(added.reason);
  return { status: 201, body: personView(added.value) };
}

async function changeRider(call: Call): Promise<Reply> {
  const personId = idOf(call.params.id, 'unknownPerson');
  const { revision, ...entry } = parseInput(riderChangeSchema, call.body);
  const scope = accountScopeOf(call);
  const change = { personId, readRevision: revision, entry };
  const changed = await call.deps.riders.change(change, actorOf(call), (person) =>
    canSeePerson(scope, person),
  );
  if (!changed.ok) throw new Refused(changed.reason);
  return answer(personView(changed.value));
}

async function findSimilar(call: Call): Promise<Reply> {
  const { birth, phone, ...names } = parseInput(similarSchema, call.body);
  const scope = accountScopeOf(call);
  const wanted = { ...names, phone, otherPhones: [], birthYear: readEraYear(birth) ?? null };
  const people = await call.deps.store.read(scope, (tables) => listSimilar(tables.people, wanted));
  const seen = people.filter((person) => canSeePerson(scope, person)).slice(0, MOST_SIMILAR);
  const view: PeopleAnswer = { people: seen.map(personView) };
  return answer(view);
}

async function readKana(call: Call): Promise<Reply> {
  const name = searchTextOf(call.query);
  const readings = await call.deps.store.read(accountScopeOf(call), (tables) =>
    tables.people.readingsOf(name),
  );
  const view: KanaAnswer = { readings: [...readings] };
  return answer(view);
}
