import { generateDemand } from '../../seeds/demand/generateDemand.ts';
import { generateFleet } from '../../seeds/fleet/generateFleet.ts';
import { generatePeople } from '../../seeds/people/generatePeople.ts';
import type { RegionData } from '../../seeds/region/regionData.ts';
import { createRandom } from '../../seeds/seededRandom.ts';
import { openMemoryStore } from '../adapters/memory/index.ts';
import { createBooking } from '../booking/index.ts';
import { createDispatch } from '../dispatch/index.ts';
import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { drivingLimitOf } from '../domain/fleet/dutyRules.ts';
import type { Person } from '../domain/person/person.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { hoursAtWheel } from '../domain/schedule/hoursAtWheel.ts';
import { addDays, daySecondOf, momentOf } from '../domain/units/time.ts';
import { fillRegion } from '../main/fillRegion.ts';
import { improverHere } from '../main/improver/improverHere.ts';
import type { Progress } from '../main/progress.ts';
import { REGION_WEIGHTS } from '../main/regionWeights.ts';
import { createOperations } from '../operations/index.ts';
import type { Store } from '../ports/store.ts';
import type { TravelMatrix, TravelPoint } from '../ports/travel.ts';
import { type DayFigures, reportDay } from '../reporting/index.ts';
import {
  CountedIds,
  FakeClock,
  type PlannedCall,
  planCalls,
  replayDay,
  STEADY_PACE,
  variedPace,
} from '../simulation/index.ts';
import type { SimulateOptions } from './simulateOptions.ts';

/** A played day: its figures, and what the checker said of every schedule on the way. */
export interface PlayedDay extends DayFigures {
  readonly brokenPromises: number;
  /** Ways home on call, and the wait from the call to the vehicle that nine in ten did not exceed. */
  readonly callsForHome: number;
  readonly homeWaitP90Seconds: number | null;
  /** Of the rides carried, those in which somebody else sat for a part of the way. */
  readonly sharedShare: number | null;
  readonly schedulesChecked: number;
  readonly violations: number;
  /** Of the drivers whom a limit binds: the most seconds at the wheel without a whole rest, as reported. */
  readonly longestAtWheelSeconds: number;
  /** How many of them were at the wheel for longer than the law allows. */
  readonly driversOverLimit: number;
  /** From departure to return of every vehicle that carried somebody. */
  readonly vehicleHours: number;
  /** Searches for a better plan, and how many of them brought one. */
  readonly searches: number;
  readonly improvements: number;
}

/** Who lives in the played region, and who calls. */
export interface Cast {
  readonly region: RegionData;
  readonly people: readonly Person[];
  readonly calls: readonly PlannedCall[];
}

/** Riders for each request of a day: some ride twice, most stay at home. */
const PEOPLE_PER_REQUEST = 3;

/** Invents fleet, people and calls; the same options give the same cast. */
export function inventCast(region: RegionData, options: SimulateOptions): Cast {
  const { requests, vehicles, seed, day } = options;
  const fleet = vehicles === null ? {} : generateFleet(region, vehicles, createRandom(seed + 1));
  const ownFleet = { ...region, operations: { ...region.operations, ...fleet } };
  const wish = { count: Math.max(200, requests * PEOPLE_PER_REQUEST), year: Number(day.slice(0, 4)) };
  const people = generatePeople(region, wish, createRandom(seed + 2));
  const demand = generateDemand(region, people, { count: requests, day }, createRandom(seed + 3));
  const habits = { onCall: options.onCall / 100, flexible: options.flexible / 100 };
  return { region: ownFleet, people, calls: planCalls(demand, createRandom(seed + 4), habits) };
}

/** Every place at which the day's rides and vehicles can start or end. */
export function pointsOf(cast: Cast): TravelPoint[] {
  const callers = new Set(cast.calls.map((call) => call.input.personId));
  const riders = cast.people.filter((person) => callers.has(person.id));
  return [
    ...cast.region.boardingPoints.map(({ id, coordinates }) => ({ id, ...coordinates })),
    ...cast.region.operations.depots.map(({ id, coordinates }) => ({ id: `depot:${id}`, ...coordinates })),
    ...riders.map((person) => ({ id: `door:${person.id}`, ...person.home })),
  ];
}

/** The evening before, and again and again from six in the morning to eight in the evening. */
function roundsOf({ day, improveEveryMinutes }: SimulateOptions): number[] {
  const moments = [momentOf(addDays(day, -1), 22 * 3600)];
  for (let second = 6 * 3600; second <= 20 * 3600; second += improveEveryMinutes * 60) {
    moments.push(momentOf(day, second));
  }
  return moments;
}

/** Plays the day through booking, dispatch, operations and reporting. */
export async function playDay(
  cast: Cast,
  options: SimulateOptions,
  matrix: TravelMatrix,
  progress: Progress,
): Promise<PlayedDay> {
  const { day, seed, pace } = options;
  const clock = new FakeClock(momentOf(addDays(day, -14), 0));
  const store = openMemoryStore({ clock });
  const ids = new CountedIds();
  await fillRegion(store, cast.region, () => cast.people, progress);
  let schedulesChecked = 0;
  let violations = 0;
  const onPlanChecked = (checked: { readonly violations: readonly unknown[] }) => {
    schedulesChecked += 1;
    violations += checked.violations.length;
  };
  const dispatch = createDispatch({
    store,
    matrix,
    clock,
    ids,
    weights: REGION_WEIGHTS,
    onPlanChecked,
    improver: improverHere,
  });
  const booking = createBooking({ store, planning: dispatch, clock, ids });
  const operations = createOperations({ store, plan: dispatch, clock });
  await dispatch.openDay(day);
  const drivers = pace === 'steady' ? STEADY_PACE : variedPace(seed);
  let searches = 0;
  let improvements = 0;
  const improve = async () => {
    searches += 1;
    const how = { seed: seed + searches, iterations: options.improve };
    const { outcome } = await dispatch.improveDay(day, Number.POSITIVE_INFINITY, how);
    if (outcome === 'improved') improvements += 1;
  };
  await progress.step(options.improve > 0 ? 'the day, improved' : 'the day', (note) =>
    replayDay(
      { store, booking, operations },
      clock,
      day,
      cast.calls,
      drivers,
      ({ done, total }) => note(`${done} of ${total} calls`),
      options.improve > 0 ? { moments: roundsOf(options), work: improve } : undefined,
    ),
  );
  const figures = await reportDay({ store, matrix }, SYSTEM_SCOPE, day);
  const onCall = await waitsOnCall(store, day);
  const brokenPromises = await countBroken(store, day);
  const vehicleHours = await countHours(store, day);
  const atWheel = await measureAtWheel(store, day);
  return {
    ...figures,
    ...onCall,
    sharedShare: await shareRidden(store, day),
    vehicleHours,
    brokenPromises,
    schedulesChecked,
    violations,
    ...atWheel,
    searches,
    improvements,
  };
}

/** From the rider's call to the vehicle: how many, and the longest wait of nine in ten, in seconds. */
async function waitsOnCall(
  store: Store,
  day: string,
): Promise<Pick<PlayedDay, 'callsForHome' | 'homeWaitP90Seconds'>> {
  const rides = await store.read(SYSTEM_SCOPE, (tables) => tables.rides.listByDay(day));
  const waits = rides.flatMap(({ willCall, performed }) =>
    willCall?.readyAt && performed.pickup !== null
      ? [performed.pickup - daySecondOf(day, willCall.readyAt)]
      : [],
  );
  waits.sort((a, b) => a - b);
  const p90 = waits[Math.max(0, Math.ceil(waits.length * 0.9) - 1)] ?? null;
  return { callsForHome: rides.filter(({ willCall }) => willCall !== null).length, homeWaitP90Seconds: p90 };
}

async function shareRidden(store: Store, day: string): Promise<number | null> {
  const rides = await store.read(SYSTEM_SCOPE, (tables) => tables.rides.listByDay(day));
  const carried = rides.filter(({ status }) => status === 'done');
  const meets = (one: Ride, other: Ride) =>
    one !== other &&
    one.shiftId === other.shiftId &&
    one.performed.pickup! < other.performed.dropoff! &&
    other.performed.pickup! < one.performed.dropoff!;
  const shared = carried.filter((one) => carried.some((other) => meets(one, other)));
  return carried.length > 0 ? shared.length / carried.length : null;
}

async function countHours(store: Store, day: string): Promise<number> {
  const schedules = await store.read(SYSTEM_SCOPE, (tables) => tables.days.listSchedules(day));
  const used = schedules.filter(({ stops }) => stops.some(({ kind }) => kind === 'stop'));
  return used.reduce((sum, { departure, finish }) => sum + finish - departure, 0) / 3600;
}

async function measureAtWheel(
  store: Store,
  day: string,
): Promise<Pick<PlayedDay, 'longestAtWheelSeconds' | 'driversOverLimit'>> {
  const { shifts, providers, schedules } = await store.read(SYSTEM_SCOPE, async ({ fleet, days }) => ({
    shifts: await fleet.listShifts(day),
    providers: await fleet.listProviders(),
    schedules: await days.listSchedules(day),
  }));
  const drives = schedules.flatMap((schedule) => {
    const shift = shifts.find(({ id }) => id === schedule.shiftId);
    const provider = providers.find(({ id }) => id === shift?.providerId);
    const limit = shift && provider && drivingLimitOf(provider.category, shift, schedule);
    return limit ? [{ limit, longest: hoursAtWheel(limit, schedule).longestSeconds }] : [];
  });
  return {
    longestAtWheelSeconds: Math.round(Math.max(0, ...drives.map(({ longest }) => longest))),
    driversOverLimit: drives.filter(({ limit, longest }) => longest > limit.maxDrivingSeconds).length,
  };
}

async function countBroken(store: Store, day: string): Promise<number> {
  const events = await store.read(SYSTEM_SCOPE, (tables) => tables.events.listByDay(day));
  return events.filter((event) => event.body.type === 'PromiseBroken').length;
}
