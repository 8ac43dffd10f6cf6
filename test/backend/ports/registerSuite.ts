import { beforeAll, describe, expect, it } from 'vitest';
import { sampleApart } from '../../support/sampleApart.ts';
import { sampleCallOwed } from '../../support/sampleOwed.ts';
import { SAMPLE_NOW, sampleDistinct, samplePerson, sampleRide } from '../../support/sampleRows.ts';
import { sampleOrder } from '../../support/sampleSeries.ts';
import type { StoreBench } from './storeSuite.ts';

const NAMES = [
  'kept',
  'gone',
  'rides',
  'orders',
  'owed',
  'wishes',
  'apart',
  'shunned',
  'changed',
  'free',
].map((name) => `register-${name}`);
const idOf = (name: string) => `register-${name}`;

/** Riders who are found to be the same, and riders who are taken out again. */
export function registerSuite(bench: StoreBench): void {
  describe('the register as a whole', () => {
    beforeAll(async () => {
      await bench.write(({ people }) =>
        people.insertMany(
          NAMES.map((id, i) => samplePerson({ id, householdId: `house-${id}`, birthYear: 1900 + 3 * i })),
        ),
      );
    });

    it('one of two merged: their id leads to the other, and in a list by id they are still themselves', async () => {
      await bench.write(({ people }) => people.setMergedInto(idOf('gone'), 1, idOf('kept')));
      await bench.read(async ({ people }) => {
        expect((await people.find(idOf('gone')))?.id).toBe(idOf('kept'));
        const listed = await people.listByIds([idOf('gone'), idOf('kept')]);
        expect(listed.map(({ id }) => id)).toEqual([idOf('gone'), idOf('kept')]);
        expect(await people.listByHousehold(`house-${idOf('gone')}`)).toEqual([]);
        const found = await people.search('さとうたろう', 100);
        expect(found.map(({ id }) => id)).not.toContain(idOf('gone'));
      });
    });

    it('pairs who may be the same: the likeliest first, so many at most', async () => {
      const twin = { familyKana: 'ふたご', givenKana: 'よし', birthYear: 1930 };
      await bench.write(({ people }) =>
        people.insertMany([
          samplePerson({ id: 'twin-1', ...twin, phone: '0242-00-0001', hamlet: '甲' }),
          samplePerson({ id: 'twin-2', ...twin, phone: '0242-00-0002', hamlet: '乙', birthYear: 1931 }),
          samplePerson({ id: 'twin-3', ...twin, phone: '0242-00-0001', hamlet: '甲' }),
        ]),
      );
      const listed = (await bench.read(({ people }) => people.listNamesakes(1000))).filter(
        ([{ familyKana }]) => familyKana === twin.familyKana,
      );
      expect(listed.map(([a, b]) => `${a.id} ${b.id}`)).toEqual([
        'twin-1 twin-3',
        'twin-1 twin-2',
        'twin-2 twin-3',
      ]);
    });

    it('pairs said to be two people: asked about no more, also under another entry, until it is taken back', async () => {
      const namesakes = async () =>
        (await bench.read(({ people }) => people.listNamesakes(1000)))
          .filter(([{ familyKana }]) => familyKana === 'ふたご')
          .map(([a, b]) => `${a.id} ${b.id}`);
      const note = (id: string, personId: string, otherId: string) =>
        bench.write(({ register }) => register.insertDistinct(sampleDistinct({ id, personId, otherId })));
      expect(await note('said', 'twin-3', 'twin-1')).toBe('said');
      expect(await note('again', 'twin-1', 'twin-3')).toBe('said');
      expect(await namesakes()).toEqual(['twin-1 twin-2', 'twin-2 twin-3']);
      await bench.read(async ({ register }) => {
        expect((await register.listDistinct(10)).map(({ id }) => id)).toEqual(['said']);
        expect(await register.findDistinct('said')).toMatchObject({ personId: 'twin-3', otherId: 'twin-1' });
      });
      await bench.write(({ people }) => people.setMergedInto('twin-3', 1, 'twin-2'));
      expect(await namesakes()).toEqual([]);
      await bench.write(async ({ people, register }) => {
        await people.setMergedInto('twin-3', 2, null);
        expect(await register.undoDistinct('said', SAMPLE_NOW)).toBe(true);
        expect(await register.undoDistinct('said', SAMPLE_NOW)).toBe(false);
      });
      expect(await namesakes()).toEqual(['twin-1 twin-3', 'twin-1 twin-2', 'twin-2 twin-3']);
      expect(await note('anew', 'twin-1', 'twin-3')).toBe('anew');
    });

    it('taken out again: whoever nothing hangs on; the others stay and are named', async () => {
      const of = (name: string) => ({ personId: idOf(name), municipality: '07421' });
      await bench.write(async ({ rides, standingOrders, callBacks, contactWishes, apartPairs, people }) => {
        await rides.insert(sampleRide({ id: 'register-ride', ...of('rides') }));
        await standingOrders.insert(sampleOrder({ id: 'register-order', ...of('orders') }));
        await callBacks.owe(
          [sampleCallOwed({ ...of('owed'), subject: 'register-owed', rideId: null })],
          SAMPLE_NOW,
        );
        await contactWishes.save({ ...of('wishes'), eveningCall: true });
        await apartPairs.insert(
          sampleApart({ id: 'register', ...of('apart'), from: { kind: 'rider', personId: idOf('shunned') } }),
        );
        const changed = (await people.find(idOf('changed')))!;
        await people.update({ ...changed, note: null, revision: 2 });
      });
      const kept = await bench.write(({ people }) => people.removeUntouched(NAMES));
      expect(kept).toEqual(NAMES.filter((id) => id !== idOf('free')));
      await bench.read(async ({ people }) => {
        expect(await people.find(idOf('free'))).toBeUndefined();
        expect(await people.find(idOf('orders'))).toBeDefined();
      });
    });
  });
}
