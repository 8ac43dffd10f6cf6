import type { ContactWish } from '../../../domain/callBack/contactWish.ts';
import type { ContactWishesTable } from '../../../ports/callTables.ts';
import { asJson } from '../rows.ts';
import type { Session } from '../session.ts';

const LIST = `
  SELECT person_id AS "personId", municipality, evening_call AS "eveningCall", best_hours AS "bestHours", sms, voice,
    email
  FROM contact_wish WHERE person_id = ANY ($1::text[]) ORDER BY person_id COLLATE "C"`;

const FIELDS = {
  eveningCall: 'evening_call',
  bestHours: 'best_hours',
  sms: 'sms',
  voice: 'voice',
  email: 'email',
};

/** Only what the change names is taken over where a wish is there. */
const SAVE = `
  INSERT INTO contact_wish (person_id, municipality, evening_call, best_hours, sms, voice, email)
  SELECT "personId", municipality, coalesce("eveningCall", false), nullif("bestHours", 'null'), coalesce(sms, false),
    coalesce(voice, false), email
  FROM jsonb_to_record($1::jsonb) AS r ("personId" text, municipality text, "eveningCall" boolean,
    "bestHours" jsonb, sms boolean, voice boolean, email text)
  ON CONFLICT (person_id) DO UPDATE SET ${Object.entries(FIELDS)
    .map(
      ([field, column]) =>
        `${column} = CASE WHEN $1::jsonb ? '${field}' THEN excluded.${column} ELSE contact_wish.${column} END`,
    )
    .join(', ')}`;

/** How riders wish to be told things. */
export function contactWishesTable(session: Session): ContactWishesTable {
  const list = (ids: readonly string[]) => session.query<ContactWish>(LIST, [ids]);
  return {
    find: async (personId) => (await list([personId]))[0],
    listByPeople: async (personIds) => (personIds.length === 0 ? [] : list(personIds)),
    async save(change) {
      await session.query(SAVE, [asJson(change)]);
    },
  };
}
