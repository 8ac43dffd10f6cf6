import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostgresStore } from '../../../../backend/adapters/postgres/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { sampleEvent } from '../../../support/sampleRows.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';
import { withDatabase } from '../../../support/withDatabase.ts';
import { FeedCopy } from './feedReaders.ts';
import { feedSuite } from './feedSuite.ts';

/** An event of the day as a whole. */
const revision = (actor: string) =>
  sampleEvent({
    day: TOWN_DAY,
    rideId: null,
    personId: null,
    municipality: null,
    actor,
    body: { type: 'ScheduleRevised', version: 1, cause: 'test' },
  });

describe('feed over PostgreSQL', () => {
  const database = withDatabase();
  let house: House;
  let store: PostgresStore;
  beforeAll(async () => {
    house = await openHouse({
      openStore: async (clock) => {
        store = await database.openStore({ clock });
        return store;
      },
    });
  });
  afterAll(() => house.close());

  feedSuite(() => house, 80);

  it('a transaction held open while a later one commits: its event is not skipped', async () => {
    const operator = new FeedCopy('operator', store, {
      kind: 'account',
      accountId: 'reader',
      role: 'operator',
      municipalities: [],
      providerId: null,
      clinicId: null,
      personId: null,
      vehicleId: null,
    });
    await operator.readAll();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let appended = () => {};
    const hasAppended = new Promise<void>((resolve) => {
      appended = resolve;
    });
    const late = store.write(SYSTEM_SCOPE, async ({ events }) => {
      await events.append([revision('late')]);
      appended();
      await released;
    });
    await hasAppended;
    await store.write(SYSTEM_SCOPE, ({ events }) => events.append([revision('early')]));
    await operator.readAll();
    const whileHeld = operator.events.length;
    release();
    await late;
    await operator.readAll();
    const log = await store.read(SYSTEM_SCOPE, ({ events }) => events.listByDay(TOWN_DAY));
    // Neither is shown while one that may come before it is still open; then both, in the log's order.
    expect(log.slice(-2).map((event) => event.actor)).toEqual(['late', 'early']);
    expect(operator.events.slice(whileHeld)).toEqual(log.slice(-2).map((event) => event.cursor));
  });
});
