import type { Service } from '../../../domain/service/service.ts';
import type { ServicesTable } from '../../../ports/tables.ts';
import { portions, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const LIST = `
  SELECT id, name, name_en AS "nameEn", provider_ids AS "providerIds", phone, rules
  FROM service ORDER BY id COLLATE "C"`;
const INSERT = `
  INSERT INTO service (id, name, name_en, provider_ids, phone, rules)
  SELECT id, name, "nameEn", "providerIds", phone, rules
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, name text, "nameEn" text, "providerIds" text[], phone text,
    rules jsonb)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_en = excluded.name_en,
    provider_ids = excluded.provider_ids, phone = excluded.phone, rules = excluded.rules`;

/** Services with their dated rules. */
export function servicesTable(session: Session): ServicesTable {
  return {
    list: () => session.query<Service>(LIST),
    async insertMany(rows) {
      for (const portion of portions(rows)) await session.query(INSERT, [rowsAsJson(portion)]);
    },
  };
}
