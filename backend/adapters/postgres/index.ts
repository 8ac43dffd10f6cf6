export type { MigrationProgress } from './migrate.ts';
export { openPostgresStore, type PostgresStoreOptions } from './openPostgresStore.ts';
export { openTrialStore, type TrialStoreOptions } from './openTrialStore.ts';
export type { PostgresStore } from './postgresStore.ts';
export type { StoreLog } from './session.ts';
