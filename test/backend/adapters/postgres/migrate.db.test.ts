import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore, type PostgresStore } from '../../../../backend/adapters/postgres/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { QUICK_HASHER } from '../../../support/quickHasher.ts';
import { readOn } from '../../../support/readOn.ts';
import { SAMPLE_NOW, sampleEvent, samplePerson } from '../../../support/sampleRows.ts';
import { SILENT_LOG } from '../../../support/silentLog.ts';
import { databaseUrl, withClient } from '../../../support/withDatabase.ts';

const clusterUrl = process.env.AINORI_TEST_DATABASE_URL ?? '';
const mark = randomBytes(4).toString('hex');
/** Owns databases and nothing more: no superuser, may not make roles. */
const owner = `owner_${mark}`;
/** Owns a database but was never let into the application's roles. */
const stranger = `stranger_${mark}`;
const made: string[] = [];

async function makeDatabase(ownedBy: string, name = `made_${mark}_${made.length}`): Promise<string> {
  await withClient(clusterUrl, (client) => client.query(`CREATE DATABASE ${name} OWNER ${ownedBy}`));
  made.push(name);
  return name;
}

function urlAs(user: string, name: string): string {
  const url = new URL(databaseUrl(clusterUrl, name));
  url.username = user;
  return url.href;
}

function open(connectionString: string): Promise<PostgresStore> {
  const clock = { now: () => SAMPLE_NOW };
  return openPostgresStore({ connectionString, poolSize: 2, clock, hasher: QUICK_HASHER, log: SILENT_LOG });
}

async function addPostgis(name: string): Promise<void> {
  await withClient(databaseUrl(clusterUrl, name), (client) => client.query('CREATE EXTENSION postgis'));
}

async function migrateAs(user: string, name: string): Promise<void> {
  const store = await open(urlAs(user, name));
  try {
    await store.migrate();
  } finally {
    await store.close();
  }
}

beforeAll(async () => {
  // The roles belong to the whole cluster: they are there once any database was migrated.
  await migrateAs('ainori', await makeDatabase('ainori'));
  await withClient(clusterUrl, (client) =>
    client.query(`CREATE ROLE ${owner} LOGIN; CREATE ROLE ${stranger} LOGIN;
      GRANT ainori_office, ainori_app TO ${owner}`),
  );
});

afterAll(async () => {
  await withClient(clusterUrl, async (client) => {
    for (const name of made) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.query(`DROP ROLE ${owner}; DROP ROLE ${stranger}`);
  });
});

describe('migrations', () => {
  it('twenty processes that start on an empty database at once: all ready, each migration once', async () => {
    const name = await makeDatabase('ainori');
    const stores = await Promise.all(Array.from({ length: 20 }, () => open(urlAs('ainori', name))));
    await Promise.all(stores.map((store) => store.migrate()));
    const counts = await Promise.all(
      stores.map((store) => store.read(SYSTEM_SCOPE, ({ people }) => people.count())),
    );
    expect(counts).toEqual(Array(20).fill(0));
    await Promise.all(stores.map((store) => store.close()));
    const { rows } = await withClient(databaseUrl(clusterUrl, name), (client) =>
      client.query<{ name: string }>('SELECT name FROM migration ORDER BY name'),
    );
    expect(rows.map((row) => row.name)).toContain('0001_region.sql');
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
  });

  it('progress: told once before each migration, and not at all when there is none', async () => {
    const name = await makeDatabase('ainori');
    const store = await open(urlAs('ainori', name));
    const told: string[] = [];
    await store.migrate((done, total, migration) => told.push(`${done}/${total} ${migration}`));
    expect(told[0]).toMatch(/^0\/\d+ 0001_region\.sql$/);
    const count = told.length;
    await store.migrate((_, __, migration) => told.push(migration));
    expect(told).toHaveLength(count);
    await store.close();
  });

  it('an owner who is no superuser, on a prepared server: everything works, guarded by row security', async () => {
    const name = await makeDatabase(owner);
    await addPostgis(name);
    await migrateAs(owner, name);
    const store = await open(urlAs(owner, name));
    await store.migrate();
    await store.write(SYSTEM_SCOPE, async ({ people, events }) => {
      await people.insertMany([samplePerson({ id: 'anna' })]);
      await events.append([sampleEvent()]);
    });
    expect(await store.read(SYSTEM_SCOPE, ({ people }) => people.count())).toBe(1);
    expect(await readOn(store, undefined, 1)).toHaveLength(1);
    await store.close();
  });

  it('PostGIS missing and the user may not add it: one sentence with the command to run', async () => {
    const name = await makeDatabase(owner);
    await expect(migrateAs(owner, name)).rejects.toMatchObject({
      code: 'notPrepared',
      message: expect.stringMatching(
        /PostGIS is missing.*As an administrator.*run: CREATE EXTENSION postgis;/,
      ),
    });
  });

  it('the roles exist but the user was not let in: one sentence with the command to run', async () => {
    const name = await makeDatabase(stranger);
    await addPostgis(name);
    await expect(migrateAs(stranger, name)).rejects.toMatchObject({
      code: 'notPrepared',
      message: expect.stringContaining('GRANT ainori_office TO'),
    });
  });

  it('a database from a newer version: refused, and nothing is changed', async () => {
    const name = await makeDatabase('ainori');
    await migrateAs('ainori', name);
    await withClient(databaseUrl(clusterUrl, name), (client) =>
      client.query("INSERT INTO migration (name) VALUES ('9999_future.sql')"),
    );
    await expect(migrateAs('ainori', name)).rejects.toMatchObject({
      code: 'notPrepared',
      message: expect.stringContaining('9999_future.sql'),
    });
  });

  it('used before it was migrated: says so', async () => {
    const name = await makeDatabase('ainori');
    const store = await open(urlAs('ainori', name));
    await expect(store.read(SYSTEM_SCOPE, ({ people }) => people.count())).rejects.toMatchObject({
      code: 'notPrepared',
    });
    await store.close();
  });
});
