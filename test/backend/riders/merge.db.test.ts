import { beforeAll, describe, expect, it } from 'vitest';
import type { PostgresStore } from '../../../backend/adapters/postgres/index.ts';
import { randomIds } from '../../../backend/adapters/system/randomIds.ts';
import { SYSTEM_SCOPE } from '../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import { createRiders, type Riders } from '../../../backend/riders/index.ts';
import { QUICK_HASHER } from '../../support/quickHasher.ts';
import { SAMPLE_NOW, samplePerson, sampleRide } from '../../support/sampleRows.ts';
import { withDatabase } from '../../support/withDatabase.ts';

const database = withDatabase();

describe('two entries of one person', () => {
  let store: PostgresStore;
  let riders: Riders;
  let pair = 0;

  beforeAll(async () => {
    const clock = { now: () => SAMPLE_NOW };
    store = await database.openStore({ clock, poolSize: 12 });
    riders = createRiders({
      store,
      accounts: store.accounts,
      clock,
      wallClock: clock,
      ids: randomIds,
      hasher: QUICK_HASHER,
    });
  });

  /** Two entries; the second has a ride. */
  async function twoEntries() {
    pair += 1;
    const kept = samplePerson({ id: `kept-${pair}`, phone: '0242-00-1111', note: null, needs: [] });
    const gone = samplePerson({
      id: `gone-${pair}`,
      phone: '0242-00-2222',
      note: '耳が遠い',
      needs: ['walker'],
    });
    await store.write(SYSTEM_SCOPE, async ({ people, rides }) => {
      await people.insertMany([kept, gone]);
      await rides.insert(sampleRide({ id: `ride-${pair}`, personId: gone.id }));
    });
    return { kept, gone, wish: { keptId: kept.id, keptRevision: 1, goneId: gone.id, goneRevision: 1 } };
  }
  const findPerson = (id: string) => store.read(SYSTEM_SCOPE, ({ people }) => people.find(id));
  const ridesOf = (id: string) =>
    store.read(SYSTEM_SCOPE, async ({ rides }) =>
      (await rides.listByPerson(id, '2026-01-01', '2026-12-31')).map((ride) => ride.id),
    );

  it('merged: rides, numbers, needs and note move; the other id leads to the one who stays; no search finds two', async () => {
    const { kept, gone, wish } = await twoEntries();
    expect(await riders.merge(wish, SYSTEM_ACTOR)).toMatchObject({ ok: true });
    expect(await findPerson(gone.id)).toMatchObject({
      id: kept.id,
      phone: '0242-00-1111',
      otherPhones: ['0242-00-2222'],
      needs: ['walker'],
      note: '耳が遠い',
      revision: 2,
    });
    expect(await ridesOf(kept.id)).toEqual([`ride-${pair}`]);
    const found = await store.read(SYSTEM_SCOPE, ({ people }) => people.search('0242-00-2222', 20));
    expect(found.map(({ id }) => id)).toContain(kept.id);
    expect(found.map(({ id }) => id)).not.toContain(gone.id);
    const log = await store.read(SYSTEM_SCOPE, ({ events }) => events.listByRide(`ride-${pair}`));
    expect(log.at(-1)).toMatchObject({ personId: kept.id, body: { type: 'RidersMerged', goneId: gone.id } });
  });

  it('taken back: both as they were, each with their own rides', async () => {
    const { kept, gone, wish } = await twoEntries();
    const merged = await riders.merge(wish, SYSTEM_ACTOR);
    if (!merged.ok) throw new Error('not merged');
    await store.write(SYSTEM_SCOPE, ({ rides }) =>
      rides.insert(sampleRide({ id: `later-${pair}`, personId: kept.id })),
    );
    expect(await riders.undoMerge(merged.value.merge.id, SYSTEM_ACTOR)).toMatchObject({ ok: true });
    expect(await findPerson(kept.id)).toEqual({ ...kept, revision: 3 });
    expect(await findPerson(gone.id)).toEqual({ ...gone, revision: 3 });
    expect(await ridesOf(gone.id)).toEqual([`ride-${pair}`]);
    expect(await ridesOf(kept.id)).toEqual([`later-${pair}`]);
    expect(await riders.undoMerge(merged.value.merge.id, SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'unknownMerge' },
    });
  });

  it('taken back after somebody changed the one who stays: their change is kept', async () => {
    const { kept, wish } = await twoEntries();
    const merged = await riders.merge(wish, SYSTEM_ACTOR);
    if (!merged.ok) throw new Error('not merged');
    const changed = { ...merged.value.kept, note: '新しい申し送り', revision: 3 };
    await store.write(SYSTEM_SCOPE, ({ people }) => people.update(changed));
    await riders.undoMerge(merged.value.merge.id, SYSTEM_ACTOR);
    expect((await findPerson(kept.id))?.note).toBe('新しい申し送り');
  });

  it('ten desks at once: one merges, the others are told to look again', async () => {
    const { wish } = await twoEntries();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => riders.merge(wish, SYSTEM_ACTOR)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.reason.code === 'staleVersion')).toHaveLength(9);
  });

  it('a ride booked while the merge is under way: goes with the one who stays', async () => {
    const { kept, gone, wish } = await twoEntries();
    const booked = Array.from({ length: 8 }, (_, i) =>
      sampleRide({ id: `busy-${pair}-${i}`, personId: gone.id }),
    );
    await Promise.all([
      ...booked.map((ride) => store.write(SYSTEM_SCOPE, ({ rides }) => rides.insert(ride))),
      riders.merge(wish, SYSTEM_ACTOR),
    ]);
    expect(await ridesOf(kept.id)).toHaveLength(9);
    expect(await ridesOf(gone.id)).toEqual([]);
  });

  it.each([
    ['with oneself', { goneId: 'kept' }, 'mergeWithSelf'],
    ['with nobody', { goneId: 'nobody' }, 'unknownPerson'],
    ['after a change', { goneRevision: 7 }, 'staleVersion'],
  ])('%s: refused, nothing moves', async (_, change, code) => {
    const { kept, gone, wish } = await twoEntries();
    const goneId = 'goneId' in change && change.goneId === 'kept' ? kept.id : undefined;
    const outcome = await riders.merge({ ...wish, ...change, ...(goneId ? { goneId } : {}) }, SYSTEM_ACTOR);
    expect(outcome).toMatchObject({ ok: false, reason: { code } });
    expect(await ridesOf(gone.id)).toEqual([`ride-${pair}`]);
  });
});

describe('two entries that only look like one person', () => {
  let store: PostgresStore;
  let riders: Riders;

  beforeAll(async () => {
    const clock = { now: () => SAMPLE_NOW };
    store = await database.openStore({ clock, poolSize: 12 });
    const world = { store, accounts: store.accounts, clock, wallClock: clock, ids: randomIds };
    riders = createRiders({ ...world, hasher: QUICK_HASHER });
    await store.write(SYSTEM_SCOPE, ({ people }) =>
      people.insertMany(
        ['left', 'right', 'third'].map((id) =>
          samplePerson({ id, familyKana: 'べつ', givenKana: 'ひと', birthYear: 1940 }),
        ),
      ),
    );
  });
  const asked = async () =>
    (await store.read(SYSTEM_SCOPE, ({ people }) => people.listNamesakes(100)))
      .filter(([{ familyKana }]) => familyKana === 'べつ')
      .map(([a, b]) => `${a.id} ${b.id}`);
  const eventTypes = async () =>
    (await store.read(SYSTEM_SCOPE, ({ events }) => events.readAfter(undefined, 10_000)))
      .map(({ body }) => body)
      .filter(({ type }) => type.startsWith('Distinct'));
  const note = (one: string, other: string) => riders.noteDistinct(one, other, SYSTEM_ACTOR);

  it('eight desks say so at the same moment: once, with one line in the log, and all can take it back', async () => {
    const said = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? note('left', 'right') : note('right', 'left'))),
    );
    expect(new Set(said.map((each) => (each.ok ? each.value : each.reason.code))).size).toBe(1);
    // The log tells them once no older write is open on the database server.
    await expect.poll(eventTypes).toMatchObject([{ type: 'DistinctNoted' }]);
    expect(await asked()).toEqual(['left third', 'right third']);
    const id = said[0]!.ok ? said[0]!.value : '';
    await riders.undoDistinct(id, SYSTEM_ACTOR);
    await riders.undoDistinct(id, SYSTEM_ACTOR);
    expect(await asked()).toEqual(['left right', 'left third', 'right third']);
    const listTypes = async () => (await eventTypes()).map(({ type }) => type);
    await expect.poll(listTypes).toEqual(['DistinctNoted', 'DistinctUndone']);
  });

  it.each([
    ['oneself', 'left', 'left', 'mergeWithSelf'],
    ['nobody', 'left', 'none', 'unknownPerson'],
  ])('%s: refused', async (_, one, other, code) => {
    expect(await note(one, other)).toMatchObject({ ok: false, reason: { code } });
  });

  it('made one by somebody else meanwhile: refused, to look again; and what is not there cannot be taken back', async () => {
    const merged = await riders.merge(
      { keptId: 'left', keptRevision: 1, goneId: 'right', goneRevision: 1 },
      SYSTEM_ACTOR,
    );
    expect(merged).toMatchObject({ ok: true });
    expect(await note('left', 'right')).toMatchObject({ reason: { code: 'staleVersion' } });
    expect(await riders.undoDistinct('none', SYSTEM_ACTOR)).toMatchObject({
      reason: { code: 'unknownDistinct' },
    });
  });
});
