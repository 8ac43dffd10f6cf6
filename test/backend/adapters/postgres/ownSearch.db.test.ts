import { beforeAll, describe, expect, it } from 'vitest';
import type { PostgresStore } from '../../../../backend/adapters/postgres/index.ts';
import { type AccessScope, SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { samplePerson } from '../../../support/sampleRows.ts';
import { scopeAs } from '../../../support/scopeTown.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

const database = withDatabase();

describe('a search by those who see a part of the riders', () => {
  let store: PostgresStore;

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
  });

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

  it('the functions behind it: ids of the own scope only, and nothing without one', async () => {
    const client = await database.openStore({ poolSize: 1 });
    const readings = await client.read(town, ({ people }) => people.readingsOf('長谷川'));
    expect(readings).toEqual(['はせがわ']);
    expect(await client.read(town, ({ people }) => people.listByReading('はせがわてるよ', 10))).toHaveLength(
      1,
    );
  });
});
