import type { StoreLog } from '../../backend/adapters/postgres/index.ts';

/** A log that keeps quiet; faults are seen by what they throw. */
export const SILENT_LOG: StoreLog = { info: () => {}, warn: () => {}, error: () => {} };
