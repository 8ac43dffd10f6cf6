import { describe, expect, it } from 'vitest';
import { StoreFault } from '../../../backend/domain/fault/storeFault.ts';
import { distanceMetres } from '../../../backend/domain/units/coordinates.ts';
import {
  insertSampleFleet,
  SAMPLE_DAY,
  SAMPLE_DEPOT,
  SAMPLE_MUNICIPALITY,
  SAMPLE_OUTLINE,
  SAMPLE_PROVIDER,
  SAMPLE_TEMPLATE,
  samplePlace,
  samplePoint,
  sampleShift,
  sampleVehicle,
} from '../../support/sampleRows.ts';
import type { StoreBench } from './storeSuite.ts';

/** Municipalities, places, boarding points, fleet, services. */
export function regionSuite(bench: StoreBench): void {
  describe('region', () => {
    it('a municipality with an outline: a point inside has its code, one outside has none', async () => {
      await bench.write((tables) =>
        tables.places.insertMunicipalities([
          { municipality: SAMPLE_MUNICIPALITY, outlineGeoJson: SAMPLE_OUTLINE },
        ]),
      );
      await bench.read(async ({ places }) => {
        expect(await places.listMunicipalities()).toEqual([SAMPLE_MUNICIPALITY]);
        expect(await places.municipalityAt({ lon: 139.5, lat: 37.5 })).toBe('07421');
        expect(await places.municipalityAt({ lon: 140.5, lat: 37.5 })).toBeUndefined();
        expect(await places.municipalityAt({ lon: Number.NaN, lat: 37.5 })).toBeUndefined();
      });
    });

    it.each([
      ['not JSON', 'garbage'],
      ['a ring that is not closed', '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}'],
      ['a corner that is no number', '{"type":"Polygon","coordinates":[[[0,null],[1,0],[1,1],[0,null]]]}'],
      ['a point', '{"type":"Point","coordinates":[0,0]}'],
    ])('an outline that is %s: refused, and nothing of the transaction stays', async (_, outlineGeoJson) => {
      const municipality = { ...SAMPLE_MUNICIPALITY, code: '07999' };
      const writing = bench.write((tables) =>
        tables.places.insertMunicipalities([{ municipality, outlineGeoJson }]),
      );
      await expect(writing).rejects.toMatchObject({ name: 'StoreFault', code: 'invalidValue' });
      const codes = await bench.read(async ({ places }) => places.listMunicipalities());
      expect(codes.map(({ code }) => code)).not.toContain('07999');
    });

    it('places and boarding points: come back as they went in, and again after a second import', async () => {
      const place = samplePlace();
      const point = samplePoint();
      for (const name of ['古い名', point.name]) {
        await bench.write(async ({ places }) => {
          await places.insertPlaces([place]);
          await places.insertBoardingPoints([{ ...point, name }]);
        });
      }
      await bench.read(async ({ places }) => {
        expect(await places.findPlace('place-1')).toEqual(place);
        expect(await places.findBoardingPoint('point-1')).toEqual(point);
        expect(await places.findBoardingPoint('nowhere')).toBeUndefined();
        expect(await places.listBoardingPoints()).toEqual([point]);
        expect(await places.listBoardingPointsByIds(['nowhere', 'point-1'])).toEqual([point]);
      });
    });

    it.each([
      ['the whole name', '坂下厚生病院'],
      ['an alias', '厚生病院'],
      ['katakana', 'バンゲコウセイ'],
      ['half-width katakana', 'ﾊﾞﾝｹﾞｺｳｾｲ'],
      ['without voicing marks or long vowels', 'はんけこせ'],
      ['two words', 'ばんげ 病院'],
    ])('a place searched by %s: found', async (_, text) => {
      await bench.write(({ places }) => places.insertPlaces([samplePlace()]));
      const found = await bench.read(({ places }) => places.searchPlaces(text, 5));
      expect(found.map(({ id }) => id)).toContain('place-1');
    });

    it('the nearest boarding points: by distance, within the radius, no more than asked for', async () => {
      // One hundredth of a degree of latitude is 6,371,008.8 m × 0.01 × π / 180 = 1,111.95 m.
      const here = { lon: 139.9, lat: 37.6 };
      const near = samplePoint({ id: 'near', coordinates: { lon: 139.9, lat: 37.61 } });
      const nearer = samplePoint({ id: 'nearer', coordinates: { lon: 139.901, lat: 37.6 } });
      const far = samplePoint({ id: 'far', coordinates: { lon: 139.9, lat: 37.65 } });
      await bench.write(({ places }) => places.insertBoardingPoints([near, nearer, far]));
      const found = await bench.read(({ places }) => places.nearestBoardingPoints(here, 5, 1_112));
      expect(found.map(({ point }) => point.id)).toEqual(['nearer', 'near']);
      expect(found[1]?.distanceMetres).toBeCloseTo(1_111.95, 1);
      expect(found[0]?.distanceMetres).toBeCloseTo(distanceMetres(here, nearer.coordinates), 3);
      const one = await bench.read(({ places }) => places.nearestBoardingPoints(here, 1, 1_112));
      expect(one.map(({ point }) => point.id)).toEqual(['nearer']);
    });

    it('a boarding point that is no number: refused before it is written', async () => {
      const point = samplePoint({ id: 'nan', coordinates: { lon: Number.NaN, lat: 37 } });
      await expect(bench.write(({ places }) => places.insertBoardingPoints([point]))).rejects.toThrow(
        StoreFault,
      );
    });

    it('fleet: comes back as it went in; a shift that is there already stays as it is', async () => {
      await bench.write(insertSampleFleet);
      await bench.write(({ fleet }) => fleet.insertShifts([sampleShift({ driverName: '別の人' })]));
      await bench.read(async ({ fleet }) => {
        expect(await fleet.listProviders()).toEqual([SAMPLE_PROVIDER]);
        expect(await fleet.listDepots()).toEqual([SAMPLE_DEPOT]);
        expect(await fleet.listVehicles()).toEqual([sampleVehicle()]);
        expect(await fleet.listShiftTemplates()).toEqual([SAMPLE_TEMPLATE]);
        expect(await fleet.listShifts(SAMPLE_DAY)).toEqual([sampleShift()]);
        expect(await fleet.listShifts('2026-04-07')).toEqual([]);
        expect(await fleet.findShift('shift-1')).toEqual(sampleShift());
        expect(await fleet.findShift('shift-9')).toBeUndefined();
      });
    });

    it('drivers: come back with the telephone given last', async () => {
      await bench.write(insertSampleFleet);
      const driver = { providerId: SAMPLE_PROVIDER.id, name: '星 武', phone: '090-0000-0001' };
      await bench.write(({ fleet }) => fleet.insertDrivers([driver]));
      const changed = { ...driver, phone: '090-0000-0002' };
      await bench.write(({ fleet }) => fleet.insertDrivers([changed]));
      expect(await bench.read(({ fleet }) => fleet.listDrivers())).toEqual([changed]);
    });

    it('a vehicle of an unknown provider: refused', async () => {
      const stray = sampleVehicle({ id: 'stray', providerId: 'nobody' });
      await expect(bench.write(({ fleet }) => fleet.insertVehicles([stray]))).rejects.toMatchObject({
        code: 'unknownReference',
      });
    });

    it('a service: its dated rules come back as they went in', async () => {
      const service = {
        id: 'service-1',
        name: 'あいのり坂下',
        nameEn: 'Ainori Bange',
        providerIds: ['provider-1'],
        phone: '0242-00-0002',
        rules: [],
      };
      await bench.write(({ services }) => services.insertMany([service]));
      expect(await bench.read(({ services }) => services.list())).toEqual([service]);
    });
  });
}
