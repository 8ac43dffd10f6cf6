import { beforeAll, describe, expect, it } from 'vitest';
import { insertSampleFleet, SAMPLE_DAY, SAMPLE_NOW, sampleSchedule } from '../../support/sampleRows.ts';
import type { StoreBench } from './storeSuite.ts';

/** The plan of a service day and where vehicles are. */
export function planSuite(bench: StoreBench): void {
  describe('plan of a day', () => {
    beforeAll(async () => {
      await bench.write(insertSampleFleet);
    });

    it('the version: 0 before the first plan, then one more each time, never for who expects another', async () => {
      expect(await bench.read(({ days }) => days.version('2026-05-01'))).toBe(0);
      expect(await bench.write(({ days }) => days.advance('2026-05-01', 3))).toBe(false);
      expect(await bench.read(({ days }) => days.version('2026-05-01'))).toBe(0);
      expect(await bench.write(({ days }) => days.advance('2026-05-01', 0))).toBe(true);
      expect(await bench.write(({ days }) => days.advance('2026-05-01', 0))).toBe(false);
      expect(await bench.write(({ days }) => days.advance('2026-05-01', 1))).toBe(true);
      expect(await bench.read(({ days }) => days.version('2026-05-01'))).toBe(2);
    });

    it('twenty who advance the same version at once: one wins', async () => {
      const moves = Array.from({ length: 20 }, () =>
        bench.write(({ days }) => days.advance('2026-05-02', 0)),
      );
      expect((await Promise.all(moves)).filter((won) => won)).toHaveLength(1);
      expect(await bench.read(({ days }) => days.version('2026-05-02'))).toBe(1);
    });

    it('schedules: come back as they went in, replaced when saved again', async () => {
      const stop = {
        id: 'stop-1',
        kind: 'break' as const,
        place: null,
        arrival: 41_400,
        start: 41_400,
        departure: 45_000,
        pickups: [],
        dropoffs: ['ride-1'],
        loadAfter: [0, 0, 0],
        slackSeconds: 3_600,
        state: 'planned' as const,
        performedArrival: null,
        performedDeparture: null,
      };
      const second = sampleSchedule({ version: 2, drivingMetres: 12.5, stops: [stop] });
      await bench.write(({ days }) => days.saveSchedules([sampleSchedule()]));
      await bench.write(({ days }) => days.saveSchedules([second]));
      expect(await bench.read(({ days }) => days.listSchedules(SAMPLE_DAY))).toEqual([second]);
      expect(await bench.read(({ days }) => days.listSchedules('2026-04-07'))).toEqual([]);
    });

    it('how the shifts of a day end: when they are back, and when a driver has ended one', async () => {
      const dutyEnds = () => bench.read(({ days }) => days.listDutyEnds(SAMPLE_DAY));
      await bench.write(({ days }) => days.saveSchedules([sampleSchedule({ finish: 61_200.5 })]));
      expect(await dutyEnds()).toEqual([{ shiftId: 'shift-1', finish: 61_200.5 }]);
      await bench.write(({ days }) =>
        days.saveSchedules([sampleSchedule({ finish: 60_000, ended: 60_300 })]),
      );
      expect(await dutyEnds()).toEqual([{ shiftId: 'shift-1', finish: 60_000, ended: 60_300 }]);
      expect(await bench.read(({ days }) => days.listDutyEnds('2026-04-07'))).toEqual([]);
    });

    it('a position older than the one known: changes nothing', async () => {
      const newer = { shiftId: 'shift-1', day: SAMPLE_DAY, lon: 139.8, lat: 37.5, at: SAMPLE_NOW };
      await bench.write(({ positions }) => positions.save(newer));
      await bench.write(({ positions }) => positions.save({ ...newer, lon: 139.7, at: SAMPLE_NOW - 1 }));
      expect(await bench.read(({ positions }) => positions.list(SAMPLE_DAY))).toEqual([newer]);
    });

    it('a position that is no number: refused', async () => {
      const nowhere = { shiftId: 'shift-1', day: SAMPLE_DAY, lon: Number.NaN, lat: 37.5, at: SAMPLE_NOW };
      await expect(bench.write(({ positions }) => positions.save(nowhere))).rejects.toMatchObject({
        code: 'invalidValue',
      });
    });
  });
}
