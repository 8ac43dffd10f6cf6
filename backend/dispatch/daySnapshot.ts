import type { ApartRule } from '../domain/apart/apartPair.ts';
import type { Depot, Provider, Shift, Vehicle } from '../domain/fleet/fleet.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import { addDays, type DaySecond, type ServiceDay } from '../domain/units/time.ts';
import type { Tables } from '../ports/tables.ts';
import { readRestedFrom } from './readRestedFrom.ts';

/** A finished version of a service day's plan; never changed, a new version is a new value. */
export interface DaySnapshot {
  readonly day: ServiceDay;
  readonly version: number;
  readonly providers: readonly Provider[];
  readonly depots: ReadonlyMap<string, Depot>;
  readonly vehicles: ReadonlyMap<string, Vehicle>;
  /** In a fixed order: `shifts[v]` is the planner's vehicle number v. */
  readonly shifts: readonly Shift[];
  readonly schedules: ReadonlyMap<string, ShiftSchedule>;
  /** Rides that stand in a schedule, by id. */
  readonly rides: ReadonlyMap<string, Ride>;
  /** Who is not to ride with whom; what changes them moves the version. */
  readonly apart: readonly ApartRule[];
  /** What the day before lets drivers do. */
  readonly rests: DriverRests;
}

/** From when on drivers are rested, as the day before stood in one of its versions. */
export interface DriverRests {
  readonly dayBeforeVersion: number;
  /** By shift id, only where that is after the shift's start. */
  readonly restedFrom: ReadonlyMap<string, DaySecond>;
}

/** Reads the day inside one consistent picture of the database. */
export async function loadDay(tables: Tables, day: ServiceDay): Promise<DaySnapshot> {
  const version = await tables.days.version(day);
  const schedules = await tables.days.listSchedules(day);
  const rideIds = schedules.flatMap((schedule) =>
    schedule.stops.flatMap((stop) => [...stop.pickups, ...stop.dropoffs]),
  );
  const rides = await tables.rides.listByIds([...new Set(rideIds)]);
  const shifts = await tables.fleet.listShifts(day);
  const providers = await tables.fleet.listProviders();
  return {
    day,
    version,
    providers,
    depots: byId(await tables.fleet.listDepots()),
    vehicles: byId(await tables.fleet.listVehicles()),
    shifts: [...shifts].sort((a, b) => (a.id < b.id ? -1 : 1)),
    schedules: new Map(schedules.map((schedule) => [schedule.shiftId, schedule])),
    rides: byId(rides),
    apart: await tables.apartPairs.listRules(),
    rests: await loadRests(tables, day, shifts, providers),
  };
}

/** The same version of the day; its drivers' rests read anew where the day before has moved. */
export async function withPresentRests(tables: Tables, snapshot: DaySnapshot): Promise<DaySnapshot> {
  const { day, shifts, providers, rests } = snapshot;
  if ((await tables.days.version(addDays(day, -1))) === rests.dayBeforeVersion) return snapshot;
  return { ...snapshot, rests: await loadRests(tables, day, shifts, providers) };
}

async function loadRests(
  tables: Tables,
  day: ServiceDay,
  shifts: readonly Shift[],
  providers: readonly Provider[],
): Promise<DriverRests> {
  return {
    dayBeforeVersion: await tables.days.version(addDays(day, -1)),
    restedFrom: await readRestedFrom(tables, day, shifts, providers),
  };
}

/** The next version: some schedules and rides replaced. */
export function advanceSnapshot(
  snapshot: DaySnapshot,
  schedules: readonly ShiftSchedule[],
  rides: readonly Ride[],
): DaySnapshot {
  const nextSchedules = new Map(snapshot.schedules);
  for (const schedule of schedules) nextSchedules.set(schedule.shiftId, schedule);
  const nextRides = new Map(snapshot.rides);
  for (const ride of rides) nextRides.set(ride.id, ride);
  return { ...snapshot, version: snapshot.version + 1, schedules: nextSchedules, rides: nextRides };
}

/** The schedule of a shift on which nothing is planned. */
export function emptySchedule(shift: Shift): ShiftSchedule {
  return {
    shiftId: shift.id,
    day: shift.day,
    version: 0,
    departure: shift.start,
    finish: shift.start,
    drivingSeconds: 0,
    drivingMetres: 0,
    stops: [],
  };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
