import type { ContactWish } from '../../../domain/callBack/contactWish.ts';
import type { ContactWishesTable } from '../../../ports/callTables.ts';
import { rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const LIST = `
  SELECT person_id AS "personId", municipality, evening_call AS "eveningCall", best_hours AS "bestHours", sms, voice,
    email
  FROM contact_wish WHERE person_id = ANY ($1::text[]) ORDER BY person_id COLLATE "C"`;

const SAVE = `
  INSERT INTO contact_wish (person_id, municipality, evening_call, best_hours, sms, voice, email)
  SELECT "personId", municipality, "eveningCall", nullif("bestHours", 'null'), sms, voice, email
  FROM jsonb_to_recordset($1::jsonb) AS r ("personId" text, municipality text, "eveningCall" boolean,
    "bestHours" jsonb, sms boolean, voice boolean, email text)
  ON CONFLICT (person_id) DO UPDATE SET evening_call = excluded.evening_call, best_hours = excluded.best_hours,
    sms = excluded.sms, voice = excluded.voice, email = excluded.email`;

/** How riders wish to be told things. */
export function contactWishesTable(session: Session): ContactWishesTable {
  const list = (ids: readonly string[]) => session.query<ContactWish>(LIST, [ids]);
  return {
    find: async (personId) => (await list([personId]))[0],
    listByPeople: async (personIds) => (personIds.length === 0 ? [] : list(personIds)),
    async save(wish) {
      await session.query(SAVE, [rowsAsJson([wish])]);
    },
  };
}
