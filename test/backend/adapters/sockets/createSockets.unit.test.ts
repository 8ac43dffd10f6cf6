import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../../../backend/adapters/memory/index.ts';
import { RIDER_OPEN } from '../../../../backend/contract/index.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';

describe('two questions of one page, of which the first is answered last', () => {
  let house: House;
  /** What the next look for a session waits for. */
  let wait: Promise<void> | undefined;
  beforeAll(async () => {
    house = await openHouse({
      openStore: async (clock) => {
        const store = openMemoryStore({ clock });
        const findSession: typeof store.accounts.findSession = async (...asked) => {
          const until = wait;
          wait = undefined;
          await until;
          return store.accounts.findSession(...asked);
        };
        return { ...store, accounts: { ...store.accounts, findSession } };
      },
    });
  });
  afterAll(() => house.close());

  it.each([
    ['another rider', 1],
    ['none', null],
  ])('a rider, then %s: what was opened last is open', async (_, then) => {
    const idOf = (i: number) => house.town.people[i]!.id;
    const aya = await (await house.signIn({ role: 'operator', displayName: '彩' })).connect();
    const ben = await (await house.signIn({ role: 'operator', displayName: '勉' })).connect();
    let release = () => {};
    wait = new Promise((resolve) => {
      release = resolve;
    });
    const first = aya.emitWithAck(RIDER_OPEN, { personId: idOf(0) });
    const last = await aya.emitWithAck(RIDER_OPEN, { personId: then === null ? null : idOf(then) });
    expect(last).toEqual(then === null ? null : { personId: idOf(then), others: [] });
    release();
    expect(await first).toBeNull();
    expect(await ben.emitWithAck(RIDER_OPEN, { personId: idOf(0) })).toMatchObject({ others: [] });
    const others = then === null ? [] : [{ displayName: '彩' }];
    expect(await ben.emitWithAck(RIDER_OPEN, { personId: idOf(1) })).toMatchObject({ others });
    aya.close();
    ben.close();
  });
});
