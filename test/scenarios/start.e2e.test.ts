import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFrontDoor } from '../../backend/main/frontDoor.ts';
import { HouseClient } from '../support/houseClient.ts';
import { type StartedHouse, startHouse } from '../support/startedHouse.ts';
import { withDatabase } from '../support/withDatabase.ts';

describe('npm start', () => {
  const database = withDatabase();
  let folder: string;
  let house: StartedHouse;
  let address: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ainori-start-'));
    house = startHouse([], { DATABASE_URL: database.url, PORT: '0', AINORI_VAR: folder, AINORI_LOG: 'warn' });
    address = await house.ready;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('on PostgreSQL: all parts ready, and no trial', async () => {
    const client = new HouseClient(address);
    const { status, body } = await client.get('/readyz');
    expect([status, Object.keys(body.parts)]).toEqual([200, ['database', 'migrations', 'roads']]);
    expect((await client.get('/api/v1/system')).body).toMatchObject({ isTrial: false, trialAccounts: [] });
    expect((await client.signIn('operator', 'ainori-operator')).status).toBe(401);
  });

  it('the screens and the base map: served', async () => {
    const client = new HouseClient(address);
    for (const path of ['/', '/desk/', '/driver/', '/rider/']) {
      expect({ path, status: (await client.get(path)).status }).toEqual({ path, status: 200 });
    }
    const page = (await client.get('/desk/')).body as string;
    const script = /src="\.\.\/(assets\/[^"]+)"/.exec(page)?.[1];
    const asset = await client.get(`/${script}`);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await client.get('/desk/nothing.js')).status).toBe(404);
  });

  it('--create-admin with a secret on standard input: that administrator can sign in', async () => {
    const env = { DATABASE_URL: database.url, AINORI_VAR: folder, AINORI_LOG: 'warn' };
    expect(await startHouse(['--create-admin', 'taro'], env, 'short\n').ended).toBe(2);
    expect(await startHouse(['--create-admin', 'taro'], env, 'a long enough secret\n').ended).toBe(0);
    const client = new HouseClient(address);
    expect((await client.signIn('taro', 'a long enough secret')).body).toMatchObject({
      role: 'administrator',
    });
    const layer = await client.get('/api/v1/region/map/roads.geojson');
    expect(layer.headers.get('content-type')).toContain('application/geo+json');
  });

  it('a port that is taken, an option that is not there: one line each', async () => {
    const door = await createFrontDoor('127.0.0.1', 0);
    const taken = startHouse([], { DATABASE_URL: database.url, PORT: String(door.port), AINORI_VAR: folder });
    expect(await taken.ended).toBe(1);
    expect(taken.printed()).toBe(
      `Port ${door.port} on 127.0.0.1 is taken. Choose another: PORT=${door.port + 1} npm start\n`,
    );
    await door.close(100);
    const wrong = startHouse(['--fast'], {});
    expect(await wrong.ended).toBe(2);
    expect(wrong.printed().split('\n')).toHaveLength(2);
  });

  it('SIGTERM: a clean end', async () => {
    house.signal('SIGTERM');
    expect(await house.ended).toBe(0);
    expect(house.printed()).not.toContain('cut short');
  });
});
