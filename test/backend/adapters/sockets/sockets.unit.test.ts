import type { Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DRIVER_COMMANDS, FEED_READ, FEED_RING } from '../../../../backend/contract/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { type House, openHouse } from '../../../support/openHouse.ts';
import { sampleEvent } from '../../../support/sampleRows.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

describe('sockets', () => {
  let house: House;
  const open: Socket[] = [];
  beforeAll(async () => {
    house = await openHouse();
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });
  afterAll(() => house.close());

  async function connect(role: 'operator' | 'driver' | 'rider', vehicleId: string | null = null) {
    const client = await house.signIn({ role, vehicleId });
    const socket = await client.connect();
    open.push(socket);
    return { client, socket };
  }

  it('without a session: not let in', async () => {
    await expect(house.stranger().connect()).rejects.toThrow('signInNeeded');
  });

  it('from a page of another site: not let in, though the browser sends the cookie', async () => {
    const client = await house.signIn({ role: 'operator' });
    await expect(client.connect({ Origin: 'https://evil.example' })).rejects.toThrow();
  });

  it('new events: the bell rings, and carries nothing', async () => {
    const { socket } = await connect('operator');
    const rung = new Promise<unknown[]>((resolve) =>
      socket.once(FEED_RING, (...carried) => resolve(carried)),
    );
    await house.store.write(SYSTEM_SCOPE, (tables) => tables.events.append([sampleEvent({ day: TOWN_DAY })]));
    expect(await rung).toEqual([]);
  });

  it('feed:read: the answer of GET /api/v1/feed', async () => {
    const { client, socket } = await connect('operator');
    const overHttp = await client.get('/api/v1/feed?audience=console');
    expect(await socket.emitWithAck(FEED_READ, { audience: 'console' })).toEqual(overHttp.body);
  });

  it.each([
    [FEED_READ, { audience: 'driver' }, 'notAllowed'],
    [FEED_READ, { audience: 'console', day: 'x' }, 'malformedInput'],
    [FEED_READ, null, 'malformedInput'],
    [DRIVER_COMMANDS, { commands: [] }, 'notAllowed'],
  ])('%s with %j from an operator: a problem', async (name, body, code) => {
    const { socket } = await connect('operator');
    expect(await socket.emitWithAck(name, body)).toMatchObject({ code });
  });

  it('driver:commands for the shift of another vehicle: refused as unknown', async () => {
    const [first, second] = await house.store.read(SYSTEM_SCOPE, ({ fleet }) => fleet.listShifts(TOWN_DAY));
    const { socket } = await connect('driver', first!.vehicleId);
    const command = (id: string, shiftId: string) => ({
      id,
      shiftId,
      deviceTime: '2026-11-24T08:00:00+09:00',
      type: 'vehicle:position',
      at: { lon: 139.9, lat: 37.5 },
    });
    const own = command('6b0f0f3e-7d2a-4a52-8f35-7a0f0d3a1b11', first!.id);
    const foreign = command('6b0f0f3e-7d2a-4a52-8f35-7a0f0d3a1b12', second!.id);
    const { results } = await socket.emitWithAck(DRIVER_COMMANDS, { commands: [foreign, own] });
    expect(results).toMatchObject([
      { id: foreign.id, result: 'refused', code: 'unknownShift' },
      { id: own.id, result: 'applied' },
    ]);
  });

  it('signed out: the socket is cut', async () => {
    const { client, socket } = await connect('operator');
    const cut = new Promise<string>((resolve) => socket.once('disconnect', resolve));
    await client.delete('/api/v1/session');
    expect(await cut).toBe('io server disconnect');
  });

  it('session run out: the next question is refused and the socket cut', async () => {
    const { socket } = await connect('operator');
    const cut = new Promise<string>((resolve) => socket.once('disconnect', resolve));
    house.wallClock.moveTo(house.wallClock.now() + 15 * 3600_000);
    expect(await socket.emitWithAck(FEED_READ, { audience: 'console' })).toMatchObject({
      code: 'signInNeeded',
    });
    expect(await cut).toBe('io server disconnect');
  });
});
