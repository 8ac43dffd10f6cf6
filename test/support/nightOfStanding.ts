import type { NightWork } from '../../backend/booking/index.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import { type Coordinates, distanceMetres } from '../../backend/domain/units/coordinates.ts';
import { addDays } from '../../backend/domain/units/time.ts';
import { standingSeries } from '../../seeds/standing/standingSeries.ts';
import type { House } from './openHouse.ts';
import { readTrialTown, TOWN_DAY, type TrialTown } from './trialTown.ts';

/** The Thursday after the town's day, on which every service runs. */
export const NIGHT_DAY = addDays(TOWN_DAY, 2);

/** What a night made of a day. */
export interface NightOutcome {
  /** Rides of standing orders that were booked, and those that became calls. */
  readonly served: number;
  readonly refused: number;
  /** Of all vehicles that drive, from the depot and back. */
  readonly vehicleSeconds: number;
}

/** 24 riders of one corner of the region, with too few vehicles for all of them in the morning. */
export async function busyCorner(vehicles: number): Promise<TrialTown> {
  const { region, people } = await readTrialTown();
  const { operations } = region;
  const centre = operations.depots[0]!.coordinates;
  const nearest = <Item>(items: readonly Item[], placeOf: (item: Item) => Coordinates) =>
    [...items].sort((a, b) => distanceMetres(centre, placeOf(a)) - distanceMetres(centre, placeOf(b)));
  const depots = new Map(operations.depots.map(({ id, coordinates }) => [id, coordinates]));
  const near = nearest(operations.vehicles, ({ depotId }) => depots.get(depotId)!);
  const used = new Set(near.slice(0, vehicles).map(({ id }) => id));
  const shiftTemplates = operations.shiftTemplates.filter(({ vehicleId }) => used.has(vehicleId));
  return {
    region: { ...region, operations: { ...operations, shiftTemplates } },
    people: nearest(people, ({ home }) => home).slice(0, 24),
  };
}

/**
 * Every rider of the town has a standing order to the nearest hospital that falls on the day, there in the morning and
 * home again; then the night comes.
 */
export async function runNight(house: House, night: NightWork): Promise<NightOutcome> {
  const { region, people } = house.town;
  const { standing, dispatch } = house.stages;
  await dispatch.openDay(NIGHT_DAY);
  for (const person of people) {
    const [series] = standingSeries(region, [person], NIGHT_DAY);
    if (!series) continue;
    const recurrence = { weekdays: [4], everyWeeks: 1, startDay: NIGHT_DAY, endDay: NIGHT_DAY };
    await standing.create(person.id, 'phone', { ...series.wish, recurrence }, [], SYSTEM_ACTOR);
  }
  const { booked, refused } = await standing.generateAll(night);
  const schedules = await house.store.read(SYSTEM_SCOPE, ({ days }) => days.listSchedules(NIGHT_DAY));
  const vehicleSeconds = schedules
    .filter(({ stops }) => stops.length > 0)
    .reduce((sum, { departure, finish }) => sum + finish - departure, 0);
  return { served: booked, refused, vehicleSeconds };
}
