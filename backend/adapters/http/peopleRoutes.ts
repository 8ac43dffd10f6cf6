import type { PeopleAnswer } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { findRiders } from '../../riders/index.ts';
import { personView } from '../views/personView.ts';
import { canSeePerson } from '../views/reader.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { idOf, searchTextOf } from './queryInput.ts';

const MOST_PEOPLE = 20;

/** Riders, for those who book for them. */
export const peopleRoutes = {
  'GET /api/v1/people': searchPeople,
  'GET /api/v1/people/:id': readPerson,
};

async function searchPeople(call: Call): Promise<Reply> {
  const text = searchTextOf(call.query);
  const scope = accountScopeOf(call);
  const people = await call.deps.store.read(scope, (tables) => findRiders(tables, text, MOST_PEOPLE));
  const view: PeopleAnswer = {
    people: people
      .filter(({ person }) => canSeePerson(scope, person))
      .map(({ person, near }) => ({ ...personView(person), ...(near && { near }) })),
  };
  return answer(view);
}

async function readPerson(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownPerson');
  const scope = accountScopeOf(call);
  const person = await call.deps.store.read(scope, (tables) => tables.people.find(id));
  if (!person || !canSeePerson(scope, person)) throw new Refused({ code: 'unknownPerson' });
  return answer(personView(person));
}
