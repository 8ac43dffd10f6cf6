import type { ProxyInvitation } from '../../../domain/proxy/proxyInvitation.ts';
import type { ProxyInvitationsTable } from '../../../ports/proxyTables.ts';
import { momentText } from '../rows.ts';
import type { Parameter, Session } from '../session.ts';

const COLUMNS = `
  id, grant_id AS "grantId", person_id AS "personId", municipality, selector, hash, made_by AS "madeBy",
  made_at AS "madeAt", expires_at AS "expiresAt", used_at AS "usedAt", ended_at AS "endedAt",
  account_id AS "accountId"`;

const INSERT = `
  INSERT INTO proxy_invitation (id, grant_id, person_id, municipality, selector, hash, made_by, made_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $9::timestamptz)`;

/** Codes of one grant are made one after the other: each withdraws what the last one left open. */
const LOCK_GRANT = 'SELECT 1 FROM proxy_grant WHERE id = $1 FOR NO KEY UPDATE';

const WITHDRAW = `
  UPDATE proxy_invitation SET ended_at = $2::timestamptz
  WHERE grant_id = $1 AND used_at IS NULL AND ended_at IS NULL`;

const USE = `
  UPDATE proxy_invitation SET used_at = $3::timestamptz, account_id = $2
  WHERE id = $1 AND used_at IS NULL AND ended_at IS NULL RETURNING id`;

/** Codes by which proxies come to an account. */
export function proxyInvitationsTable(session: Session): ProxyInvitationsTable {
  const list = (condition: string, values: readonly Parameter[]): Promise<ProxyInvitation[]> =>
    session.query<ProxyInvitation>(`SELECT ${COLUMNS} FROM proxy_invitation WHERE ${condition}`, values);
  return {
    listOpen: (grantIds) =>
      list('grant_id = ANY ($1::text[]) AND used_at IS NULL AND ended_at IS NULL ORDER BY id COLLATE "C"', [
        grantIds,
      ]),
    listBySelector: (selector) => list('selector = $1 ORDER BY made_at DESC, id COLLATE "C"', [selector]),
    async insert({ id, grantId, personId, municipality, selector, hash, madeBy, madeAt, expiresAt }) {
      await session.query(INSERT, [
        id,
        grantId,
        personId,
        municipality,
        selector,
        hash,
        madeBy,
        momentText(madeAt),
        momentText(expiresAt),
      ]);
    },
    async withdraw(grantId, at) {
      await session.query(LOCK_GRANT, [grantId]);
      await session.query(WITHDRAW, [grantId, momentText(at)]);
    },
    async use(id, accountId, at) {
      return (await session.query(USE, [id, accountId, momentText(at)])).length === 1;
    },
  };
}
