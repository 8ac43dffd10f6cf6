import { describe, expect, it } from 'vitest';
import type { Role } from '../../../backend/domain/account/account.ts';
import type { PerformedLeg } from '../../../backend/domain/road/performedLeg.ts';
import type { RoadClosure } from '../../../backend/domain/road/roadClosure.ts';
import type { RoadSeason } from '../../../backend/domain/road/roadSeason.ts';
import type { RoadSuggestion } from '../../../backend/domain/road/roadSuggestion.ts';
import { SAMPLE_NOW } from '../../support/sampleRows.ts';
import { scopeAs } from '../../support/scopeTown.ts';
import type { StoreBench } from './storeSuite.ts';

/** A place so many metres east and north of 139.8, 37.5 (a degree of latitude is about 111,195 m). */
const at = (east: number, north: number) => ({
  lon: 139.8 + east / (111_195 * Math.cos((37.5 * Math.PI) / 180)),
  lat: 37.5 + north / 111_195,
});

/** Closed from 100 m to 300 m north. */
function sampleClosure(given: Partial<RoadClosure> = {}): RoadClosure {
  return {
    id: 'closure-1',
    name: '国道252号 田子倉',
    stretch: { kind: 'ref', ref: '252', between: null },
    times: { from: SAMPLE_NOW, to: null, yearly: null, hours: null },
    reason: '積雪',
    enteredBy: 'account-1',
    enteredAt: SAMPLE_NOW,
    reopenedAt: null,
    lines: [
      [
        { lon: 139.8, lat: 37.501 },
        { lon: 139.8, lat: 37.503 },
      ],
    ],
    ...given,
  };
}

const SAMPLE_SEASON: RoadSeason = {
  id: 'snow',
  name: '積雪',
  times: { from: null, to: null, yearly: null, hours: null },
  factor: 0.8,
  classes: ['trunk', 'minor'],
  aboveMetres: 400,
  belowMetres: null,
  enteredBy: 'account-1',
  enteredAt: SAMPLE_NOW,
  endedAt: null,
};

const sampleLeg = (id: string, day: string): PerformedLeg => ({
  id,
  day,
  departure: 9 * 3600,
  performedSeconds: 700,
  roadSeconds: 600,
  plannedSeconds: 600,
  shares: { trunk: 0.7, minor: 0.3 },
});

const SUGGESTION: RoadSuggestion = {
  id: 'suggestion-1',
  roadClass: 'trunk',
  season: 'winter',
  hours: 'morning',
  factor: 0.86,
  legs: 40,
  firstDay: '2026-12-01',
  lastDay: '2026-12-08',
  madeAt: SAMPLE_NOW,
  standing: 'open',
  decidedBy: null,
  decidedAt: null,
  holdsFrom: null,
  holdsTo: null,
};

/** Closures and seasons of the roads, and what the street teaches. */
export function roadsSuite(bench: StoreBench): void {
  describe('road conditions', () => {
    it('a closure: comes back as it went in; reopened once, and never again', async () => {
      const closure = sampleClosure({ id: 'once' });
      await bench.write(({ roadConditions }) => roadConditions.insertClosure(closure));
      expect(await bench.read(({ roadConditions }) => roadConditions.listClosures())).toEqual([closure]);
      expect(await bench.write(({ roadConditions }) => roadConditions.reopen('once', SAMPLE_NOW + 1))).toBe(
        true,
      );
      expect(await bench.write(({ roadConditions }) => roadConditions.reopen('once', SAMPLE_NOW + 2))).toBe(
        false,
      );
      expect(await bench.write(({ roadConditions }) => roadConditions.reopen('none', SAMPLE_NOW))).toBe(
        false,
      );
      const [kept] = await bench.read(({ roadConditions }) => roadConditions.listClosures());
      expect(kept).toEqual({ ...closure, reopenedAt: SAMPLE_NOW + 1 });
    });

    it('closures since a moment: without those that had ended by then, in either way', async () => {
      const times = { from: SAMPLE_NOW, to: SAMPLE_NOW + 1_000, yearly: null, hours: null };
      await bench.write(async ({ roadConditions }) => {
        await roadConditions.insertClosure(sampleClosure({ id: 'reopened', reopenedAt: SAMPLE_NOW + 1_000 }));
        await roadConditions.insertClosure(sampleClosure({ id: 'over', times }));
        await roadConditions.insertClosure(sampleClosure({ id: 'standing' }));
      });
      const since = async (moment: number) =>
        (await bench.read(({ roadConditions }) => roadConditions.listClosures(moment)))
          .map(({ id }) => id)
          .filter((id) => ['reopened', 'over', 'standing'].includes(id));
      expect(await since(SAMPLE_NOW + 999)).toEqual(['over', 'reopened', 'standing']);
      expect(await since(SAMPLE_NOW + 1_000)).toEqual(['standing']);
    });

    it('seasons: come back as they went in, replaced when saved again', async () => {
      const times = { from: null, to: null, yearly: { from: '12-01', to: '03-31' }, hours: null };
      const snow = { ...SAMPLE_SEASON, times };
      await bench.write(({ roadConditions }) => roadConditions.saveSeasons([{ ...snow, factor: 0.7 }]));
      await bench.write(({ roadConditions }) => roadConditions.saveSeasons([snow]));
      expect(await bench.read(({ roadConditions }) => roadConditions.listSeasons())).toEqual([snow]);
    });

    it('driven lines: those that run along what their own closures close, not those that meet it', async () => {
      const lines = [[at(0, 100), at(0, 200), at(0, 300)]];
      const elsewhere = [[at(5_000, 100), at(5_000, 300)]];
      const driven = [
        { key: 'along', line: [at(0, 0), at(0, 400)], closureIds: ['here'] },
        { key: 'into it for 40 m', line: [at(0, 0), at(0, 140), at(0, 0)], closureIds: ['there', 'here'] },
        { key: 'to the barrier', line: [at(0, 0), at(0, 100)], closureIds: ['here'] },
        { key: 'across', line: [at(-200, 200), at(200, 200)], closureIds: ['here'] },
        { key: '20 m beside', line: [at(20, 0), at(20, 400)], closureIds: ['here'] },
        { key: 'of another closure', line: [at(0, 0), at(0, 400)], closureIds: ['there'] },
        { key: 'not driven', line: [at(0, 0)], closureIds: ['here'] },
      ];
      await bench.write(async ({ roadConditions }) => {
        await roadConditions.insertClosure(sampleClosure({ id: 'here', lines }));
        await roadConditions.insertClosure(sampleClosure({ id: 'there', lines: elsewhere }));
      });
      const crossing = await bench.read(({ roadConditions }) => roadConditions.listCrossing(driven));
      expect([...crossing].sort()).toEqual(['along', 'into it for 40 m']);
    });

    it.each<[Role, boolean]>([
      ['dispatcher', true],
      ['administrator', true],
      ['operator', false],
      ['municipality', false],
      ['driver', false],
      ['rider', false],
    ])('%s: reads closures; may write them: %s', async (role, mayWrite) => {
      const scope = scopeAs(role, { municipalities: ['07421'], vehicleId: 'van1', personId: 'anna' });
      const closure = sampleClosure({ id: `by-${role}` });
      const write = bench.store.write(scope, ({ roadConditions }) => roadConditions.insertClosure(closure));
      if (mayWrite) await write;
      else await expect(write).rejects.toMatchObject({ code: 'notAllowed' });
      const seen = await bench.store.read(scope, ({ roadConditions }) => roadConditions.listClosures());
      expect(seen.some(({ id }) => id === 'here')).toBe(true);
      expect(seen.some(({ id }) => id === closure.id)).toBe(mayWrite);
    });

    it('a season belongs to those who plan the roads: an operator may not write one', async () => {
      const write = bench.store.write(scopeAs('operator', {}), ({ roadConditions }) =>
        roadConditions.saveSeasons([{ ...SAMPLE_SEASON, id: 'by-operator' }]),
      );
      await expect(write).rejects.toMatchObject({ code: 'notAllowed' });
    });

    it('a closure that closes nothing: refused', async () => {
      const empty = sampleClosure({ id: 'empty', lines: [] });
      await expect(
        bench.write(({ roadConditions }) => roadConditions.insertClosure(empty)),
      ).rejects.toMatchObject({ code: 'invalidValue' });
    });
  });
  describe('road learning', () => {
    it('legs: kept once, by day', async () => {
      const legs = [sampleLeg('b', '2026-12-02'), sampleLeg('a', '2026-12-02'), sampleLeg('c', '2026-12-03')];
      await bench.write(({ roadLearning }) => roadLearning.insertLegs(legs));
      await bench.write(({ roadLearning }) =>
        roadLearning.insertLegs([{ ...sampleLeg('a', '2026-12-02'), performedSeconds: 1 }]),
      );
      const listed = (from: string, to: string) =>
        bench.read(({ roadLearning }) => roadLearning.listLegs(from, to));
      expect(await listed('2026-12-01', '2026-12-02')).toEqual([legs[1], legs[0]]);
      expect((await listed('2026-12-03', '2026-12-31')).map(({ id }) => id)).toEqual(['c']);
      expect(await bench.read(({ roadLearning }) => roadLearning.listLegIds('2026-12-02'))).toHaveLength(2);
    });

    it('suggestions: come back as they went in, replaced when saved again', async () => {
      const decided = { ...SUGGESTION, standing: 'accepted', decidedBy: 'account-1' } as const;
      await bench.write(({ roadLearning }) => roadLearning.saveSuggestions([SUGGESTION]));
      await bench.write(({ roadLearning }) => roadLearning.saveSuggestions([decided]));
      expect(await bench.read(({ roadLearning }) => roadLearning.listSuggestions())).toEqual([decided]);
    });

    it.each<[Role, { sees: boolean; decides: boolean }]>([
      ['dispatcher', { sees: true, decides: true }],
      ['operator', { sees: true, decides: false }],
      ['municipality', { sees: false, decides: false }],
      ['driver', { sees: false, decides: false }],
    ])('%s: %o; nobody but the system writes legs', async (role, { sees, decides }) => {
      const scope = scopeAs(role, { municipalities: ['07421'], vehicleId: 'van1' });
      const legs = bench.store.read(scope, ({ roadLearning }) =>
        roadLearning.listLegs('2026-12-01', '2026-12-31'),
      );
      expect((await legs).length > 0).toBe(sees);
      const decide = bench.store.write(scope, ({ roadLearning }) =>
        roadLearning.saveSuggestions([SUGGESTION]),
      );
      if (decides) await decide;
      else await expect(decide).rejects.toMatchObject({ code: 'notAllowed' });
      const drive = bench.store.write(scope, ({ roadLearning }) =>
        roadLearning.insertLegs([sampleLeg(`by-${role}`, '2026-12-04')]),
      );
      await expect(drive).rejects.toMatchObject({ code: 'notAllowed' });
    });
  });
}
