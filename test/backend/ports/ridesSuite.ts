import { beforeAll, describe, expect, it } from 'vitest';
import { StaleWrite } from '../../../backend/domain/fault/staleWrite.ts';
import { SAMPLE_DAY, SAMPLE_NOW, sampleOffer, samplePerson, sampleRide } from '../../support/sampleRows.ts';
import type { StoreBench } from './storeSuite.ts';

/** Rides and what was offered for them. */
export function ridesSuite(bench: StoreBench): void {
  describe('rides and offers', () => {
    beforeAll(async () => {
      await bench.write(async ({ people, rides }) => {
        await people.insertMany([samplePerson({ id: 'person-1' }), samplePerson({ id: 'person-2' })]);
        await rides.insert(sampleRide());
        await rides.insert(sampleRide({ id: 'ride-2', personId: 'person-2', requestedAt: SAMPLE_NOW + 1 }));
        await rides.insert(sampleRide({ id: 'ride-3', day: '2026-04-08', requestedAt: SAMPLE_NOW + 2 }));
      });
    });

    it('a ride: comes back as it went in, to the millisecond', async () => {
      expect(await bench.read(({ rides }) => rides.find('ride-1'))).toEqual(sampleRide());
      expect(await bench.read(({ rides }) => rides.find('ride-9'))).toBeUndefined();
    });

    it('rides of a day, of a person, by ids: in the order they were requested', async () => {
      await bench.read(async ({ rides }) => {
        const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
        expect(ids(await rides.listByDay(SAMPLE_DAY))).toEqual(['ride-1', 'ride-2']);
        expect(ids(await rides.listByPerson('person-1', SAMPLE_DAY, '2026-04-08'))).toEqual([
          'ride-1',
          'ride-3',
        ]);
        expect(ids(await rides.listByPerson('person-1', SAMPLE_DAY, SAMPLE_DAY))).toEqual(['ride-1']);
        expect(ids(await rides.listByIds(['ride-3', 'ride-9', 'ride-1']))).toEqual(['ride-1', 'ride-3']);
      });
    });

    it('a ride written with the revision that was read: stays; with an older one: refused', async () => {
      const next = sampleRide({
        id: 'ride-2',
        personId: 'person-2',
        requestedAt: SAMPLE_NOW + 1,
        revision: 2,
      });
      const booked = { ...next, status: 'booked' as const, bookedAt: SAMPLE_NOW + 5 };
      await bench.write(({ rides }) => rides.update([booked], [1]));
      expect(await bench.read(({ rides }) => rides.find('ride-2'))).toEqual(booked);
      const late = { ...next, revision: 2, status: 'cancelled' as const };
      await expect(bench.write(({ rides }) => rides.update([late], [1]))).rejects.toThrow(StaleWrite);
      expect(await bench.read(({ rides }) => rides.find('ride-2'))).toEqual(booked);
    });

    it('two rides of which one is stale: neither is written', async () => {
      const first = sampleRide({ revision: 2, status: 'cancelled' });
      const third = sampleRide({ id: 'ride-3', day: '2026-04-08', requestedAt: SAMPLE_NOW + 2, revision: 8 });
      await expect(bench.write(({ rides }) => rides.update([first, third], [1, 7]))).rejects.toThrow(
        StaleWrite,
      );
      expect(await bench.read(({ rides }) => rides.find('ride-1'))).toEqual(sampleRide());
    });

    it('ways home and groups: found by what they belong to', async () => {
      const home = sampleRide({ id: 'home-1', returnOf: 'ride-1', groupId: 'group-1' });
      await bench.write(({ rides }) => rides.insert(home));
      await bench.read(async ({ rides }) => {
        expect(await rides.listReturns('ride-1')).toEqual([home]);
        expect(await rides.listByGroup('group-1')).toEqual([home]);
        expect(await rides.listReturns('home-1')).toEqual([]);
      });
    });

    it('a second way home of one ride: refused while the first one stands', async () => {
      const home = sampleRide({ id: 'home-1', returnOf: 'ride-1', groupId: 'group-1' });
      const other = sampleRide({ id: 'home-2', returnOf: 'ride-1' });
      await bench.write(({ rides }) => rides.insert(other));
      const stand = (ride: typeof home, status: 'willCall' | 'cancelled', revision: number) =>
        bench.write(({ rides }) => rides.update([{ ...ride, status, revision }], [revision - 1]));
      await stand(home, 'willCall', 2);
      await expect(stand(other, 'willCall', 2)).rejects.toThrow(StaleWrite);
      await stand(home, 'cancelled', 3);
      await stand(other, 'willCall', 2);
      expect((await bench.read(({ rides }) => rides.find('home-2')))?.status).toBe('willCall');
      await stand(other, 'cancelled', 3);
    });

    it('a ride of nobody: refused', async () => {
      const stray = sampleRide({ id: 'stray', personId: 'nobody' });
      await expect(bench.write(({ rides }) => rides.insert(stray))).rejects.toMatchObject({
        code: 'unknownReference',
      });
    });

    it('many rides of which one is there already: none is written', async () => {
      const fresh = sampleRide({ id: 'many-1' });
      const twice = bench.write(({ rides }) => rides.insertMany([fresh, sampleRide()]));
      await expect(twice).rejects.toThrow(StaleWrite);
      expect(await bench.read(({ rides }) => rides.find('many-1'))).toBeUndefined();
      await bench.write(({ rides }) => rides.insertMany([{ ...fresh, day: '2026-01-05' }]));
      expect(await bench.read(({ rides }) => rides.find('many-1'))).toMatchObject({ id: 'many-1' });
    });

    it('the same ride twice: refused', async () => {
      await expect(bench.write(({ rides }) => rides.insert(sampleRide()))).rejects.toThrow(StaleWrite);
    });

    it('an offer: comes back as it went in, and can be closed once', async () => {
      await bench.write(({ offers }) => offers.insertMany([sampleOffer(), sampleOffer({ id: 'offer-2' })]));
      expect(await bench.read(({ offers }) => offers.find('offer-1'))).toEqual(sampleOffer());
      expect(await bench.write(({ offers }) => offers.close('offer-1', 'accepted'))).toBe(true);
      expect(await bench.write(({ offers }) => offers.close('offer-1', 'withdrawn'))).toBe(false);
      expect(await bench.write(({ offers }) => offers.reopen('offer-1'))).toBe(true);
      expect(await bench.write(({ offers }) => offers.reopen('offer-1'))).toBe(false);
      expect(await bench.write(({ offers }) => offers.close('offer-1', 'accepted'))).toBe(true);
      expect(await bench.read(({ offers }) => offers.listByRide('ride-1'))).toEqual([
        sampleOffer({ state: 'accepted' }),
        sampleOffer({ id: 'offer-2' }),
      ]);
    });

    it('an offer for a ride that is not there: refused', async () => {
      const stray = sampleOffer({ id: 'stray', rideId: 'ride-9' });
      await expect(bench.write(({ offers }) => offers.insertMany([stray]))).rejects.toMatchObject({
        code: 'unknownReference',
      });
    });

    it('a driver command: its result is remembered; a second one under its id is refused', async () => {
      await bench.write(({ driverCommands }) =>
        driverCommands.insert('command-1', 'shift-1', 'applied', SAMPLE_NOW),
      );
      await bench.read(async ({ driverCommands }) => {
        expect(await driverCommands.findResult('command-1')).toBe('applied');
        expect(await driverCommands.findResult('command-2')).toBeUndefined();
      });
      const again = bench.write(({ driverCommands }) =>
        driverCommands.insert('command-1', 'shift-1', 'applied', SAMPLE_NOW),
      );
      await expect(again).rejects.toThrow(StaleWrite);
    });

    it('an answer under a key: found again; a second one under the same key is refused', async () => {
      const answer = { fingerprint: 'f', status: 201, body: '{"id":"ride-1"}', at: SAMPLE_NOW };
      await bench.write(({ answers }) => answers.insert('account-1', 'key', answer));
      await bench.read(async ({ answers }) => {
        expect(await answers.find('account-1', 'key')).toEqual(answer);
        expect(await answers.find('account-2', 'key')).toBeUndefined();
      });
      await expect(bench.write(({ answers }) => answers.insert('account-1', 'key', answer))).rejects.toThrow(
        StaleWrite,
      );
    });
  });
}
