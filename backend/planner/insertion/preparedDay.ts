import type { Schedule } from '../model/plan.ts';
import { mayLeaveFrom } from '../model/vehicle.ts';
import { type CoreTour, coreTourOf } from '../schedule/coreTour.ts';
import { PlanProblemError } from '../schedule/planProblemError.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { areSameRoadsAndWeights, renumberSameTour } from '../schedule/sameTour.ts';
import { createTimingWork } from '../schedule/timingWork.ts';
import { TourTimer } from '../schedule/tourTimer.ts';
import { greatestShrink } from './legShrink.ts';
import { LoadBook } from './loadBook.ts';
import { PlaceVisitors } from './placeVisitors.ts';
import { PlainPricer } from './plainPricer.ts';
import {
  corePositions,
  NO_SHRINK,
  type PreparedSchedule,
  type PreparingTools,
  prepareSchedule,
} from './preparedSchedule.ts';
import { createPairList, type PairList } from './searchVehicle.ts';
import { closeSlots, createSlotTable, type SlotTable, writeSlots } from './slotTable.ts';
import { createTimeBuckets, type TimeBuckets, writeRecords } from './timeBuckets.ts';
import { TravelRowStore } from './travelRows.ts';
import { createEstimates, type VehicleEstimates } from './vehicleEstimates.ts';

/**
 * The schedules of all vehicles of a day. It belongs to one writer, who changes it with `replaceSchedule`; tried
 * insertions leave it as it is.
 */
export interface PreparedDay extends PreparingTools {
  readonly pricer: PlainPricer;
  /** `[v]` */
  readonly vehicles: PreparedSchedule[];
  readonly slots: SlotTable;
  readonly buckets: TimeBuckets;
  readonly visitors: PlaceVisitors;
  /** `[v]`: see `LegShrink`, seconds; over the locations below `shrinkKnown`. */
  readonly shrink: Float64Array;
  /** The greatest of them. */
  shrinkMost: number;
  shrinkKnown: number;
  /** `[v]`: number of the vehicle's pair of skills and provider, in `suits`. */
  readonly classOf: Int32Array;
  /** `[class]` */
  readonly classes: { readonly skills: number; readonly operator: number }[];
  /** The tour being tried. */
  readonly scratch: CoreTour;
  readonly estimates: VehicleEstimates;
  readonly pairs: PairList;
}

/**
 * The day's schedules, ready for tried insertions. Vehicles without a schedule are unused.
 * @param before an earlier version of the day: vehicles whose tours are the same as then, by the data of their requests
 * and not by their numbers, cost next to nothing where roads and weights are the same too
 * @throws PlanProblemError when a schedule names an unknown vehicle.
 */
export function prepareSchedules(
  prepared: PreparedProblem,
  schedules: readonly Schedule[],
  before?: PreparedDay,
): PreparedDay {
  const isRecalled = before !== undefined && areSameRoadsAndWeights(before.prepared, prepared);
  const day = createDay(prepared, before, isRecalled);
  const given = new Map(schedules.map((schedule) => [schedule.vehicle, schedule]));
  prepared.vehicles.forEach((vehicle, v) => {
    const schedule = given.get(v) ?? unusedSchedule(v, mayLeaveFrom(vehicle));
    given.delete(v);
    const known = isRecalled ? recallSchedule(before, prepared, schedule) : undefined;
    if (known) openVehicle(day, known);
    else replaceSchedule(day, schedule);
  });
  for (const vehicle of given.keys()) throw unknownVehicle(vehicle);
  return day;
}

/** The earlier preparation of the same tour, for today's schedule of it. */
function recallSchedule(
  before: PreparedDay,
  prepared: PreparedProblem,
  schedule: Schedule,
): PreparedSchedule | undefined {
  const known = before.vehicles[schedule.vehicle];
  if (!known || !renumberSameTour(before.prepared, known.schedule, prepared, schedule)) return undefined;
  const core = coreTourOf(schedule);
  const plain = known.plain && { ...known.plain, core };
  return { ...known, schedule, core, positions: corePositions(schedule), plain };
}

function createDay(
  prepared: PreparedProblem,
  before: PreparedDay | undefined,
  isRecalled: boolean,
): PreparedDay {
  const count = prepared.vehicles.length;
  return {
    prepared,
    timer: new TourTimer(prepared),
    pricer: new PlainPricer(prepared),
    vehicles: [],
    slots: createSlotTable(count, before?.slots.used ?? 64),
    buckets: createTimeBuckets(count, before?.buckets),
    visitors: new PlaceVisitors(),
    shrink: new Float64Array(count),
    shrinkMost: 0,
    shrinkKnown: before && isRecalled ? before.shrinkKnown : prepared.travel.size,
    loads: before && isRecalled ? before.loads : new LoadBook(),
    rows: before?.rows ?? new TravelRowStore(),
    classOf: new Int32Array(count),
    classes: [],
    work: createTimingWork(64),
    scratch: {
      vehicle: 0,
      visits: new Int32Array(64),
      length: 0,
      fixedCount: 0,
      fixedStarts: [],
      earliestDeparture: 0,
    },
    estimates: createEstimates(count),
    pairs: createPairList(256),
  };
}

/**
 * Puts another schedule in place of the vehicle's present one; costs as much as that one vehicle. To be called as well
 * after `replaceVehicle`, and for the vehicle that carries a request after `replaceRequest`.
 */
export function replaceSchedule(day: PreparedDay, schedule: Schedule): void {
  const v = schedule.vehicle;
  if (!day.prepared.vehicles[v]) throw unknownVehicle(v);
  openVehicle(day, prepareSchedule(day, schedule, NO_SHRINK));
}

function openVehicle(day: PreparedDay, present: PreparedSchedule): void {
  const v = present.core.vehicle;
  const { skills, operator } = day.prepared.vehicles[v]!;
  day.classOf[v] = classNumber(day, skills, operator);
  day.vehicles[v] = present;
  keepShrink(day, v, present.cost < Number.POSITIVE_INFINITY ? present.shrink.seconds : 0);
  if (present.cost < Number.POSITIVE_INFINITY) writeSlots(day.slots, present);
  else closeSlots(day.slots, v);
  writeRecords(day.buckets, day.slots, v);
  writeVisitors(day, present);
}

function keepShrink(day: PreparedDay, v: number, seconds: number): void {
  const before = day.shrink[v]!;
  day.shrink[v] = seconds;
  if (seconds >= day.shrinkMost) day.shrinkMost = seconds;
  else if (before === day.shrinkMost)
    day.shrinkMost = day.shrink.reduce((most, own) => Math.max(most, own), 0);
}

/** Locations that are new since the day was prepared have to be looked at once. */
export function learnNewLocations(day: PreparedDay): void {
  const { size } = day.prepared.travel;
  if (size <= day.shrinkKnown) return;
  for (const { core, facts, schedule, shrink } of [...day.vehicles]) {
    const found = greatestShrink(day.prepared, day.rows, facts, core.fixedCount, day.shrinkKnown, size);
    if (found.seconds <= shrink.seconds && found.metres <= shrink.metres) continue;
    openVehicle(day, prepareSchedule(day, schedule, found));
  }
  day.shrinkKnown = size;
}

function writeVisitors(day: PreparedDay, { core, cost }: PreparedSchedule): void {
  const { visitors, prepared } = day;
  visitors.remove(core.vehicle);
  if (cost === Number.POSITIVE_INFINITY) return;
  for (let i = core.fixedCount; i < core.length; i++) {
    const visit = core.visits[i]!;
    visitors.add(
      core.vehicle,
      prepared.location[visit]!,
      prepared.joinDwell[visit]! < prepared.openDwell[visit]!,
    );
  }
}

function classNumber(day: PreparedDay, skills: number, operator: number): number {
  const known = day.classes.findIndex((other) => other.skills === skills && other.operator === operator);
  return known >= 0 ? known : day.classes.push({ skills, operator }) - 1;
}

function unknownVehicle(vehicle: number): PlanProblemError {
  return new PlanProblemError('unknownVehicle', `there is no vehicle number ${vehicle}`);
}

/** The schedule of a vehicle without visits. */
function unusedSchedule(vehicle: number, second: number): Schedule {
  return {
    vehicle,
    visits: [],
    fixedCount: 0,
    fixedStarts: [],
    departure: second,
    arrivals: [],
    starts: [],
    ends: [],
    departures: [],
    slacks: [],
    loads: [],
    finish: second,
    drivingSeconds: 0,
    drivingMetres: 0,
  };
}
