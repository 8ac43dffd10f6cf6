import { describe, expect, it } from 'vitest';
import { samplePerson } from '../../support/sampleRows.ts';
import type { StoreBench } from './storeSuite.ts';

/** All or nothing, and consistent pictures. */
export function transactionsSuite(bench: StoreBench): void {
  describe('transactions', () => {
    it('a throw: rolls everything back and comes out as it was', async () => {
      class Odd extends Error {}
      const failing = bench.write(async ({ people, days }) => {
        await people.insertMany([samplePerson({ id: 'undone' })]);
        await days.advance('2026-06-01', 0);
        throw new Odd('no');
      });
      await expect(failing).rejects.toThrow(Odd);
      await bench.read(async ({ people, days }) => {
        expect(await people.find('undone')).toBeUndefined();
        expect(await days.version('2026-06-01')).toBe(0);
      });
    });

    it('a refused write whose fault is swallowed by the work: nothing of the transaction stays', async () => {
      const failing = bench.write(async ({ people }) => {
        await people.insertMany([samplePerson({ id: 'swallowed' })]);
        await people.insertMany([samplePerson({ id: 'swallowed' })]).catch(() => undefined);
      });
      await expect(failing).rejects.toThrow('changed in the meantime');
      expect(await bench.read(({ people }) => people.find('swallowed'))).toBeUndefined();
    });

    it('what a transaction has written: it reads itself', async () => {
      const found = await bench.write(async ({ people }) => {
        await people.insertMany([samplePerson({ id: 'own', familyKana: 'ほんだ' })]);
        return [await people.find('own'), (await people.search('ほんだ', 3)).length];
      });
      expect(found).toEqual([samplePerson({ id: 'own', familyKana: 'ほんだ' }), 1]);
    });

    it('writing in a reading transaction: refused', async () => {
      const writing = bench.read(({ people }) => people.insertMany([samplePerson({ id: 'readOnly' })]));
      await expect(writing).rejects.toThrow();
      expect(await bench.read(({ people }) => people.find('readOnly'))).toBeUndefined();
    });

    it('the value of the work: comes back', async () => {
      expect(await bench.write(async () => 42)).toBe(42);
      expect(await bench.read(async () => 'seen')).toBe('seen');
    });
  });
}
