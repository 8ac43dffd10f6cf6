import type { Person } from '../../backend/domain/person/person.ts';
import { momentOf } from '../../backend/domain/units/time.ts';
import { generatePeople } from '../../seeds/people/generatePeople.ts';
import { readRegion } from '../../seeds/region/readRegion.ts';
import type { RegionData } from '../../seeds/region/regionData.ts';
import { createRandom } from '../../seeds/seededRandom.ts';

/** The service day of these tests: a Tuesday on which every service runs. */
export const TOWN_DAY = '2026-11-24';

/** Eight in the morning of that day. */
export const TOWN_MORNING = momentOf(TOWN_DAY, 8 * 3600);

/** The trial region with a few invented people. */
export interface TrialTown {
  readonly region: RegionData;
  readonly people: readonly Person[];
}

let town: Promise<TrialTown> | undefined;

/** Read once for all tests of a file. */
export function readTrialTown(): Promise<TrialTown> {
  town ??= readRegion('seeds/aizu', { withoutRoads: true }).then((region) => ({
    region,
    people: generatePeople(region, { count: 60, year: 2026 }, createRandom(7)).map((person, i) =>
      i % 6 === 0 ? { ...person, clinicId: 'clinic-1' } : person,
    ),
  }));
  return town;
}

/** One vehicle with one driver from eight to seven in the evening, and no break in between. */
export async function longDayTown(): Promise<TrialTown> {
  const { region, people } = await oneVehicleTown();
  const shiftTemplates = region.operations.shiftTemplates.map((each) => ({
    ...each,
    start: 8 * 3600,
    end: 19 * 3600,
    breaks: [],
  }));
  return { region: { ...region, operations: { ...region.operations, shiftTemplates } }, people };
}

/** The trial region with one vehicle only, so that it is known beforehand who drives. */
export async function oneVehicleTown(configurations?: readonly (readonly number[])[]): Promise<TrialTown> {
  const { region, people } = await readTrialTown();
  const vehicle = region.operations.vehicles[0]!;
  const only = { ...vehicle, configurations: configurations ?? vehicle.configurations };
  const operations = {
    ...region.operations,
    vehicles: [only],
    shiftTemplates: region.operations.shiftTemplates.filter((each) => each.vehicleId === vehicle.id),
  };
  return { region: { ...region, operations }, people };
}
