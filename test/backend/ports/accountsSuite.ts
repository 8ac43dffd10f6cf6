import { describe, expect, it } from 'vitest';
import { SAMPLE_NOW, sampleAccount } from '../../support/sampleRows.ts';
import type { StoreBench } from './storeSuite.ts';

const HOUR = 3_600_000;

/** Sign-in and sessions. */
export function accountsSuite(bench: StoreBench): void {
  describe('accounts', () => {
    const municipal = sampleAccount({
      id: 'town',
      login: 'bange',
      role: 'municipality',
      municipalities: ['07421', '07422'],
      isTrial: false,
    });

    it('an account: comes back as it went in, and changed when saved again', async () => {
      const { accounts } = bench.store;
      await accounts.save({ ...municipal, displayName: '古い名' }, 'old secret');
      await accounts.save(municipal, 'right secret');
      expect(await accounts.find('town')).toEqual(municipal);
      expect(await accounts.find('nobody')).toBeUndefined();
      expect(await accounts.list()).toEqual([municipal]);
    });

    it('the right secret: the account; a wrong one or an unknown login: nothing', async () => {
      const { accounts } = bench.store;
      await accounts.save(municipal, 'right secret');
      expect(await accounts.verify('bange', 'right secret')).toEqual(municipal);
      expect(await accounts.verify('bange', 'wrong secret')).toBeUndefined();
      expect(await accounts.verify('nobody', 'right secret')).toBeUndefined();
    });

    it('a login that another account has: refused', async () => {
      const { accounts } = bench.store;
      await accounts.save(municipal, 'right secret');
      const thief = sampleAccount({ id: 'thief', login: 'bange' });
      await expect(accounts.save(thief, 'x')).rejects.toThrow('changed in the meantime');
    });

    it('a session: found until it expires or is closed', async () => {
      const { accounts } = bench.store;
      await accounts.save(municipal, 'right secret');
      // Far ahead of any clock, so that nothing expires by itself.
      const end = SAMPLE_NOW + 100_000 * HOUR;
      const token = await accounts.openSession('town', end);
      expect(await accounts.findSession(token, end - 1)).toEqual(municipal);
      expect(await accounts.findSession(token, end)).toBeUndefined();
      expect(await accounts.findSession('another', end - 1)).toBeUndefined();
      await accounts.closeSession(token);
      expect(await accounts.findSession(token, end - 1)).toBeUndefined();
    });

    it('every session of an account is ended: none of its own is found, those of others are', async () => {
      const { accounts } = bench.store;
      await accounts.save(municipal, 'right secret');
      await accounts.save(sampleAccount({ id: 'other', login: 'other' }), 'right secret');
      const end = SAMPLE_NOW + 100_000 * HOUR;
      const [one, two] = [await accounts.openSession('town', end), await accounts.openSession('town', end)];
      const others = await accounts.openSession('other', end);
      await accounts.closeSessionsOf('town');
      expect(await accounts.findSession(one, end - 1)).toBeUndefined();
      expect(await accounts.findSession(two, end - 1)).toBeUndefined();
      expect(await accounts.findSession(others, end - 1)).toMatchObject({ id: 'other' });
    });

    it('a session of nobody: refused', async () => {
      await expect(bench.store.accounts.openSession('nobody', SAMPLE_NOW)).rejects.toMatchObject({
        code: 'unknownReference',
      });
    });

    it('failed sign-ins: counted by login since a moment', async () => {
      const { accounts } = bench.store;
      for (const at of [SAMPLE_NOW - HOUR, SAMPLE_NOW, SAMPLE_NOW + 1])
        await accounts.recordFailure('bange', at);
      await accounts.recordFailure('other', SAMPLE_NOW);
      expect(await accounts.countFailures('bange', SAMPLE_NOW)).toBe(2);
      expect(await accounts.countFailures('nobody', SAMPLE_NOW)).toBe(0);
    });
  });
}
