import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPgDatabase } from '../../../../backend/adapters/postgres/pgDatabase.ts';
import type { Database, Parameter } from '../../../../backend/adapters/postgres/session.ts';
import { openTrialDatabase } from '../../../../backend/adapters/postgres/trialDatabase.ts';
import { SILENT_LOG } from '../../../support/silentLog.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

const server = withDatabase();
const engines: Record<string, Database> = {};

beforeAll(async () => {
  engines.server = openPgDatabase(server.url, 3, SILENT_LOG);
  engines.embedded = await openTrialDatabase(undefined);
  await engines.embedded.transaction({ readOnly: false, opening: '' }, (session) =>
    session.script('CREATE EXTENSION postgis'),
  );
});

afterAll(async () => {
  for (const engine of Object.values(engines)) await engine.close();
});

describe.each(['server', 'embedded'])('the %s engine', (name) => {
  const one = async (text: string, parameters: readonly Parameter[] = []) => {
    const rows = await engines[name]!.transaction({ readOnly: true, opening: '' }, (session) =>
      session.query<{ value: unknown }>(text, parameters),
    );
    return rows[0]?.value;
  };
  const change = (text: string, opening = '') =>
    engines[name]!.transaction({ readOnly: false, opening }, (session) => session.script(text));

  it.each<[string, unknown]>([
    ['SELECT 9007199254740991::int8 AS value', 9_007_199_254_740_991],
    ['SELECT count(*) AS value FROM (VALUES (1), (2)) AS v', 2],
    ['SELECT 1.25::numeric AS value', 1.25],
    ['SELECT 0.1::float8 AS value', 0.1],
    ["SELECT '2026-04-06'::date AS value", '2026-04-06'],
    ["SELECT '2026-04-06 10:00:00.123+09'::timestamptz AS value", Date.UTC(2026, 3, 6, 1, 0, 0, 123)],
    ["SELECT '2026-04-06 10:00:00'::timestamp AS value", Date.UTC(2026, 3, 6, 10)],
    ["SELECT '1 day 02:03:04'::interval AS value", '1 day 02:03:04'],
    ["SELECT '\\x00ff10'::bytea AS value", Uint8Array.of(0, 255, 16)],
    ['SELECT \'{"a":[1,null]}\'::jsonb AS value', { a: [1, null] }],
    ["SELECT ARRAY['い', 'a b', NULL]::text[] AS value", ['い', 'a b', null]],
    ['SELECT NULL::int8 AS value', null],
    ['SELECT true AS value', true],
  ])('%s: read alike', async (text, expected) => {
    expect(await one(text)).toEqual(expected);
  });

  it.each<[string, Parameter, unknown]>([
    ['SELECT $1::int8 AS value', 12, 12],
    ['SELECT $1::float8 AS value', 1e-7, 1e-7],
    ['SELECT $1::text AS value', "it's \\ ü い", "it's \\ ü い"],
    ['SELECT $1::text[] AS value', ['a,b', '"', '{}', ''], ['a,b', '"', '{}', '']],
    ['SELECT $1::date AS value', '2026-04-06', '2026-04-06'],
    ['SELECT $1::jsonb AS value', '["x"]', ['x']],
    ['SELECT $1::boolean AS value', false, false],
    ['SELECT $1::text AS value', null, null],
  ])('%s with %j: written alike', async (text, given, expected) => {
    expect(await one(text, [given])).toEqual(expected);
  });

  it('a whole number too large to be exact: refused, not rounded', async () => {
    await expect(one('SELECT 9007199254740993::int8 AS value')).rejects.toThrow('does not fit');
  });

  it.each([
    ['division by zero', 'SELECT 1 / 0 AS value', 'invalidValue'],
    ['a shape that cannot be read', "SELECT ST_GeomFromText('POLYGON((0 0, 1 1') AS value", 'invalidValue'],
    ['a table that is not there', 'SELECT * FROM nothing', 'notPrepared'],
    ['a statement that is none', 'SELEKT', 'internal'],
  ])('%s: a named fault', async (_, text, code) => {
    await expect(one(text)).rejects.toMatchObject({ name: 'StoreFault', code });
  });

  it('a text with a zero byte: a named fault', async () => {
    await expect(one('SELECT $1::text AS value', ['a\0b'])).rejects.toMatchObject({ code: 'invalidValue' });
  });

  it('a reading transaction: cannot write', async () => {
    const writing = engines[name]!.transaction({ readOnly: true, opening: '' }, (session) =>
      session.script('CREATE TABLE sneaked (i int)'),
    );
    await expect(writing).rejects.toMatchObject({ code: 'internal' });
  });

  it('a fault that the work swallows: nothing of the transaction stays', async () => {
    const swallowing = engines[name]!.transaction({ readOnly: false, opening: '' }, async (session) => {
      await session.script('CREATE TABLE swallowed (i int)');
      await session.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toMatchObject({ code: 'invalidValue' });
    await expect(change('DROP TABLE swallowed')).rejects.toMatchObject({ code: 'notPrepared' });
  });

  it('several statements of which the last fails: none stays', async () => {
    await expect(change('CREATE TABLE half (i int); SELECT 1 / 0')).rejects.toMatchObject({
      code: 'invalidValue',
    });
    await expect(change('DROP TABLE half')).rejects.toMatchObject({ code: 'notPrepared' });
  });
});

describe('the embedded engine alone', () => {
  it('a fault inside PostGIS that leaves neither error nor rows: thrown, and everything rolled back', async () => {
    const bowTie = "ST_GeomFromText('POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))')";
    const square = "ST_GeomFromText('POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))')";
    const work = engines.embedded!.transaction({ readOnly: false, opening: '' }, async (session) => {
      await session.script('CREATE TABLE spatial (i int)');
      await session.query(`SELECT ST_AsText(ST_Intersection(${bowTie}, ${square})) AS value`);
    });
    await expect(work).rejects.toMatchObject({ code: 'invalidValue' });
    await expect(
      engines.embedded!.transaction({ readOnly: false, opening: '' }, (session) =>
        session.script('DROP TABLE spatial'),
      ),
    ).rejects.toMatchObject({ code: 'notPrepared' });
  });

  it('transactions that want the one session at once: one after the other, in order', async () => {
    const order: string[] = [];
    const run = (name: string) =>
      engines.embedded!.transaction({ readOnly: true, opening: '' }, async (session) => {
        order.push(`${name} begins`);
        await session.query('SELECT 1');
        order.push(`${name} ends`);
      });
    await Promise.all(['a', 'b', 'c'].map(run));
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});

describe('the server engine alone', () => {
  const run = (text: string, opening = '') =>
    engines.server!.transaction({ readOnly: false, opening }, (session) => session.script(text));

  it('a statement that takes too long: a named fault', async () => {
    await expect(run('SELECT pg_sleep(60)', 'SET LOCAL statement_timeout = 20;')).rejects.toMatchObject({
      code: 'timedOut',
    });
  });

  it('a lock that somebody else keeps: a named fault', async () => {
    await run('CREATE TABLE locked (i int)');
    await engines.server!.transaction({ readOnly: false, opening: '' }, async (session) => {
      await session.script('LOCK TABLE locked');
      await expect(run('LOCK TABLE locked', 'SET LOCAL lock_timeout = 20;')).rejects.toMatchObject({
        code: 'timedOut',
      });
    });
  });

  it('two that wait for each other: one is told to begin again, the other one is done', async () => {
    await run('CREATE TABLE pair (i int PRIMARY KEY, n int); INSERT INTO pair VALUES (1, 0), (2, 0)');
    let arrived = 0;
    let bothHere = () => {};
    const met = new Promise<void>((resolve) => {
      bothHere = resolve;
    });
    const cross = (first: number, second: number) =>
      engines.server!.transaction(
        { readOnly: false, opening: 'SET LOCAL deadlock_timeout = 50;' },
        async (session) => {
          await session.query('UPDATE pair SET n = n + 1 WHERE i = $1', [first]);
          arrived += 1;
          if (arrived === 2) bothHere();
          await met;
          await session.query('UPDATE pair SET n = n + 1 WHERE i = $1', [second]);
        },
      );
    const ends = await Promise.allSettled([cross(1, 2), cross(2, 1)]);
    const failed = ends.filter((end) => end.status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.reason).toMatchObject({ name: 'StaleWrite' });
  });

  it('its connection cut in the middle: a named fault; the next transaction works', async () => {
    const cut = engines.server!.transaction({ readOnly: false, opening: '' }, async (session) => {
      const [own] = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await run(`SELECT pg_terminate_backend(${own!.pid})`);
      await session.query('SELECT 1');
    });
    await expect(cut).rejects.toMatchObject({ name: 'StoreFault', code: 'unreachable' });
    await run('SELECT 1');
  });

  it('a transaction that does nothing for too long: ended by the server, a named fault', async () => {
    const opening = 'SET LOCAL idle_in_transaction_session_timeout = 20;';
    const idle = engines.server!.transaction({ readOnly: false, opening }, async (session) => {
      const [own] = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      for (let isThere = true; isThere; ) {
        await engines.server!.transaction({ readOnly: true, opening: '' }, async (other) => {
          const rows = await other.query('SELECT FROM pg_stat_activity WHERE pid = $1', [own!.pid]);
          isThere = rows.length > 0;
        });
      }
      await session.query('SELECT 1');
    });
    await expect(idle).rejects.toMatchObject({ name: 'StoreFault', code: 'unreachable' });
  });
});

describe('the embedded engine closed', () => {
  it('a transaction that comes later: refused, not kept waiting', async () => {
    await engines.embedded!.close();
    const late = engines.embedded!.transaction({ readOnly: true, opening: '' }, async () => 1);
    await expect(late).rejects.toMatchObject({ code: 'unreachable' });
  });
});
