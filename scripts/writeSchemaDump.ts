// Writes backend/adapters/postgres/schema.sql: what the migrations make of an empty database.
// Run after adding a migration: node --import tsx scripts/writeSchemaDump.ts
import { writeFile } from 'node:fs/promises';
import { openPostgresStore } from '../backend/adapters/postgres/index.ts';
import { dumpSchema } from '../test/support/dumpSchema.ts';
import { startCluster } from './privateCluster.mjs';

const TARGET = new URL('../backend/adapters/postgres/schema.sql', import.meta.url);

const cluster = await startCluster();
try {
  const store = await openPostgresStore({
    connectionString: cluster.url,
    poolSize: 1,
    clock: { now: Date.now },
    hasher: { hash: async () => '', verify: async () => false },
    log: console,
  });
  await store.migrate();
  await store.close();
  await writeFile(TARGET, await dumpSchema(cluster.url));
} finally {
  await cluster.stop();
}
