import { beforeAll, describe, expect, it } from 'vitest';
import type { PostgresStore } from '../../../../backend/adapters/postgres/index.ts';
import { randomIds } from '../../../../backend/adapters/system/randomIds.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { createRiders, type Riders } from '../../../../backend/riders/index.ts';
import { QUICK_HASHER } from '../../../support/quickHasher.ts';
import { sampleProxy } from '../../../support/sampleProxy.ts';
import { SAMPLE_NOW, samplePerson } from '../../../support/sampleRows.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

describe('who rings to cancel, on PostgreSQL', () => {
  const database = withDatabase();
  let store: PostgresStore;
  let riders: Riders;

  beforeAll(async () => {
    const clock = { now: () => SAMPLE_NOW };
    store = await database.openStore({ clock, poolSize: 12 });
    const world = { store, accounts: store.accounts, clock, wallClock: clock, ids: randomIds };
    riders = createRiders({ ...world, hasher: QUICK_HASHER });
    await store.write(SYSTEM_SCOPE, ({ people }) =>
      people.insertMany(['anna', 'bert', 'carl', 'dora'].map((id) => samplePerson({ id }))),
    );
  });

  it('twenty guesses at once: five are looked at', async () => {
    await riders.setPin('anna', '4711', SYSTEM_ACTOR, () => true);
    const guesses = Array.from({ length: 20 }, (_, i) => ({
      who: 'other' as const,
      name: '不明',
      pin: String(i).padStart(4, '0'),
      birthYear: null,
    }));
    const answers = await Promise.all(
      guesses.map((guess) => riders.checkCaller('anna', guess, SYSTEM_ACTOR)),
    );
    const codes = answers.map((answer) => (answer.ok ? 'right' : answer.reason.code));
    expect(codes.filter((code) => code === 'wrongPin')).toHaveLength(5);
    expect(codes.filter((code) => code === 'tooManyPinAttempts')).toHaveLength(15);
  });

  it('two entries of one rider merged: the proxy of either acts for the one who stays; parted again, for neither more than before', async () => {
    const scope = { kind: 'people', personIds: ['carl'] } as const;
    await store.write(SYSTEM_SCOPE, ({ proxyGrants }) =>
      proxyGrants.insert(sampleProxy({ id: 'of-carl', personId: 'carl', scope })),
    );
    const ask = () => riders.checkCaller('bert', { who: 'proxy', proxyId: 'of-carl' }, SYSTEM_ACTOR);
    const listed = () =>
      store.read(SYSTEM_SCOPE, async ({ people, proxyGrants }) =>
        (await proxyGrants.listFor((await people.find('bert'))!)).map(({ id }) => id),
      );
    expect(await ask()).toMatchObject({ reason: { code: 'proxyOutsideScope' } });
    const wish = { keptId: 'bert', keptRevision: 1, goneId: 'carl', goneRevision: 1 };
    const merged = await riders.merge(wish, SYSTEM_ACTOR);
    if (!merged.ok) throw new Error(merged.reason.code);
    expect(await ask()).toMatchObject({ ok: true });
    expect(await listed()).toEqual(['of-carl']);
    await riders.undoMerge(merged.value.merge.id, SYSTEM_ACTOR);
    expect(await ask()).toMatchObject({ reason: { code: 'proxyOutsideScope' } });
    expect(await listed()).toEqual([]);
  });

  it('an import taken back: a rider with a proxy or a PIN stays in the register', async () => {
    await store.write(SYSTEM_SCOPE, async ({ people, proxyGrants, riderPins }) => {
      await people.insertMany(['eve', 'fred', 'gina'].map((id) => samplePerson({ id })));
      const scope = { kind: 'people', personIds: ['eve'] } as const;
      await proxyGrants.insert(sampleProxy({ id: 'of-eve', personId: 'eve', scope }));
      const pin = { personId: 'fred', municipality: '07421', hash: 'x', setBy: 'desk', setAt: SAMPLE_NOW };
      await riderPins.save(pin);
    });
    const staying = await store.write(SYSTEM_SCOPE, ({ people }) =>
      people.removeUntouched(['eve', 'fred', 'gina']),
    );
    expect([...staying].sort()).toEqual(['eve', 'fred']);
  });
});
