import { openTrialStore } from '../../../../backend/adapters/postgres/index.ts';
import { QUICK_HASHER } from '../../../support/quickHasher.ts';
import { SAMPLE_NOW } from '../../../support/sampleRows.ts';
import { SILENT_LOG } from '../../../support/silentLog.ts';
import { storeSuite } from '../../ports/storeSuite.ts';

storeSuite(async () => {
  const clock = { now: () => SAMPLE_NOW };
  const store = await openTrialStore({ directory: undefined, clock, hasher: QUICK_HASHER, log: SILENT_LOG });
  await store.migrate();
  return store;
});
