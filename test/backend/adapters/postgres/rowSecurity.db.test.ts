import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterScope } from '../../../../backend/adapters/postgres/accessSettings.ts';
import { type AccessScope, SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SAMPLE_NOW, sampleAccount } from '../../../support/sampleRows.ts';
import {
  GUARDED_TABLES,
  type GuardedTable,
  insertScopeTown,
  SCOPE_MATRIX,
  SCOPE_NAMES,
  shiftOf,
} from '../../../support/scopeTown.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

/** What tells whose a row is, by table; no statement here has a condition. */
const NAME_COLUMN: Readonly<Record<GuardedTable, string>> = {
  person: 'id',
  ride: 'id',
  offer: 'id',
  event: 'ride_id',
  shift_schedule: 'shift_id',
  vehicle_position: 'shift_id',
  driver_command: 'id',
  stored_answer: 'account_id',
  phone_call: 'person_id',
  desk_station: 'account_id',
  standing_order: 'id',
  standing_entry: 'order_id',
  call_back: 'ride_id',
  call_claim: 'household_id',
  contact_wish: 'person_id',
  notice: 'id',
  waitlist_entry: 'id',
  rider_import: 'id',
  person_merge: 'id',
  proxy_grant: 'id',
  proxy_invitation: 'id',
  rider_pin: 'person_id',
  caller_attempt: 'person_id',
  voice_session: 'person_id',
  apart_pair: 'id',
  distinct_pair: 'id',
  driver: 'name',
};

/** Tables that only the system may look into. */
const SECRET_TABLES = ['account', 'session', 'sign_in_failure'] as const;

const database = withDatabase();
let client: pg.Client;

beforeAll(async () => {
  const store = await database.openStore({ clock: { now: () => SAMPLE_NOW } });
  await store.write(SYSTEM_SCOPE, insertScopeTown);
  await store.accounts.save(sampleAccount({ id: 'anna', role: 'rider', personId: 'anna' }), 'secret');
  await store.accounts.openSession('anna', SAMPLE_NOW + 1_000);
  await store.accounts.recordFailure('anna', SAMPLE_NOW);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `BEGIN; ${enterScope(SYSTEM_SCOPE, SAMPLE_NOW)} ${CLOSURE('one')}; ${SEASON('one')}; ${LEG('one')}; ${SUGGESTION('one')}; COMMIT`,
  );
});

afterAll(() => client.end());

/** Runs work under a scope in a transaction that is rolled back. */
async function under<Value>(scope: AccessScope, work: () => Promise<Value>): Promise<Value> {
  await client.query(`BEGIN; ${enterScope(scope, SAMPLE_NOW)}`);
  try {
    return await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

/** All tables in one statement: the matrix is asked some thousand times. */
const ALL_ROWS = GUARDED_TABLES.map(
  (table) => `SELECT '${table}' AS "table", ${NAME_COLUMN[table]} AS name FROM ${table}`,
).join(' UNION ALL ');

async function visibleRows(): Promise<Record<string, string>> {
  const { rows } = await client.query<{ table: string; name: string }>(ALL_ROWS);
  const seen: Record<string, string> = {};
  for (const table of GUARDED_TABLES) {
    const names = rows.filter((row) => row.table === table).map(({ name }) => name);
    const whose = SCOPE_NAMES.filter((name) => names.includes(name) || names.includes(shiftOf(name)));
    seen[table] = whose.map((name) => name.slice(0, 1)).join('');
  }
  return seen;
}

async function countSecrets(): Promise<number[]> {
  const counts = SECRET_TABLES.map((table) => `(SELECT count(*)::int FROM ${table})`);
  const { rows } = await client.query<{ counts: number[] }>(`SELECT ARRAY[${counts.join(', ')}] AS counts`);
  return rows[0]!.counts;
}

const CLOSURE = (id: string) => `
  INSERT INTO road_closure (id, name, stretch, times, reason, entered_by, entered_at, lines)
  VALUES ('${id}', '', '{}', '{}', '', '', now(), ST_GeomFromText('MULTILINESTRING((139 37, 139.1 37))', 4326))`;
const SEASON = (id: string) => `INSERT INTO road_season (id, details) VALUES ('${id}', '{}')`;

const LEG = (id: string) => `INSERT INTO road_leg (id, day, details) VALUES ('${id}', '2026-11-24', '{}')`;
const SUGGESTION = (id: string) =>
  `INSERT INTO road_suggestion (id, made_at, details) VALUES ('${id}', now(), '{}')`;

/** What a scope may do to each table of roads: rows read, and whether it may change and add one. */
async function roadRights(): Promise<unknown[]> {
  const rights: unknown[] = [];
  for (const [table, change, add] of [
    ['road_closure', "UPDATE road_closure SET reason = 'x'", CLOSURE('another')],
    ['road_season', "UPDATE road_season SET details = '{}'", SEASON('another')],
    ['road_suggestion', "UPDATE road_suggestion SET details = '{}'", SUGGESTION('another')],
    ['road_leg', "UPDATE road_leg SET details = '{}'", LEG('another')],
  ] as const) {
    const seen = await client.query(`SELECT FROM ${table}`);
    rights.push([table, seen.rowCount, await isDone(change), await isDone(add)]);
  }
  return rights;
}

/** Does the statement change anything? It is taken back. */
async function isDone(statement: string): Promise<boolean> {
  await client.query('SAVEPOINT attempt');
  try {
    return ((await client.query(statement)).rowCount ?? 0) > 0;
  } catch {
    return false;
  } finally {
    await client.query('ROLLBACK TO attempt');
  }
}

/** What one scope sees and may do now: every table, secrets and roads included. */
async function lineOf(who: string, scope: AccessScope): Promise<string> {
  await client.query(`SAVEPOINT line; ${enterScope(scope, SAMPLE_NOW)}`);
  const line = [who, await visibleRows(), await countSecrets(), await roadRights()];
  await client.query('ROLLBACK TO line');
  return JSON.stringify(line);
}

/** The whole matrix as it is now, a line for each scope. */
async function matrix(): Promise<string[]> {
  const lines: string[] = [];
  for (const { who, scope } of SCOPE_MATRIX) lines.push(await lineOf(who, scope));
  return lines;
}

/** Is any line another one now? Looks no further than the first that is. */
async function isChanged(whole: readonly string[]): Promise<boolean> {
  for (const [i, { who, scope }] of SCOPE_MATRIX.entries()) {
    if ((await lineOf(who, scope)) !== whole[i]) return true;
  }
  return false;
}

async function listPolicies(): Promise<readonly { tablename: string; policyname: string }[]> {
  const { rows } = await client.query('SELECT tablename, policyname FROM pg_policies ORDER BY 1, 2');
  return rows;
}

describe('row-level security alone', () => {
  it.each(SCOPE_MATRIX)(
    '$who, no condition in any statement: own rows and no others',
    async ({ scope, sees }) => {
      expect(await under(scope, visibleRows)).toEqual(sees);
    },
  );

  it.each(SCOPE_MATRIX)("$who: accounts, sessions and failures are the system's", async ({ scope }) => {
    const expected = scope.kind === 'system' ? [1, 1, 1] : [0, 0, 0];
    expect(await under(scope, countSecrets)).toEqual(expected);
  });

  it.each(SCOPE_MATRIX)(
    '$who: reads the roads; only those who plan the day change them, and only the office sees how they were driven',
    async ({ scope }) => {
      const plans = scope.kind === 'system' || scope.role === 'dispatcher' || scope.role === 'administrator';
      const isOffice = plans || (scope.kind === 'account' && scope.role === 'operator');
      expect(await under(scope, roadRights)).toEqual([
        ['road_closure', 1, plans, plans],
        ['road_season', 1, plans, plans],
        ['road_suggestion', isOffice ? 1 : 0, plans, plans],
        ['road_leg', isOffice ? 1 : 0, false, scope.kind === 'system'],
      ]);
    },
  );

  it('no settings at all under the role of the application: nothing', async () => {
    await client.query('BEGIN; SET LOCAL ROLE ainori_app');
    const seen = await visibleRows();
    await client.query('ROLLBACK');
    expect(Object.values(seen).join('')).toBe('');
  });

  it('any policy dropped: the matrix changes', async () => {
    const policies = await listPolicies();
    expect(policies.length).toBeGreaterThan(20);
    await client.query('BEGIN');
    const whole = await matrix();
    const idle: string[] = [];
    for (const { tablename, policyname } of policies) {
      await client.query(`SAVEPOINT dropped; DROP POLICY ${policyname} ON ${tablename}`);
      if (!(await isChanged(whole))) idle.push(policyname);
      await client.query('ROLLBACK TO dropped');
    }
    await client.query('ROLLBACK');
    expect(idle).toEqual([]);
  });

  it('row security switched off on any table: the matrix changes', async () => {
    await client.query('BEGIN');
    const whole = await matrix();
    const idle: string[] = [];
    for (const table of [...GUARDED_TABLES, ...SECRET_TABLES, 'road_leg', 'road_suggestion']) {
      await client.query(`SAVEPOINT off; ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
      if (!(await isChanged(whole))) idle.push(table);
      await client.query('ROLLBACK TO off');
    }
    await client.query('ROLLBACK');
    expect(idle).toEqual([]);
  });

  it('every table with a personal column: row security is on, for its owner too', async () => {
    const { rows } = await client.query<{ name: string; guarded: boolean }>(`
      SELECT DISTINCT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS guarded
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        AND a.attname IN ('person_id', 'ride_id', 'clinic_id', 'clinic_ids', 'account_id', 'login', 'household_id')`);
    expect(rows.length).toBeGreaterThanOrEqual(7);
    expect(rows.filter(({ guarded }) => !guarded)).toEqual([]);
  });

  it('the log: nobody may change or delete what happened', async () => {
    for (const statement of ['UPDATE event SET actor = actor', 'DELETE FROM event']) {
      await expect(under(SYSTEM_SCOPE, () => client.query(statement))).rejects.toThrow('permission denied');
    }
  });

  it('an id with a quote in it: stays a text', async () => {
    const scope: AccessScope = { ...SCOPE_MATRIX[7]!.scope, personId: "x' OR true --" } as AccessScope;
    expect((await under(scope, visibleRows)).person).toBe('');
  });
});
