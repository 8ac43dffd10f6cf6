import { expect, it, vi } from 'vitest';
import { openMemoryStore } from '../../../../backend/adapters/memory/index.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { StoreFault } from '../../../../backend/domain/fault/storeFault.ts';
import { ImportDesk } from '../../../../backend/riders/index.ts';
import { CountedIds } from '../../../../backend/simulation/index.ts';
import { QUICK_HASHER } from '../../../support/quickHasher.ts';
import { RecordedLog } from '../../../support/recordedLog.ts';
import { SAMPLE_NOW } from '../../../support/sampleRows.ts';

it('the database goes away while a list is checked: it has failed, and the log says why', async () => {
  const clock = { now: () => SAMPLE_NOW };
  const fault = new StoreFault('unreachable', 'gone');
  const store = { ...openMemoryStore({ clock }), read: () => Promise.reject(fault) };
  const world = { store, clock, wallClock: clock, ids: new CountedIds(), hasher: QUICK_HASHER };
  const log = new RecordedLog();
  const rows = [['氏名'], ['会津 花子']];
  const desk = new ImportDesk(
    { ...world, accounts: openMemoryStore({ clock }).accounts },
    { read: async () => rows },
    log,
  );
  const opened = await desk.open(new Uint8Array(), 'riders.csv', SYSTEM_ACTOR);
  if (!opened.ok) throw new Error(opened.reason.code);
  const { id, mapping } = opened.value;
  desk.check(id, mapping, SYSTEM_ACTOR);
  await vi.waitUntil(() => desk.find(id, SYSTEM_ACTOR)?.state === 'failed');
  expect(log.lines).toEqual([
    {
      level: 'error',
      fields: { err: fault, importId: id },
      sentence: 'a list of riders could not be checked',
    },
  ]);
});
