import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostgresStore } from '../../../../backend/adapters/postgres/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import type { Tables } from '../../../../backend/ports/tables.ts';
import { sampleEvent } from '../../../support/sampleRows.ts';
import { withClient, withDatabase } from '../../../support/withDatabase.ts';

const database = withDatabase();
const stores: PostgresStore[] = [];

/** A store as another process would have it. */
async function openNode(): Promise<PostgresStore> {
  const store = await database.openStore();
  stores.push(store);
  return store;
}

/** A transaction that has done its work and waits to be told how to end. */
interface OpenTransaction {
  readonly ended: Promise<void>;
  commit(): void;
  rollBack(): void;
}

/** Ended after each test, whatever became of it. */
const held: OpenTransaction[] = [];

async function hold(store: PostgresStore, work: (tables: Tables) => Promise<void>): Promise<OpenTransaction> {
  let end: (fault?: Error) => void = () => {};
  const told = new Promise<void>((resolve, reject) => {
    end = (fault) => (fault ? reject(fault) : resolve());
  });
  let worked = () => {};
  const isWorked = new Promise<void>((resolve) => {
    worked = resolve;
  });
  const ended = store.write(SYSTEM_SCOPE, async (tables) => {
    await work(tables);
    worked();
    await told;
  });
  ended.catch(() => undefined);
  await Promise.race([isWorked, ended]);
  const transaction = { ended, commit: () => end(), rollBack: () => end(new Error('rolled back')) };
  held.push(transaction);
  return transaction;
}

function append(...rideIds: string[]): (tables: Tables) => Promise<void> {
  return ({ events }) => events.append(rideIds.map((rideId) => sampleEvent({ rideId })));
}

/** Reads on from a cursor whenever the bell rings, as the feed does. */
class FeedReader {
  readonly seen: (string | null)[] = [];
  readonly cursors: string[] = [];
  #cursor: string | undefined;
  #reading: Promise<void> = Promise.resolve();
  #waiting: { count: number; resolve: () => void }[] = [];
  readonly #endBell: () => void;

  constructor(
    private readonly store: PostgresStore,
    start: string,
  ) {
    this.#cursor = start;
    this.#endBell = store.onNewEvents(() => {
      this.#reading = this.#reading.then(() => this.#readOn());
    });
  }

  /** Hears no more bells, and waits for the read under way: a store may be closed after this. */
  async stop(): Promise<void> {
    this.#endBell();
    await this.#reading;
  }

  /** Waits until so many events have been seen. */
  async hasSeen(count: number): Promise<void> {
    if (this.seen.length >= count) return;
    await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
  }

  /** What can be read at this moment, without any bell. */
  async readNow(): Promise<readonly (string | null)[]> {
    this.#reading = this.#reading.then(() => this.#readOn());
    await this.#reading;
    return this.seen;
  }

  async #readOn(): Promise<void> {
    const page = await this.store.read(SYSTEM_SCOPE, ({ events }) => events.readAfter(this.#cursor, 3));
    this.#cursor = page.at(-1)?.cursor ?? this.#cursor;
    this.seen.push(...page.map(({ rideId }) => rideId));
    this.cursors.push(...page.map(({ cursor }) => cursor));
    for (const each of this.#waiting) if (this.seen.length >= each.count) each.resolve();
    if (page.length === 3) await this.#readOn();
  }
}

describe('the event log while transactions are open', () => {
  let readers: FeedReader[] = [];
  let writer: PostgresStore;
  let other: PostgresStore;

  beforeEach(async () => {
    writer = await openNode();
    other = await openNode();
    // Both bells are connected once one has heard the other.
    const heard = nextRing(other);
    await writer.write(SYSTEM_SCOPE, append('warm-up'));
    await heard;
  });

  /** Resolves when the store's bell rings for the next time. */
  function nextRing(store: PostgresStore): Promise<void> {
    return new Promise((resolve) => {
      const stop = store.onNewEvents(() => {
        stop();
        resolve();
      });
    });
  }

  /** Appends and waits until the other process has heard of it. */
  async function appendHeard(rideId: string): Promise<void> {
    const heard = nextRing(other);
    await writer.write(SYSTEM_SCOPE, append(rideId));
    await heard;
  }

  afterEach(async () => {
    for (const transaction of held.splice(0)) transaction.rollBack();
    for (const reader of readers) await reader.stop();
    readers = [];
  });

  async function follow(store: PostgresStore): Promise<FeedReader> {
    const reader = new FeedReader(store, await store.read(SYSTEM_SCOPE, ({ events }) => events.head()));
    readers.push(reader);
    return reader;
  }

  it('A appends and stays open, B appends and commits: nothing is read until A ends, then A before B', async () => {
    const reader = await follow(other);
    const a = await hold(writer, append('a1', 'a2'));
    await appendHeard('b');
    expect(await reader.readNow()).toEqual([]);
    a.commit();
    await a.ended;
    await reader.hasSeen(3);
    expect(await reader.readNow()).toEqual(['a1', 'a2', 'b']);
  });

  it('A appends, B appends and commits, A is rolled back: B is read, and the bell rings for it', async () => {
    const reader = await follow(other);
    const a = await hold(writer, append('a'));
    await appendHeard('b');
    expect(await reader.readNow()).toEqual([]);
    a.rollBack();
    await expect(a.ended).rejects.toThrow('rolled back');
    await reader.hasSeen(1);
    expect(await reader.readNow()).toEqual(['b']);
  });

  it('A holds the log back without appending: the bell rings when it ends', async () => {
    const reader = await follow(other);
    const a = await hold(writer, async ({ days }) => void (await days.advance('2026-08-01', 0)));
    await appendHeard('b');
    expect(await reader.readNow()).toEqual([]);
    a.commit();
    await reader.hasSeen(1);
    expect(reader.seen).toEqual(['b']);
  });

  it('twelve transactions that overlap and end in another order: both readers see the same, once each', async () => {
    const near = await follow(writer);
    const far = await follow(other);
    const names = Array.from({ length: 12 }, (_, i) => `t${i}`);
    const open = [];
    // The pool has eight connections on each side.
    for (const [i, name] of names.entries())
      open.push(await hold(i % 2 ? writer : other, append(name, `${name}+`)));
    const order = [5, 0, 11, 3, 8, 1, 10, 2, 7, 4, 9, 6];
    for (const i of order) {
      if (i % 4 === 3) open[i]?.rollBack();
      else open[i]?.commit();
      await open[i]?.ended.catch(() => undefined);
      await near.readNow();
    }
    // Three of twelve are rolled back: 3, 7, 11. Nine are left with two events each.
    await Promise.all([near.hasSeen(18), far.hasSeen(18)]);
    const expected = names.filter((_, i) => i % 4 !== 3).flatMap((name) => [name, `${name}+`]);
    expect([...near.seen].sort()).toEqual([...expected].sort());
    expect(far.seen).toEqual(near.seen);
    expect(new Set(near.cursors).size).toBe(18);
  });

  it('A wrote first, B changed the same ride and committed, A goes on with that ride: A must begin again', async () => {
    const late = writer.write(SYSTEM_SCOPE, async ({ days, events }) => {
      await days.advance('2026-08-02', 0);
      await other.write(SYSTEM_SCOPE, append('shared'));
      await events.append([sampleEvent({ rideId: 'shared' })]);
    });
    await expect(late).rejects.toThrow('changed in the meantime');
  });

  it('A wrote first, B appended about another ride and committed: A goes on', async () => {
    await writer.write(SYSTEM_SCOPE, async ({ days, events }) => {
      await days.advance('2026-08-03', 0);
      await other.write(SYSTEM_SCOPE, append('theirs'));
      await events.append([sampleEvent({ rideId: 'ours' })]);
    });
    const found = await other.read(SYSTEM_SCOPE, ({ events }) => events.listByRide('ours'));
    expect(found).toHaveLength(1);
  });

  it('a transaction open in another database of the server: does not hold the log back', async () => {
    const reader = await follow(other);
    await withClient(process.env.AINORI_TEST_DATABASE_URL ?? '', async (client) => {
      await client.query('BEGIN; SELECT pg_current_xact_id()');
      await writer.write(SYSTEM_SCOPE, append('b'));
      await reader.hasSeen(1);
      expect(reader.seen).toEqual(['b']);
      await client.query('ROLLBACK');
    });
  });

  it('such a transaction ends: the bell rings, for a reader who could not tell where it was at work', async () => {
    const reader = await follow(other);
    await withClient(process.env.AINORI_TEST_DATABASE_URL ?? '', async (client) => {
      await client.query('BEGIN; SELECT pg_current_xact_id()');
      await appendHeard('b');
      await reader.hasSeen(1);
      const rung = nextRing(other);
      await client.query('ROLLBACK');
      await rung;
    });
  });

  it("the bell's connection is cut: events committed meanwhile are read all the same", async () => {
    const reader = await follow(other);
    await writer.write(SYSTEM_SCOPE, append('before'));
    await reader.hasSeen(1);
    await withClient(database.url, (client) =>
      client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'ainori bell'`),
    );
    await writer.write(SYSTEM_SCOPE, append('after'));
    await reader.hasSeen(2);
    expect(reader.seen).toEqual(['before', 'after']);
  });

  it('events appended by somebody who rings no bell: heard of within the time of the safety look', async () => {
    const reader = await follow(other);
    await withClient(database.url, (client) =>
      client.query(`INSERT INTO event (era, xid, occurred_at, day, clinic_ids, ride_id, actor, type, body)
        SELECT era, pg_current_xact_id(), now(), '2026-04-06', '{}', 'silent', 'system', 'ShiftOpened',
          '{"type":"ShiftOpened"}' FROM event_log`),
    );
    await reader.hasSeen(1);
    expect(reader.seen).toEqual(['silent']);
  });

  it('a copy of the database on a server that counts lower: new events stand behind the old ones', async () => {
    await writer.write(SYSTEM_SCOPE, append('old'));
    // Such a server would give ids below those of the log: raise the log's instead.
    await withClient(database.url, (client) =>
      client.query('UPDATE event SET xid = (xid::text::bigint + 1000000)::text::xid8'),
    );
    const head = await writer.read(SYSTEM_SCOPE, ({ events }) => events.head());
    const restored = await openNode();
    const reader = await follow(restored);
    await restored.write(SYSTEM_SCOPE, append('new'));
    await reader.hasSeen(1);
    expect(reader.seen).toEqual(['new']);
    const all = await restored.read(SYSTEM_SCOPE, ({ events }) => events.readAfter(undefined, 1_000));
    expect(all.slice(-2).map(({ rideId }) => rideId)).toEqual(['old', 'new']);
    expect(head.split('.')[0]).not.toBe(reader.cursors[0]?.split('.')[0]);
  });
});
