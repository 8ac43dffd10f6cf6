import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterScope } from '../../../../backend/adapters/postgres/accessSettings.ts';
import type { PostgresStore } from '../../../../backend/adapters/postgres/index.ts';
import { type AccessScope, SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SAMPLE_NOW, samplePerson } from '../../../support/sampleRows.ts';
import { scopeAs } from '../../../support/scopeTown.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

const EVERYBODY = ['bange', 'patient', 'wakamatsu'];

const database = withDatabase();

describe('a search by those who see a part of the riders', () => {
  let store: PostgresStore;
  let client: pg.Client;

  beforeAll(async () => {
    store = await database.openStore();
    const name = { familyName: '長谷川', familyKana: 'はせがわ', givenName: '照代', givenKana: 'てるよ' };
    await store.write(SYSTEM_SCOPE, ({ people }) =>
      people.insertMany([
        samplePerson({ id: 'bange', ...name, municipality: '07421' }),
        samplePerson({ id: 'wakamatsu', ...name, municipality: '07202' }),
        samplePerson({ id: 'patient', ...name, municipality: '07202', clinicId: 'east' }),
      ]),
    );
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });

  afterAll(() => client.end());

  /** One statement under a scope, past the store. */
  async function ask<Row extends object>(scope: AccessScope, statement: string): Promise<Row[]> {
    await client.query(`BEGIN; ${enterScope(scope, SAMPLE_NOW)}`);
    const { rows } = await client.query<Row>(statement);
    await client.query('ROLLBACK');
    return rows;
  }

  const town = scopeAs('municipality', { municipalities: ['07421'] });
  const clinic = scopeAs('clinic', { clinicId: 'east', municipalities: ['07421'] });
  const rider = scopeAs('rider', { personId: 'wakamatsu' });

  it.each([
    ['to the letter', 'はせがわてるよ'],
    ['with a slip', 'はせがわてりよ'],
    ['in other kanji of the same reading', '長谷川てるよ'],
    ['by telephone', '0242001234'],
  ])('typed %s: own riders and no others', async (_, text) => {
    const find = async (scope: AccessScope) =>
      (await store.read(scope, ({ people }) => people.search(text, 20))).map(({ id }) => id).sort();
    expect(await find(town)).toEqual(['bange']);
    expect(await find(clinic)).toEqual(['patient']);
    expect(await find(rider)).toEqual(['wakamatsu']);
    expect(await find(scopeAs('municipality'))).toEqual([]);
    expect(await find(scopeAs('operator'))).toEqual(['bange', 'patient', 'wakamatsu']);
  });

  it('by what is near the home: own riders and no others', async () => {
    const [first] = await store.read(SYSTEM_SCOPE, ({ people }) => people.listByIds(EVERYBODY));
    const spot = { id: 'post', coordinates: first!.home };
    const find = async (scope: AccessScope) =>
      (await store.read(scope, ({ people }) => people.listNear(['長谷川'], [spot], 100, 20)))
        .map(({ person }) => person.id)
        .sort();
    expect(await find(town)).toEqual(['bange']);
    expect(await find(clinic)).toEqual(['patient']);
    expect(await find(rider)).toEqual(['wakamatsu']);
    expect(await find(scopeAs('municipality'))).toEqual([]);
    expect(await find(scopeAs('operator'))).toEqual(['bange', 'patient', 'wakamatsu']);
  });

  it('readings and namesakes: of the own riders only', async () => {
    const readings = await store.read(town, ({ people }) => people.readingsOf('長谷川'));
    expect(readings).toEqual(['はせがわ']);
    expect(await store.read(town, ({ people }) => people.listByReading('はせがわてるよ', 10))).toHaveLength(
      1,
    );
  });

  it.each([
    ['town office', town, ['bange']],
    ['town office of two', scopeAs('municipality', { municipalities: ['07202', '07421'] }), EVERYBODY],
    ['town office of none', scopeAs('municipality'), []],
    ['clinic', clinic, ['patient']],
    ['clinic without a name', scopeAs('clinic', { municipalities: ['07421'] }), []],
    ['rider', rider, ['wakamatsu']],
    ['driver', scopeAs('driver', { municipalities: ['07421'], vehicleId: 'vehicle' }), []],
    ['operator', scopeAs('operator'), EVERYBODY],
    ['system', SYSTEM_SCOPE, EVERYBODY],
  ])('%s, the functions behind it asked themselves: the same ids', async (_, scope, expected) => {
    const [found] = await ask<{ having: string[]; meant: string[] }>(
      scope,
      `SELECT ARRAY(SELECT people_having('{=はせかわ}', 10) ORDER BY 1) AS having,
        ARRAY(SELECT people_meant('[[["=はせかわ"], ["=てるよ", "=てりよ"]]]', 10) ORDER BY 1) AS meant`,
    );
    expect(found).toEqual({ having: expected, meant: expected });
  });

  it('no settings at all under the role of the application: no ids', async () => {
    await client.query('BEGIN; SET LOCAL ROLE ainori_app');
    const { rowCount } = await client.query(`SELECT people_having('{=はせかわ}', 10)`);
    await client.query('ROLLBACK');
    expect(rowCount).toBe(0);
  });

  it.each([
    ['town office', town],
    ['clinic', clinic],
    ['operator', scopeAs('operator')],
  ])('%s: names and scope are looked up in one index', async (_, scope) => {
    const [{ statement } = { statement: '' }] = await ask<{ statement: string }>(
      scope,
      `SELECT people_statement('pieces @> ''{=はせかわ}''', 10) AS statement`,
    );
    await client.query('BEGIN; SET LOCAL enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${statement}`);
    await client.query('ROLLBACK');
    const scans = rows.flatMap((row) => /Scan (?:using|on) (\w+)/.exec(row['QUERY PLAN'])?.[1] ?? []);
    expect(scans).toEqual(['person', 'person_search_grams']);
  });
});
