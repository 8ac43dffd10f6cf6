// Opens an embedded database, writes a rider, says so on standard output, and holds it until it is killed.
import { openTrialStore } from '../../backend/adapters/postgres/index.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { QUICK_HASHER } from './quickHasher.ts';
import { samplePerson } from './sampleRows.ts';
import { SILENT_LOG } from './silentLog.ts';

const store = await openTrialStore({
  directory: process.argv[2],
  clock: { now: Date.now },
  hasher: QUICK_HASHER,
  log: SILENT_LOG,
});
await store.migrate();
await store.write(SYSTEM_SCOPE, ({ people }) => people.insertMany([samplePerson({ id: 'kept' })]));
console.log('written');
