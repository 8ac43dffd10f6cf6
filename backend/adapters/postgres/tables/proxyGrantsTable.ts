import type { ProxyGrant, ProxyScope } from '../../../domain/proxy/proxyGrant.ts';
import type { ProxyGrantsTable } from '../../../ports/proxyTables.ts';
import { asJson, momentText, momentTextOrNull } from '../rows.ts';
import type { Session } from '../session.ts';

/** Riders who were merged into another stand under the other's id. */
const COLUMNS = `
  id, person_id AS "personId", municipality, account_id AS "accountId", scope_kind AS "scopeKind",
  ARRAY(
    SELECT coalesce(p.merged_into, named.id)
    FROM unnest(person_ids) WITH ORDINALITY AS named (id, n) LEFT JOIN person p ON p.id = named.id
    ORDER BY named.n) AS "personIds",
  clinic_id AS "clinicId", municipalities, ended_at AS "endedAt", recorded_at AS "recordedAt", details`;

const HOLDS = `
  person_ids && ARRAY(SELECT p.id FROM person p WHERE p.id = $1 OR p.merged_into = $1)
  OR clinic_id = $2 OR municipalities @> ARRAY[$3::text]`;

const INSERT = `
  INSERT INTO proxy_grant (id, person_id, municipality, account_id, scope_kind, person_ids, clinic_id, municipalities,
    ended_at, recorded_at, details)
  VALUES ($1, $2, $3, $4, $5, $6::text[], $7, $8::text[], $9::timestamptz, $10::timestamptz, $11::jsonb)`;

const SET_ENDED = `
  UPDATE proxy_grant SET ended_at = $2::timestamptz
  WHERE id = $1 AND (ended_at IS NULL) <> ($2::timestamptz IS NULL) RETURNING id`;

/** What turns for a number are told apart by from other locks that a number names. */
const TURNS = 7_202_409;

const TAKE_TURN = 'SELECT pg_advisory_xact_lock($1::int, hashtext($2))';

type Details = Pick<
  ProxyGrant,
  | 'name'
  | 'kind'
  | 'relation'
  | 'phone'
  | 'acts'
  | 'consentBy'
  | 'consentOn'
  | 'validFrom'
  | 'validUntil'
  | 'recordedBy'
>;
type GrantRow = Omit<ProxyGrant, keyof Details | 'scope'> & {
  readonly scopeKind: ProxyScope['kind'];
  readonly personIds: readonly string[];
  readonly clinicId: string | null;
  readonly municipalities: readonly string[];
  readonly details: Details;
};

function grantOf({ scopeKind, personIds, clinicId, municipalities, details, ...row }: GrantRow): ProxyGrant {
  return { ...row, ...details, scope: scopeOf(scopeKind, personIds, clinicId, municipalities) };
}

function scopeOf(
  kind: ProxyScope['kind'],
  personIds: readonly string[],
  clinicId: string | null,
  municipalities: readonly string[],
): ProxyScope {
  if (kind === 'people') return { kind, personIds };
  return kind === 'clinicPatients' ? { kind, clinicId: clinicId ?? '' } : { kind, municipalities };
}

/** Who may act for whom. */
export function proxyGrantsTable(session: Session): ProxyGrantsTable {
  async function list(condition: string, values: readonly (string | null)[]): Promise<ProxyGrant[]> {
    const rows = await session.query<GrantRow>(
      `SELECT ${COLUMNS} FROM proxy_grant WHERE ${condition} ORDER BY recorded_at, id COLLATE "C"`,
      values,
    );
    return rows.map(grantOf);
  }
  return {
    find: async (id) => (await list('id = $1', [id]))[0],
    listFor: ({ id, clinicId, municipality }) => list(HOLDS, [id, clinicId, municipality]),
    listByAccount: (accountId) => list('account_id = $1', [accountId]),
    async insert(grant) {
      const { id, personId, municipality, accountId, scope, endedAt, recordedAt, ...details } = grant;
      await session.query(INSERT, [
        id,
        personId,
        municipality,
        accountId,
        scope.kind,
        scope.kind === 'people' ? scope.personIds : [],
        scope.kind === 'clinicPatients' ? scope.clinicId : null,
        scope.kind === 'residents' ? scope.municipalities : [],
        momentTextOrNull(endedAt),
        momentText(recordedAt),
        asJson(details satisfies Details),
      ]);
    },
    async takeTurn(phone) {
      await session.query(TAKE_TURN, [TURNS, phone]);
    },
    async setAccount(id, accountId) {
      const set = 'UPDATE proxy_grant SET account_id = $2 WHERE id = $1 RETURNING id';
      return (await session.query(set, [id, accountId])).length === 1;
    },
    async setEnded(id, at) {
      return (await session.query(SET_ENDED, [id, momentTextOrNull(at)])).length === 1;
    },
  };
}
