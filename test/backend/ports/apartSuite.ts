import { beforeAll, describe, expect, it } from 'vitest';
import type { ApartFrom } from '../../../backend/domain/apart/apartPair.ts';
import { StaleWrite } from '../../../backend/domain/fault/staleWrite.ts';
import { sampleApart } from '../../support/sampleApart.ts';
import { SAMPLE_NOW, samplePerson } from '../../support/sampleRows.ts';
import type { StoreBench } from './storeSuite.ts';

const NAMES = ['anna', 'bert', 'carl', 'dora', 'emil', 'fritz'].map((name) => `apart-${name}`);
const idOf = (name: string) => `apart-${name}`;
const rider = (name: string): ApartFrom => ({ kind: 'rider', personId: idOf(name) });

/** Who is not to ride with whom. */
export function apartSuite(bench: StoreBench): void {
  describe('who is kept apart', () => {
    beforeAll(async () => {
      await bench.write(({ people }) =>
        people.insertMany(NAMES.map((id, i) => samplePerson({ id, birthYear: 1900 + 3 * i }))),
      );
    });
    const insert = (id: string, name: string, from: ApartFrom) =>
      bench.write(({ apartPairs }) => apartPairs.insert(sampleApart({ id, personId: idOf(name), from })));
    const idsOf = async (name: string) =>
      (await bench.read(({ apartPairs }) => apartPairs.listOf(idOf(name)))).map(({ id }) => id);

    it('two riders: found from the cards of both, whole, and as a rule without the reason', async () => {
      await insert('pair-1', 'anna', rider('bert'));
      const pair = sampleApart({ id: 'pair-1', personId: idOf('anna'), from: rider('bert') });
      await bench.read(async ({ apartPairs }) => {
        expect(await apartPairs.find('pair-1')).toEqual(pair);
        expect(await apartPairs.listOf(idOf('anna'))).toEqual([pair]);
        expect(await apartPairs.listOf(idOf('bert'))).toEqual([pair]);
        expect(await apartPairs.listRules()).toContainEqual({ personId: idOf('anna'), from: rider('bert') });
      });
    });

    it('the same two again, whoever is named first: refused while the first entry stands', async () => {
      await expect(insert('pair-2', 'anna', rider('bert'))).rejects.toThrow(StaleWrite);
      await expect(insert('pair-2', 'bert', rider('anna'))).rejects.toThrow(StaleWrite);
      expect(await idsOf('bert')).toEqual(['pair-1']);
    });

    it('ended, and the same two written down anew: the first cannot stand again beside it', async () => {
      const end = (id: string, at: number | null) =>
        bench.write(({ apartPairs }) => apartPairs.setEnded(id, at));
      expect(await end('pair-1', SAMPLE_NOW)).toBe(true);
      expect(await end('pair-1', SAMPLE_NOW)).toBe(false);
      expect(await idsOf('anna')).toEqual([]);
      expect(await end('pair-1', null)).toBe(true);
      expect(await idsOf('anna')).toEqual(['pair-1']);
      await end('pair-1', SAMPLE_NOW);
      await insert('pair-3', 'bert', rider('anna'));
      await expect(end('pair-1', null)).rejects.toThrow(StaleWrite);
      expect(await idsOf('anna')).toEqual(['pair-3']);
    });

    it('a driver: once for the same rider, and again for another', async () => {
      const driver: ApartFrom = { kind: 'driver', providerId: 'provider-1', driverName: '運転手' };
      await insert('driver-1', 'carl', driver);
      await expect(insert('driver-2', 'carl', driver)).rejects.toThrow(StaleWrite);
      await insert('driver-2', 'dora', driver);
      const [found] = await bench.read(({ apartPairs }) => apartPairs.listOf(idOf('dora')));
      expect(found!.from).toEqual(driver);
    });

    it('riders merged one into the other: their pairs stand under who stays, and go back with them', async () => {
      await insert('pair-4', 'emil', rider('carl'));
      await bench.write(async ({ people }) => {
        await people.setMergedInto(idOf('carl'), 1, idOf('dora'));
        await people.setMergedInto(idOf('dora'), 1, idOf('fritz'));
      });
      expect(await idsOf('fritz')).toEqual(['driver-1', 'driver-2', 'pair-4']);
      expect(await idsOf('carl')).toEqual([]);
      const rules = await bench.read(({ apartPairs }) => apartPairs.listRules());
      expect(rules).toContainEqual({ personId: idOf('emil'), from: rider('fritz') });
      await bench.write(({ people }) => people.setMergedInto(idOf('dora'), 2, null));
      expect(await idsOf('dora')).toEqual(['driver-1', 'driver-2', 'pair-4']);
    });

    it('a reason: forgotten once the end is old enough, and kept until then', async () => {
      const reasonOf = async (id: string) =>
        (await bench.read(({ apartPairs }) => apartPairs.find(id)))!.reason;
      await bench.write(({ apartPairs }) => apartPairs.forgetReasons(SAMPLE_NOW));
      expect(await reasonOf('pair-1')).not.toBe('');
      await bench.write(({ apartPairs }) => apartPairs.forgetReasons(SAMPLE_NOW + 1));
      expect([await reasonOf('pair-1'), await reasonOf('pair-3')]).toEqual(['', sampleApart().reason]);
    });

    it('what holds on the days to come has changed: their versions move, no earlier one and no new one', async () => {
      const days = ['2031-05-01', '2031-05-02', '2031-05-03', '2031-05-04'];
      const versions = () =>
        bench.read(async ({ days: plan }) => Promise.all(days.map((day) => plan.version(day))));
      await bench.write(async ({ days: plan }) => {
        for (const day of days.slice(0, 3)) await plan.advance(day, 0);
        await plan.advance(days[1]!, 1);
      });
      await bench.write(({ days: plan }) => plan.advanceFrom(days[1]!));
      expect(await versions()).toEqual([1, 3, 2, 0]);
    });
  });
}
