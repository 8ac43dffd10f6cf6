import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../../backend/adapters/memory/index.ts';
import { Closing } from '../../../backend/main/closing.ts';
import { createFrontDoor } from '../../../backend/main/frontDoor.ts';
import { PlainFault } from '../../../backend/main/plainFault.ts';
import { saveTrialAccounts, shutTrialAccounts, trialAccounts } from '../../../backend/main/trialAccounts.ts';

describe('front door', () => {
  it('before the house is open: alive, not ready', async () => {
    const door = await createFrontDoor('127.0.0.1', 0);
    const [alive, ready, page] = await Promise.all(
      ['healthz', 'readyz', ''].map((path) => fetch(`http://127.0.0.1:${door.port}/${path}`)),
    );
    expect([alive!.status, ready!.status, page!.status]).toEqual([200, 503, 503]);
    await door.close(100);
  });

  it('a port that is taken: a plain sentence with a way out', async () => {
    const door = await createFrontDoor('127.0.0.1', 0);
    const second = createFrontDoor('127.0.0.1', door.port);
    await expect(second).rejects.toThrow(PlainFault);
    await expect(second).rejects.toThrow(`Port ${door.port} on 127.0.0.1 is taken`);
    await door.close(100);
  });

  it('closing while a request runs: it gets its answer, new ones get none', async () => {
    const door = await createFrontDoor('127.0.0.1', 0);
    let finish = () => {};
    const started = new Promise<void>((resolve) => {
      door.open((_request, response) => {
        finish = () => response.end('done');
        resolve();
      });
    });
    const running = fetch(`http://127.0.0.1:${door.port}/`);
    await started;
    const closed = door.close(5000);
    await expect(fetch(`http://127.0.0.1:${door.port}/`)).rejects.toThrow();
    finish();
    expect(await (await running).text()).toBe('done');
    await closed;
  });
});

describe('closing', () => {
  it('three steps, the middle one fails: all are run, last opened first, once', async () => {
    const run: number[] = [];
    const closing = new Closing();
    for (const step of [1, 2, 3]) {
      closing.add(() => {
        run.push(step);
        if (step === 2) throw new Error('stuck');
      });
    }
    await expect(closing.run()).rejects.toThrow('stuck');
    await expect(closing.run()).rejects.toThrow('stuck');
    expect(run).toEqual([3, 2, 1]);
  });
});

describe('trial accounts', () => {
  const cast = {
    vehicles: [
      { id: 'v1', name: '1号車', providerId: 'p1' },
      { id: 'v2', name: '2号車', providerId: 'p1' },
    ],
    clinic: { id: 'c1', name: '病院' },
    municipality: { code: '07202', name: '会津若松市' },
    rider: { id: 'r1', name: '佐藤 花子' },
  };

  it('a whole cast: somebody of each role, and each can sign in', async () => {
    const { accounts } = openMemoryStore();
    const wanted = trialAccounts(cast);
    await saveTrialAccounts(accounts, wanted);
    const roles = wanted.map(({ account }) => account.role);
    expect(new Set(roles).size).toBe(8);
    for (const { account, secret } of wanted) {
      expect(await accounts.verify(account.login, secret)).toEqual(account);
    }
  });

  it('another vehicle on duty at the next start: the driver’s account moves to it', async () => {
    const { accounts } = openMemoryStore();
    await saveTrialAccounts(accounts, trialAccounts(cast));
    const vehicles = [{ id: 'v3', name: '3号車', providerId: 'p1' }];
    await saveTrialAccounts(accounts, trialAccounts({ ...cast, vehicles }));
    expect(await accounts.find('trial:driver1')).toMatchObject({ vehicleId: 'v3' });
  });

  it('started for real on the database of a trial: no printed secret opens it', async () => {
    const { accounts } = openMemoryStore();
    const wanted = trialAccounts(cast);
    await saveTrialAccounts(accounts, wanted);
    expect(await shutTrialAccounts(accounts, () => 'nobody-knows')).toBe(wanted.length);
    for (const { account, secret } of wanted) {
      expect(await accounts.verify(account.login, secret)).toBeUndefined();
    }
    expect(await shutTrialAccounts(accounts, () => 'nobody-knows')).toBe(0);
  });
});
