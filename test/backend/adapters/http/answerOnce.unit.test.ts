import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Booking } from '../../../../backend/booking/index.ts';
import { refusal } from '../../../../backend/domain/units/outcome.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

describe('answerOnce', () => {
  let house: House;
  let operator: HouseClient;
  let asked = 0;
  /** What the next request does before it is refused. */
  let meanwhile: () => Promise<void> = async () => {};

  beforeAll(async () => {
    const booking = {
      async request() {
        asked += 1;
        const number = asked;
        await meanwhile();
        return refusal({
          rejection: { code: 'noCapacity', details: { number } },
          ride: null,
          alternatives: [],
        } as const);
      },
    } as unknown as Booking;
    house = await openHouse({ deps: { booking } });
    operator = await house.signIn({ role: 'operator' });
  });
  afterAll(() => house.close());

  function ask(key: string, at = '11:00', client = operator) {
    const body = {
      channel: 'phone',
      personId: house.town.people[0]!.id,
      from: { kind: 'home' },
      to: { kind: 'place', id: 'x' },
      time: { kind: 'arriveBy', day: TOWN_DAY, at },
    };
    return client.post('/api/v1/requests', body, { 'Idempotency-Key': key });
  }

  it('the same question under the same key: the same answer, and the work is done once', async () => {
    const before = asked;
    const first = await ask('one');
    const again = await ask('one');
    expect(first.status).toBe(422);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(asked - before).toBe(1);
  });

  it('two at once under one key: one does the work, both get its answer', async () => {
    const before = asked;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const begun = new Promise<void>((resolve) => {
      meanwhile = () => {
        resolve();
        return held;
      };
    });
    const one = ask('two');
    await begun;
    const other = ask('two');
    // By the time these have come back, the second question has long been at the door.
    for (let i = 0; i < 5; i++) await operator.get('/api/v1/session');
    release();
    const [first, second] = await Promise.all([one, other]);
    meanwhile = async () => {};
    expect(second.body).toEqual(first.body);
    expect(asked - before).toBe(1);
  });

  it('another question under the same key: refused', async () => {
    await ask('three');
    const other = await ask('three', '12:00');
    expect([other.status, other.body.code]).toEqual([422, 'idempotencyKeyReused']);
  });

  it('the same key of another account: its own answer', async () => {
    const before = asked;
    const colleague = await house.signIn({ role: 'operator' });
    await ask('four');
    await ask('four', '11:00', colleague);
    expect(asked - before).toBe(2);
  });

  it('a fault: not kept, so that the same key may try again', async () => {
    const before = asked;
    meanwhile = () => Promise.reject(new Error('the disk is full'));
    expect((await ask('five')).status).toBe(500);
    meanwhile = async () => {};
    expect((await ask('five')).status).toBe(422);
    expect(asked - before).toBe(2);
  });

  it('a key that is no key: refused', async () => {
    expect((await ask('x'.repeat(201))).body).toMatchObject({
      code: 'malformedInput',
      field: 'Idempotency-Key',
    });
  });
});
