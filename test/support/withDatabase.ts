import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { openPostgresStore, type PostgresStore } from '../../backend/adapters/postgres/index.ts';
import type { Clock } from '../../backend/ports/clock.ts';
import { QUICK_HASHER } from './quickHasher.ts';
import { SILENT_LOG } from './silentLog.ts';

const MIGRATIONS = new URL('../../backend/adapters/postgres/migrations/', import.meta.url);

/** The advisory lock under which the template is built, in the cluster's first database. */
const TEMPLATE_LOCK = 7_202_408;

/** A database of one test file. */
export interface TestDatabase {
  /** As the cluster's superuser; known once `beforeAll` has run. */
  readonly url: string;
  /** A store on it, closed after the file's last test. */
  openStore(options?: {
    readonly clock?: Clock;
    readonly poolSize?: number;
    readonly url?: string;
  }): Promise<PostgresStore>;
}

/**
 * Gives the test file a database of its own with all migrations, cloned from a template that is built once per cluster,
 * and drops it after the last test. A connection that is still open by then fails the file.
 */
export function withDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const stores: PostgresStore[] = [];
  const clusterUrl = process.env.AINORI_TEST_DATABASE_URL ?? '';
  const url = databaseUrl(clusterUrl, name);

  beforeAll(async () => {
    const template = await templateDatabase(clusterUrl);
    await withClient(clusterUrl, (client) => cloneDatabase(client, template, name));
  });

  afterAll(async () => {
    for (const store of stores) await store.close();
    await withClient(clusterUrl, async (client) => {
      const open = await listConnections(client, name);
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      if (open.length > 0) throw new Error(`The test left connections open: ${open.join(', ')}`);
    });
  });

  return {
    url,
    async openStore({ clock = { now: Date.now }, poolSize = 8, url: asUser = url } = {}) {
      const options = { connectionString: asUser, poolSize, clock, hasher: QUICK_HASHER, log: SILENT_LOG };
      const store = await openPostgresStore(options);
      stores.push(store);
      await store.migrate();
      return store;
    },
  };
}

/** The address of another database of the same cluster. */
export function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs work on a connection of its own. */
export async function withClient<Value>(
  url: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Builds the template unless it is there; its name tells which migrations it has. */
async function templateDatabase(clusterUrl: string): Promise<string> {
  const name = `template_${migrationsHash()}`;
  await withClient(clusterUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rows } = await client.query('SELECT datistemplate FROM pg_database WHERE datname = $1', [name]);
    if (rows[0]?.datistemplate === true) return;
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
    const store = await openPostgresStore({
      connectionString: databaseUrl(clusterUrl, name),
      poolSize: 1,
      clock: { now: Date.now },
      hasher: QUICK_HASHER,
      log: SILENT_LOG,
    });
    await store.migrate();
    await store.close();
    await client.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  });
  return name;
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort()) hash.update(readFileSync(new URL(file, MIGRATIONS)));
  return hash.digest('hex').slice(0, 12);
}

async function cloneDatabase(client: pg.Client, template: string, name: string): Promise<void> {
  // Cloning by file copy is quicker than by log for a small template.
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
}

/** What is still connected to the database; a connection just closed may take a moment to go. */
async function listConnections(client: pg.Client, name: string): Promise<readonly string[]> {
  for (let attempt = 0; ; attempt += 1) {
    const { rows } = await client.query<{ name: string }>(
      "SELECT application_name || ' ' || state AS name FROM pg_stat_activity WHERE datname = $1",
      [name],
    );
    if (rows.length === 0 || attempt === 20) return rows.map((row) => row.name);
    await client.query('SELECT pg_sleep(0.05)');
  }
}
