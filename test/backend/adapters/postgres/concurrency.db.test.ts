import { beforeAll, describe, expect, it } from 'vitest';
import type { PostgresStore } from '../../../../backend/adapters/postgres/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { StaleWrite } from '../../../../backend/domain/fault/staleWrite.ts';
import { sampleInvitation, sampleProxy } from '../../../support/sampleProxy.ts';
import {
  SAMPLE_NOW,
  sampleEvent,
  sampleOffer,
  samplePerson,
  sampleRide,
} from '../../../support/sampleRows.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

const database = withDatabase();
let store: PostgresStore;

beforeAll(async () => {
  store = await database.openStore({ poolSize: 20 });
  await store.write(SYSTEM_SCOPE, async ({ people, rides, offers }) => {
    await people.insertMany([samplePerson()]);
    await rides.insert(sampleRide());
    await offers.insertMany([sampleOffer()]);
  });
});

/** Twenty at once; the values of those who were done, the faults of the others. */
async function twenty<Value>(work: (i: number) => Promise<Value>) {
  const ends = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => work(i)));
  return {
    done: ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])),
    faults: ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : [])),
  };
}

describe('many at once', () => {
  it('twenty who change the ride they all read: one is done, nineteen are told it is stale', async () => {
    const next = (i: number) => sampleRide({ revision: 2, note: `writer ${i}` });
    const { done, faults } = await twenty((i) =>
      store.write(SYSTEM_SCOPE, ({ rides }) => rides.update([next(i)], [1])),
    );
    expect(done).toHaveLength(1);
    expect(faults.every((fault) => fault instanceof StaleWrite)).toBe(true);
    expect((await store.read(SYSTEM_SCOPE, ({ rides }) => rides.find('ride-1')))?.revision).toBe(2);
  });

  it('twenty who close one offer: one finds it open', async () => {
    const { done } = await twenty(() =>
      store.write(SYSTEM_SCOPE, ({ offers }) => offers.close('offer-1', 'accepted')),
    );
    expect(done.filter((wasOpen) => wasOpen)).toHaveLength(1);
  });

  it("twenty who change one part each of a rider's wish: none is lost", async () => {
    const own = { personId: 'person-1', municipality: samplePerson().municipality };
    const bestHours = { earliest: 32_400, latest: 36_000 };
    const parts = [
      { eveningCall: true },
      { bestHours },
      { sms: true },
      { voice: true },
      { email: 'a@example.jp' },
    ];
    const { faults } = await twenty((i) =>
      store.write(SYSTEM_SCOPE, ({ contactWishes }) => contactWishes.save({ ...own, ...parts[i % 5] })),
    );
    expect(faults).toEqual([]);
    const kept = await store.read(SYSTEM_SCOPE, ({ contactWishes }) => contactWishes.find('person-1'));
    expect(kept).toEqual(Object.assign({}, own, ...parts));
  });

  it('twenty codes for one proxy: the last one is open, the others are withdrawn', async () => {
    await store.write(SYSTEM_SCOPE, ({ proxyGrants }) =>
      proxyGrants.insert(sampleProxy({ id: 'many-codes' })),
    );
    const { faults } = await twenty((i) =>
      store.write(SYSTEM_SCOPE, async ({ proxyInvitations }) => {
        await proxyInvitations.withdraw('many-codes', SAMPLE_NOW);
        await proxyInvitations.insert(sampleInvitation({ id: `code-${i}`, grantId: 'many-codes' }));
      }),
    );
    expect(faults).toEqual([]);
    const open = await store.read(SYSTEM_SCOPE, (tables) => tables.proxyInvitations.listOpen(['many-codes']));
    expect(open).toHaveLength(1);
  });

  it('twenty who store an answer under one key: one is done, nineteen are told it is stale', async () => {
    const answer = { fingerprint: 'f', status: 200, body: '', at: SAMPLE_NOW };
    const { done, faults } = await twenty(() =>
      store.write(SYSTEM_SCOPE, ({ answers }) => answers.insert('account', 'key', answer)),
    );
    expect(done).toHaveLength(1);
    expect(faults.every((fault) => fault instanceof StaleWrite)).toBe(true);
  });

  it('twenty who move a day on and write an event each: versions without a gap, an event for each winner', async () => {
    const day = '2026-09-01';
    const { done } = await twenty((i) =>
      store.write(SYSTEM_SCOPE, async ({ days, events }) => {
        const version = await days.version(day);
        if (!(await days.advance(day, version))) return 0;
        await events.append([sampleEvent({ day, rideId: `mover-${i}` })]);
        return version + 1;
      }),
    );
    const won = done.filter((version) => version > 0).sort((a, b) => a - b);
    // Whoever wins holds the day until the end: the winners' versions are 1, 2, … in a row.
    expect(won).toEqual(won.map((_, i) => i + 1));
    expect(won.length).toBeGreaterThan(0);
    const events = await store.read(SYSTEM_SCOPE, (tables) => tables.events.listByDay(day));
    expect(events).toHaveLength(won.length);
  });

  it('a reader while others write: sees one picture from beginning to end', async () => {
    await store.read(SYSTEM_SCOPE, async ({ days, rides }) => {
      const before = await days.version('2026-09-02');
      await database.openStore({ poolSize: 1 }).then(async (other) => {
        await other.write(SYSTEM_SCOPE, async (tables) => {
          await tables.days.advance('2026-09-02', 0);
          await tables.rides.insert(sampleRide({ id: 'meanwhile' }));
        });
      });
      expect(await days.version('2026-09-02')).toBe(before);
      expect(await rides.find('meanwhile')).toBeUndefined();
    });
    expect(await store.read(SYSTEM_SCOPE, ({ days }) => days.version('2026-09-02'))).toBe(1);
  });

  it('a transaction opened inside another one of the same store: refused, not left waiting', async () => {
    const nested = store.write(SYSTEM_SCOPE, () => store.read(SYSTEM_SCOPE, async () => 1));
    await expect(nested).rejects.toMatchObject({ code: 'nested' });
    expect(await store.read(SYSTEM_SCOPE, async () => 'free again')).toBe('free again');
  });

  it('questions asked at once inside one transaction: all answered', async () => {
    const found = await store.read(SYSTEM_SCOPE, ({ rides }) =>
      Promise.all(['ride-1', 'nothing', 'ride-1'].map((id) => rides.find(id))),
    );
    expect(found.map((ride) => ride?.id)).toEqual(['ride-1', undefined, 'ride-1']);
  });

  it('a server that is not there: a named fault', async () => {
    await expect(database.openStore({ url: 'postgres://ainori@127.0.0.1:1/none' })).rejects.toMatchObject({
      code: 'unreachable',
    });
  });
});
