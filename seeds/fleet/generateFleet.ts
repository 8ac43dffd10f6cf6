import type { Depot, Provider, ShiftTemplate, Skill, Vehicle } from '../../backend/domain/fleet/fleet.ts';
import type { Configuration } from '../../backend/domain/units/load.ts';
import { apportion } from '../people/apportion.ts';
import { SURNAMES } from '../people/names.ts';
import type { Operations, RegionData } from '../region/regionData.ts';
import { pickOne, type Random } from '../seededRandom.ts';

/** A type of vehicle one can buy. */
interface VehicleType {
  readonly name: string;
  readonly configurations: readonly Configuration[];
  readonly skills: readonly Skill[];
  readonly costPerHourYen: number;
  readonly costPerKilometreYen: number;
}

/** In this order again and again, so that a fleet of any size has some of each. */
const TYPES: readonly VehicleType[] = [
  {
    name: '折りたたみ席',
    configurations: [
      [8, 0, 0],
      [5, 1, 0],
      [2, 2, 0],
    ],
    skills: ['lift', 'childSeat'],
    costPerHourYen: 2_750,
    costPerKilometreYen: 35,
  },
  {
    name: 'ワゴン',
    configurations: [[8, 0, 0]],
    skills: ['childSeat'],
    costPerHourYen: 2_600,
    costPerKilometreYen: 32,
  },
  {
    name: '車いす',
    configurations: [[6, 1, 0]],
    skills: ['lift', 'childSeat'],
    costPerHourYen: 2_700,
    costPerKilometreYen: 34,
  },
  {
    name: 'タクシー',
    configurations: [
      [4, 0, 0],
      [2, 1, 0],
    ],
    skills: ['lift', 'careQualified'],
    costPerHourYen: 2_600,
    costPerKilometreYen: 30,
  },
  {
    name: '担架',
    configurations: [
      [4, 1, 0],
      [2, 0, 1],
    ],
    skills: ['lift', 'stretcherAnchors', 'careQualified'],
    costPerHourYen: 3_000,
    costPerKilometreYen: 38,
  },
];

const HOUR = 3_600;
const pause = (earliest: number, latest: number, minutes: number): ShiftTemplate['breaks'][number] => ({
  window: { earliest: earliest * HOUR, latest: latest * HOUR },
  seconds: minutes * 60,
});
/** Early, day and late, in turn. */
const SHIFTS: readonly Pick<ShiftTemplate, 'start' | 'end' | 'breaks'>[] = [
  { start: 8 * HOUR, end: 17 * HOUR, breaks: [pause(11.5, 13.5, 60)] },
  { start: 6.5 * HOUR, end: 15.5 * HOUR, breaks: [pause(10.5, 12.5, 45)] },
  { start: 9.5 * HOUR, end: 18.5 * HOUR, breaks: [pause(13, 15, 60)] },
];
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** What a fleet is made for. */
export interface FleetRegion extends Pick<RegionData, 'municipalities'> {
  readonly operations: Pick<Operations, 'providers' | 'depots' | 'services'>;
}

/**
 * Invents `count` vehicles, each with one shift on every day, spread over the region's depots: one each
 * where there are enough, the rest in proportion to the over-65 population around them. Only providers that some service names get vehicles.
 */
export function generateFleet(
  region: FleetRegion,
  count: number,
  random: Random,
): Pick<Operations, 'vehicles' | 'shiftTemplates'> {
  const { depots } = region.operations;
  const homes = depotOfEachVehicle(region, count);
  const vehicles: Vehicle[] = [];
  const shiftTemplates: ShiftTemplate[] = [];
  for (const [index, depotIndex] of homes.entries()) {
    const depot = depots[depotIndex]!;
    const type = TYPES[index % TYPES.length]!;
    const number = String(index + 1).padStart(Math.max(2, String(count).length), '0');
    const id = `vehicle-${number}`;
    const { name, ...equipment } = type;
    vehicles.push({
      id,
      name: `${number}号（${name}）`,
      providerId: pickOne(random, providersAt(region, depot)).id,
      depotId: depot.id,
      ...equipment,
    });
    shiftTemplates.push({
      vehicleId: id,
      weekdays: EVERY_DAY,
      ...SHIFTS[index % SHIFTS.length]!,
      driverName: pickOne(random, SURNAMES).text,
      validFrom: '2020-04-01',
      validTo: null,
    });
  }
  return { vehicles, shiftTemplates };
}

/** `[i]` the depot of vehicle number i; depots take turns, so that each gets vehicles of every type. */
function depotOfEachVehicle(region: FleetRegion, count: number): readonly number[] {
  const { depots } = region.operations;
  const over65 = new Map(
    region.municipalities.map(({ municipality }) => [municipality.code, municipality.over65]),
  );
  const depotsIn = (code: string): number => depots.filter((depot) => depot.municipality === code).length;
  // The smallest valley gets one before the city gets its second.
  const eachGets = count >= depots.length ? 1 : 0;
  const left = [
    ...apportion(
      count - eachGets * depots.length,
      depots.map((depot) => (over65.get(depot.municipality) ?? 0) / depotsIn(depot.municipality)),
    ),
  ].map((part) => part + eachGets);
  const homes: number[] = [];
  while (homes.length < count && depots.length > 0)
    for (const [index, rest] of left.entries())
      if (rest > 0) {
        homes.push(index);
        left[index] = rest - 1;
      }
  return homes;
}

/** Providers whose services reach the depot's municipality; where none does, all providers. */
function providersAt(region: FleetRegion, depot: Depot): readonly Provider[] {
  const { providers, services } = region.operations;
  const local = providers.filter((provider) =>
    services.some(
      (service) =>
        service.providerIds.includes(provider.id) &&
        service.rules.some((rules) => rules.municipalities.includes(depot.municipality)),
    ),
  );
  return local.length > 0 ? local : providers;
}
