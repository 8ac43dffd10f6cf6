import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generateFleet } from '../../../seeds/fleet/generateFleet.ts';
import { readOperations } from '../../../seeds/region/readOperations.ts';
import { readRegion } from '../../../seeds/region/readRegion.ts';
import { createRandom } from '../../../seeds/seededRandom.ts';

const region = await readRegion(fileURLToPath(new URL('../../../seeds/aizu', import.meta.url)));

describe('generateFleet', () => {
  it.each([1, 5, 40, 1_000])('%d vehicles wanted: as many, each with a shift on every day', (count) => {
    const fleet = generateFleet(region, count, createRandom(1));
    expect(fleet.vehicles).toHaveLength(count);
    expect(new Set(fleet.vehicles.map((vehicle) => vehicle.id)).size).toBe(count);
    expect(fleet.shiftTemplates.map((shift) => shift.vehicleId)).toEqual(fleet.vehicles.map((one) => one.id));
    expect(fleet.shiftTemplates.every((shift) => shift.weekdays.length === 7)).toBe(true);
  });

  it('the same seed: the same fleet', () => {
    expect(generateFleet(region, 40, createRandom(1))).toEqual(generateFleet(region, 40, createRandom(1)));
  });

  it('forty vehicles, thirteen depots: every depot has one, the city most', () => {
    const { vehicles } = generateFleet(region, 40, createRandom(1));
    const at = (depotId: string): number => vehicles.filter((vehicle) => vehicle.depotId === depotId).length;
    for (const depot of region.operations.depots) expect(at(depot.id), depot.id).toBeGreaterThanOrEqual(1);
    // 27 of 40 go by population: Wakamatsu's two depots share 27 × 34,214 / (over-65 of towns with depots).
    expect(at('depot-wakamatsu') + at('depot-taxi-wakamatsu')).toBeGreaterThan(at('depot-showa') * 5);
  });

  it('five vehicles: one of each type, stretcher and wheelchair among them', () => {
    const { vehicles } = generateFleet(region, 5, createRandom(1));
    for (const kind of [1, 2])
      expect(vehicles.some((vehicle) => vehicle.configurations.some((places) => places[kind]! > 0))).toBe(
        true,
      );
  });

  it('as operations of the region: nothing to refuse', () => {
    const refused: never[] = [];
    const context = {
      municipalities: new Set(region.municipalities.map((one) => one.municipality.code)),
      boardingPoints: new Set(region.boardingPoints.map((point) => point.id)),
    };
    const fleet = generateFleet(region, 100, createRandom(2));
    readOperations('operations.json', { ...region.operations, ...fleet }, context, refused);
    expect(refused).toEqual([]);
  });
});
