import { type ContactAnswer, contactChangeSchema } from '../../contract/index.ts';
import { noWish } from '../../domain/callBack/contactWish.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { findMobileNumber } from '../../domain/notice/telephone.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Tables } from '../../ports/tables.ts';
import { canSeePerson } from '../views/reader.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';

/** How somebody wishes to be told things, and what they were told. */
export const contactRoutes = {
  'GET /api/v1/people/:id/contact': readContact,
  'POST /api/v1/people/:id/contact': saveContact,
};

const SHOWN_NOTICES = 10;

function readContact(call: Call): Promise<Reply> {
  return call.deps.store.read(accountScopeOf(call), async (tables) =>
    answer(await contactView(tables, await visiblePerson(call, tables))),
  );
}

function saveContact(call: Call): Promise<Reply> {
  const change = parseInput(contactChangeSchema, call.body);
  const { bestHours } = change;
  if (bestHours && bestHours.latest <= bestHours.earliest) {
    throw new Refused({ code: 'windowEndsBeforeItBegins', field: 'bestHours' });
  }
  return call.deps.store.write(accountScopeOf(call), async (tables) => {
    const person = await visiblePerson(call, tables);
    const { id: personId, municipality } = person;
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    await tables.contactWishes.save({ personId, municipality, ...given });
    return answer(await contactView(tables, person));
  });
}

async function visiblePerson(call: Call, tables: Tables): Promise<Person> {
  const person = await tables.people.find(idOf(call.params.id, 'unknownPerson'));
  if (!person || !canSeePerson(accountScopeOf(call), person)) throw new Refused({ code: 'unknownPerson' });
  return person;
}

async function contactView(tables: Tables, person: Person): Promise<ContactAnswer> {
  const kept = (await tables.contactWishes.find(person.id)) ?? noWish(person.id, person.municipality);
  const { eveningCall, bestHours, sms, voice, email } = kept;
  const notices = await tables.notices.listByPerson(person.id, SHOWN_NOTICES);
  return {
    wish: { eveningCall, bestHours: bestHours && { ...bestHours }, sms, voice, email },
    canTakeSms: findMobileNumber(person.phone) !== undefined,
    notices: notices.map(({ id, to, text, state, createdAt, settledAt, failure }) => ({
      id,
      kind: to.kind,
      text,
      state,
      at: new Date(settledAt ?? createdAt).toISOString(),
      failure,
    })),
  };
}
