import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Booking } from '../../../../backend/booking/index.ts';
import { RoadsFault } from '../../../../backend/domain/fault/roadsFault.ts';
import { StaleWrite } from '../../../../backend/domain/fault/staleWrite.ts';
import { StoreFault } from '../../../../backend/domain/fault/storeFault.ts';
import type { HouseClient } from '../../../support/houseClient.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

/** Long enough for every answer that comes at all, on a busy machine too. */
const PATIENCE_MS = 2_000;

describe('faults', () => {
  let house: House;
  let operator: HouseClient;
  let request: () => Promise<never>;

  beforeAll(async () => {
    const booking = { request: () => request() } as unknown as Booking;
    house = await openHouse({ deps: { booking, requestTimeoutMs: PATIENCE_MS } });
    operator = await house.signIn({ role: 'operator' });
  });
  afterAll(() => house.close());

  function ask() {
    return operator.post('/api/v1/requests', {
      channel: 'phone',
      personId: house.town.people[0]!.id,
      from: { kind: 'home' },
      to: { kind: 'place', id: 'x' },
      time: { kind: 'arriveBy', day: TOWN_DAY, at: '11:00' },
    });
  }

  it('a fault of ours: 500 without its insides, and a log line under the same number', async () => {
    request = () => Promise.reject(new Error('password of the database: 1234'));
    const answer = await ask();
    expect([answer.status, answer.body.code]).toEqual([500, 'internalFault']);
    expect(JSON.stringify(answer.body)).not.toContain('1234');
    const line = house.log.lines.find(({ level }) => level === 'error');
    expect(line?.fields.requestId).toBe(answer.body.requestId);
    expect(String(line?.fields.err)).toContain('1234');
  });

  it.each([
    ['the data moved meanwhile', new StaleWrite(), 503, 'busyTryAgain'],
    ['the roads do not answer', new RoadsFault('unreachable', 'gone'), 503, 'busyTryAgain'],
    ['the database is away', new StoreFault('unreachable', 'gone'), 503, 'busyTryAgain'],
    ['the database waits too long', new StoreFault('timedOut', 'gone'), 503, 'busyTryAgain'],
    ['a value no database keeps', new StoreFault('invalidValue', 'NaN'), 400, 'malformedInput'],
    ['a row behind the border', new StoreFault('notAllowed', 'row'), 403, 'notAllowed'],
    ['a slip of the database', new StoreFault('internal', 'row'), 500, 'internalFault'],
  ])('%s: %s', async (_name, fault, status, code) => {
    request = () => Promise.reject(fault);
    const answer = await ask();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('retry-after')).toBe(status === 503 ? '1' : null);
  });

  it('a handler that never ends: busy, instead of a caller who waits for ever', async () => {
    request = () => new Promise(() => {});
    expect((await ask()).body.code).toBe('busyTryAgain');
  });
});
