import type { DistinctPair } from '../../../domain/person/distinctPair.ts';
import type { RiderMerge } from '../../../domain/person/riderMerge.ts';
import type { RegisterTable, RiderImport } from '../../../ports/registerTables.ts';
import { asJson, momentText } from '../rows.ts';
import type { Session } from '../session.ts';

const IMPORT = `
  id, file_name AS "fileName", imported_by AS "importedBy", imported_at AS "importedAt", person_ids AS "personIds",
  rolled_back_at AS "rolledBackAt"`;
const MERGE = `
  id, kept_id AS "keptId", gone_id AS "goneId", municipality, merged_by AS "mergedBy", merged_at AS "mergedAt",
  undone_at AS "undoneAt", details`;

const DISTINCT = `
  id, person_id AS "personId", other_id AS "otherId", municipality, noted_by AS "notedBy", noted_at AS "notedAt",
  undone_at AS "undoneAt"`;

type Details = Pick<RiderMerge, 'keptBefore' | 'keptRevision' | 'moved'>;
type MergeRow = Omit<RiderMerge, keyof Details> & { readonly details: Details };

const mergeOf = ({ details, ...row }: MergeRow): RiderMerge => ({ ...row, ...details });

/** What was done to the register as a whole: imports and merges. */
export function registerTable(session: Session): RegisterTable {
  return {
    listImports: (limit) =>
      session.query<RiderImport>(
        `SELECT ${IMPORT} FROM rider_import ORDER BY imported_at DESC, id COLLATE "C" LIMIT $1::int`,
        [limit],
      ),
    async findImport(id) {
      return (await session.query<RiderImport>(`SELECT ${IMPORT} FROM rider_import WHERE id = $1`, [id]))[0];
    },
    async insertImport({ id, fileName, importedBy, importedAt, personIds }) {
      await session.query(
        `INSERT INTO rider_import (id, file_name, imported_by, imported_at, person_ids)
        VALUES ($1, $2, $3, $4::timestamptz, $5::text[])`,
        [id, fileName, importedBy, momentText(importedAt), personIds],
      );
    },
    async closeImport(id, at) {
      const rows = await session.query(
        `UPDATE rider_import SET rolled_back_at = $2::timestamptz WHERE id = $1 AND rolled_back_at IS NULL
        RETURNING id`,
        [id, momentText(at)],
      );
      return rows.length === 1;
    },
    async listMerges(limit) {
      const rows = await session.query<MergeRow>(
        `SELECT ${MERGE} FROM person_merge WHERE undone_at IS NULL
        ORDER BY merged_at DESC, id COLLATE "C" LIMIT $1::int`,
        [limit],
      );
      return rows.map(mergeOf);
    },
    async findMerge(id) {
      const rows = await session.query<MergeRow>(`SELECT ${MERGE} FROM person_merge WHERE id = $1`, [id]);
      return rows.map(mergeOf)[0];
    },
    async insertMerge(merge) {
      const { keptBefore, keptRevision, moved } = merge;
      await session.query(
        `INSERT INTO person_merge (id, kept_id, gone_id, municipality, merged_by, merged_at, details)
        VALUES ($1, $2, $3, $4, $5, $6::timestamptz, $7::jsonb)`,
        [
          merge.id,
          merge.keptId,
          merge.goneId,
          merge.municipality,
          merge.mergedBy,
          momentText(merge.mergedAt),
          asJson({ keptBefore, keptRevision, moved }),
        ],
      );
    },
    async undoMerge(id, at) {
      const rows = await session.query(
        'UPDATE person_merge SET undone_at = $2::timestamptz WHERE id = $1 AND undone_at IS NULL RETURNING id',
        [id, momentText(at)],
      );
      return rows.length === 1;
    },
    listDistinct: (limit) =>
      session.query<DistinctPair>(
        `SELECT ${DISTINCT} FROM distinct_pair WHERE undone_at IS NULL
        ORDER BY noted_at DESC, id COLLATE "C" LIMIT $1::int`,
        [limit],
      ),
    async findDistinct(id) {
      const rows = await session.query<DistinctPair>(`SELECT ${DISTINCT} FROM distinct_pair WHERE id = $1`, [
        id,
      ]);
      return rows[0];
    },
    async insertDistinct({ id, personId, otherId, municipality, notedBy, notedAt }) {
      const rows = await session.query<{ id: string }>(
        `INSERT INTO distinct_pair (id, person_id, other_id, municipality, noted_by, noted_at)
        VALUES ($1, $2, $3, $4, $5, $6::timestamptz)
        ON CONFLICT (least(person_id, other_id), greatest(person_id, other_id)) WHERE undone_at IS NULL
        DO UPDATE SET noted_at = distinct_pair.noted_at
        RETURNING id`,
        [id, personId, otherId, municipality, notedBy, momentText(notedAt)],
      );
      return rows[0]!.id;
    },
    async undoDistinct(id, at) {
      const rows = await session.query(
        'UPDATE distinct_pair SET undone_at = $2::timestamptz WHERE id = $1 AND undone_at IS NULL RETURNING id',
        [id, momentText(at)],
      );
      return rows.length === 1;
    },
  };
}
