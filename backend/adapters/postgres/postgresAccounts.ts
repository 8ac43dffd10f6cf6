import { createHash, randomBytes } from 'node:crypto';
import { type Account, SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import type { Accounts, SecretHasher } from '../../ports/accounts.ts';
import type { Clock } from '../../ports/clock.ts';
import { enterScope } from './accessSettings.ts';
import { momentText, rowsAsJson } from './rows.ts';
import type { Database, Parameter } from './session.ts';

const COLUMNS = `
  account.id, login, display_name AS "displayName", role, account.municipalities, provider_id AS "providerId",
  account.clinic_id AS "clinicId", account.person_id AS "personId", vehicle_id AS "vehicleId", is_trial AS "isTrial"`;

const SAVE = `
  INSERT INTO account (id, login, display_name, role, municipalities, provider_id, clinic_id, person_id, vehicle_id,
    is_trial, secret_hash)
  SELECT id, login, "displayName", role, municipalities, "providerId", "clinicId", "personId", "vehicleId", "isTrial",
    "secretHash"
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, login text, "displayName" text, role text, municipalities text[],
    "providerId" text, "clinicId" text, "personId" text, "vehicleId" text, "isTrial" boolean, "secretHash" text)
  ON CONFLICT (id) DO UPDATE SET login = excluded.login, display_name = excluded.display_name, role = excluded.role,
    municipalities = excluded.municipalities, provider_id = excluded.provider_id, clinic_id = excluded.clinic_id,
    person_id = excluded.person_id, vehicle_id = excluded.vehicle_id, is_trial = excluded.is_trial,
    secret_hash = excluded.secret_hash`;

/** The session carries whose it is, so that the rows stand by themselves. */
const OPEN_SESSION = `
  INSERT INTO session (token_hash, account_id, municipalities, person_id, clinic_id, expires_at)
  SELECT $1, id, municipalities, person_id, clinic_id, $3::timestamptz FROM account WHERE id = $2
  RETURNING token_hash`;

const FIND_SESSION = `
  SELECT ${COLUMNS} FROM session JOIN account ON account.id = account_id
  WHERE token_hash = $1 AND expires_at > $2::timestamptz`;

function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * A session that ended this long before a new one will is over by any clock: sessions follow the world's, and this
 * store's may be a trial's, half a day ahead.
 */
const LONG_OVER_MS = 7 * 86_400_000;

/** Sign-in and sessions in the database. A session's token is kept as its SHA-256 only. */
export function postgresAccounts(database: Database, hasher: SecretHasher, clock: Clock): Accounts {
  async function query<Row extends object>(
    readOnly: boolean,
    text: string,
    parameters: readonly Parameter[],
  ): Promise<Row[]> {
    const opening = enterScope(SYSTEM_SCOPE, clock.now());
    return database.transaction({ readOnly, opening }, (session) => session.query<Row>(text, parameters));
  }

  /** Compared with when there is no such login, so that the answer takes as long. */
  let nobodysHash: Promise<string> | undefined;

  return {
    async find(id) {
      return (await query<Account>(true, `SELECT ${COLUMNS} FROM account WHERE id = $1`, [id]))[0];
    },
    list: () => query<Account>(true, `SELECT ${COLUMNS} FROM account ORDER BY id COLLATE "C"`, []),
    async save(account, secret) {
      const secretHash = await hasher.hash(secret);
      await query(false, SAVE, [rowsAsJson([{ ...account, secretHash }])]);
    },
    async verify(login, secret) {
      const [row] = await query<Account & { secretHash: string }>(
        true,
        `SELECT ${COLUMNS}, secret_hash AS "secretHash" FROM account WHERE login = $1`,
        [login],
      );
      nobodysHash ??= hasher.hash(randomBytes(16).toString('hex'));
      const isRight = await hasher.verify(row?.secretHash ?? (await nobodysHash), secret);
      if (!row || !isRight) return undefined;
      const { secretHash, ...account } = row;
      return account;
    },
    async openSession(accountId, expiresAt) {
      const token = randomBytes(32).toString('base64url');
      const opened = await query(false, OPEN_SESSION, [hashOfToken(token), accountId, momentText(expiresAt)]);
      if (opened.length === 0) throw new StoreFault('unknownReference', 'There is no such account.');
      await query(false, 'DELETE FROM session WHERE expires_at <= $1::timestamptz', [
        momentText(expiresAt - LONG_OVER_MS),
      ]);
      return token;
    },
    async findSession(token, now) {
      return (await query<Account>(true, FIND_SESSION, [hashOfToken(token), momentText(now)]))[0];
    },
    async closeSession(token) {
      await query(false, 'DELETE FROM session WHERE token_hash = $1', [hashOfToken(token)]);
    },
    async closeSessionsOf(accountId) {
      await query(false, 'DELETE FROM session WHERE account_id = $1', [accountId]);
    },
    async countFailures(login, since) {
      const [row] = await query<{ count: number }>(
        true,
        'SELECT count(*) AS count FROM sign_in_failure WHERE login = $1 AND at >= $2::timestamptz',
        [login, momentText(since)],
      );
      return row?.count ?? 0;
    },
    async recordFailure(login, at) {
      await query(false, 'INSERT INTO sign_in_failure (login, at) VALUES ($1, $2::timestamptz)', [
        login,
        momentText(at),
      ]);
    },
  };
}
