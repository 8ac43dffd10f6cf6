import type { ApartFrom, ApartPair, ApartRule } from '../../../domain/apart/apartPair.ts';
import type { ApartPairsTable } from '../../../ports/apartTables.ts';
import { momentText, momentTextOrNull } from '../rows.ts';
import type { Session } from '../session.ts';

/** Riders who were merged into another stand under the other's id. */
const RULE = `
  kept_entry(person_id) AS "personId", kept_entry(other_person_id) AS "otherPersonId", provider_id AS "providerId",
  driver_name AS "driverName"`;
const PAIR = `
  ${RULE}, id, municipality, reason, recorded_by AS "recordedBy", recorded_at AS "recordedAt", ended_at AS "endedAt"`;

const INSERT = `
  INSERT INTO apart_pair (id, person_id, municipality, other_person_id, provider_id, driver_name, reason, recorded_by,
    recorded_at, ended_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz, $10::timestamptz)`;

const SET_ENDED = `
  UPDATE apart_pair SET ended_at = $2::timestamptz
  WHERE id = $1 AND (ended_at IS NULL) <> ($2::timestamptz IS NULL) RETURNING id`;

interface RuleRow {
  readonly personId: string;
  readonly otherPersonId: string | null;
  readonly providerId: string | null;
  readonly driverName: string | null;
}
type PairRow = RuleRow & Omit<ApartPair, 'personId' | 'from'>;

function fromOf({ otherPersonId, providerId, driverName }: RuleRow): ApartFrom {
  if (otherPersonId !== null) return { kind: 'rider', personId: otherPersonId };
  return { kind: 'driver', providerId: providerId ?? '', driverName: driverName ?? '' };
}

function ruleOf(row: RuleRow): ApartRule {
  return { personId: row.personId, from: fromOf(row) };
}

function pairOf(row: PairRow): ApartPair {
  const { id, municipality, reason, recordedBy, recordedAt, endedAt } = row;
  return { id, ...ruleOf(row), municipality, reason, recordedBy, recordedAt, endedAt };
}

/** Who is not to ride with whom. */
export function apartPairsTable(session: Session): ApartPairsTable {
  return {
    async find(id) {
      const rows = await session.query<PairRow>(`SELECT ${PAIR} FROM apart_pair WHERE id = $1`, [id]);
      return rows.map(pairOf)[0];
    },
    async listOf(personId) {
      const rows = await session.query<PairRow>(
        `SELECT ${PAIR} FROM apart_pair
        WHERE ended_at IS NULL AND $1 IN (kept_entry(person_id), kept_entry(other_person_id))
        ORDER BY recorded_at, id COLLATE "C"`,
        [personId],
      );
      return rows.map(pairOf);
    },
    async listRules() {
      const rows = await session.query<RuleRow>(
        `SELECT ${RULE} FROM apart_pair WHERE ended_at IS NULL ORDER BY id COLLATE "C"`,
      );
      return rows.map(ruleOf);
    },
    async insert({ id, personId, municipality, from, reason, recordedBy, recordedAt, endedAt }) {
      const isRider = from.kind === 'rider';
      await session.query(INSERT, [
        id,
        personId,
        municipality,
        isRider ? from.personId : null,
        isRider ? null : from.providerId,
        isRider ? null : from.driverName,
        reason,
        recordedBy,
        momentText(recordedAt),
        momentTextOrNull(endedAt),
      ]);
    },
    async setEnded(id, at) {
      return (await session.query(SET_ENDED, [id, momentTextOrNull(at)])).length === 1;
    },
    async forgetReasons(before) {
      await session.query(
        "UPDATE apart_pair SET reason = '' WHERE ended_at < $1::timestamptz AND reason <> ''",
        [momentText(before)],
      );
    },
  };
}
