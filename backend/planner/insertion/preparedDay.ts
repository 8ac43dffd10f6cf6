import type { Schedule } from '../model/plan.ts';
import { coreTourOf } from '../schedule/coreTour.ts';
import { PlanProblemError } from '../schedule/planProblemError.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { TourTimer } from '../schedule/tourTimer.ts';
import { type CoreTour, createTimingWork, ensureRoom, type TimingWork } from '../schedule/tourTimes.ts';
import type { SlotsInSight } from './estimateSlots.ts';
import { findGround, type Ground } from './ground.ts';
import { greatestShrink } from './legShrink.ts';
import { LoadBook } from './loadBook.ts';
import { PlaceVisitors } from './placeVisitors.ts';
import { createPairList, type PairList } from './searchVehicle.ts';
import { createSlotTable, SLOT_FIGURES, type SlotTable, writeFigures, writeSlots } from './slotTable.ts';
import { createTimeBuckets, type TimeBuckets, writeRecords } from './timeBuckets.ts';
import { LAYER_MARGIN, readTourFacts, type TourFacts } from './tourFacts.ts';
import { TravelRowStore } from './travelRows.ts';
import { createEstimates, type VehicleEstimates } from './vehicleEstimates.ts';

/** One vehicle's schedule, ready for tried insertions. */
export interface PreparedSchedule {
  readonly schedule: Schedule;
  readonly core: CoreTour;
  /** `[i]`: position in `schedule.visits` of visit i of `core`; `[core.length]` is the number of visits. */
  readonly positions: readonly number[];
  /** Objective of the best times; `Infinity` when the tour, as it stands, keeps its rules at no times. */
  readonly cost: number;
  /** `[i * kinds + k]`: load before visit i of `core`. */
  readonly loadBefore: Int32Array;
  /** `[i]`: number in the day's `loads` of the load before visit i of `core`. */
  readonly loadNumbers: Int32Array;
  readonly facts: TourFacts;
  /** Holds as long as nothing gets shorter. */
  readonly ground: Ground;
  /** Holds while nothing gets shorter by more than its margin; made when first asked for, see `looseSlotsOf`. */
  loose: SlotsInSight | undefined;
  readonly perMetre: number;
  readonly perSecond: number;
  /** Fixed cost that an insertion adds because the vehicle is unused. */
  readonly opening: number;
  /** `cost` without fixed cost, least kilometres, least excess rides and least waits. */
  readonly timeCost: number;
}

/**
 * The schedules of all vehicles of a day. It belongs to one writer, who changes it with `replaceSchedule`; tried
 * insertions leave it as it is.
 */
export interface PreparedDay {
  readonly prepared: PreparedProblem;
  readonly timer: TourTimer;
  /** `[v]` */
  readonly vehicles: PreparedSchedule[];
  readonly slots: SlotTable;
  readonly buckets: TimeBuckets;
  readonly visitors: PlaceVisitors;
  /** `[v]`: see `greatestShrink`; over the locations below `shrinkKnown`. `Infinity`: nothing is known of the legs. */
  readonly shrink: Float64Array;
  shrinkKnown: number;
  readonly loads: LoadBook;
  readonly rows: TravelRowStore;
  /** `[v]`: number of the vehicle's pair of skills and provider, in `suits`. */
  readonly classOf: Int32Array;
  /** `[class]` */
  readonly classes: { readonly skills: number; readonly operator: number }[];
  work: TimingWork;
  /** The tour being tried. */
  readonly scratch: CoreTour;
  readonly estimates: VehicleEstimates;
  readonly pairs: PairList;
}

/**
 * The day's schedules, ready for tried insertions. Vehicles without a schedule are unused.
 * @param before an earlier version of the day over the same roads: what was gathered of them is used again
 * @throws PlanProblemError when a schedule names an unknown vehicle.
 */
export function prepareSchedules(
  prepared: PreparedProblem,
  schedules: readonly Schedule[],
  before?: PreparedDay,
): PreparedDay {
  const count = prepared.vehicles.length;
  const day: PreparedDay = {
    prepared,
    timer: new TourTimer(prepared),
    vehicles: [],
    slots: createSlotTable(count),
    buckets: createTimeBuckets(count),
    visitors: new PlaceVisitors(),
    shrink: new Float64Array(count),
    shrinkKnown: prepared.travel.size,
    loads: new LoadBook(),
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
  const given = new Map(schedules.map((schedule) => [schedule.vehicle, schedule]));
  prepared.vehicles.forEach((vehicle, v) => {
    replaceSchedule(day, given.get(v) ?? unusedSchedule(v, vehicle.window.earliest));
    given.delete(v);
  });
  for (const vehicle of given.keys()) throw unknownVehicle(vehicle);
  return day;
}

/**
 * Puts another schedule in place of the vehicle's present one; costs as much as that one vehicle. To be called as well
 * after `replaceVehicle`, and for the vehicle that carries a request after `replaceRequest`.
 */
export function replaceSchedule(day: PreparedDay, schedule: Schedule): void {
  const v = schedule.vehicle;
  const { prepared } = day;
  const vehicle = prepared.vehicles[v];
  if (!vehicle) throw unknownVehicle(v);
  day.classOf[v] = classNumber(day, vehicle.skills, vehicle.operator);
  const present = prepareSchedule(day, schedule);
  day.vehicles[v] = present;
  const isOpen = present.cost < Number.POSITIVE_INFINITY;
  if (isOpen) writeSlots(day.slots, present.core, present.facts, present.ground, present.loadNumbers);
  else day.slots.count[v] = 0;
  writeRecords(day.buckets, day.slots, v);
  writeVisitors(day, present);
  day.shrink[v] = isOpen ? shrinkOf(day, present, 0, day.shrinkKnown) : 0;
}

/** Locations that are new since the day was prepared have to be looked at once. */
export function learnNewLocations(day: PreparedDay): void {
  const { size } = day.prepared.travel;
  if (size <= day.shrinkKnown) return;
  day.vehicles.forEach((present, v) => {
    if (present.cost === Number.POSITIVE_INFINITY) return;
    day.shrink[v] = Math.max(day.shrink[v]!, shrinkOf(day, present, day.shrinkKnown, size));
    present.loose = undefined;
  });
  day.shrinkKnown = size;
}

function shrinkOf(
  day: PreparedDay,
  { core, facts, ground }: PreparedSchedule,
  from: number,
  to: number,
): number {
  if (!ground.areKnown) return Number.POSITIVE_INFINITY;
  return greatestShrink(day.prepared, day.rows, facts, core.fixedCount, from, to);
}

/**
 * The vehicle's open slots on ground with a margin: enough for two legs that get shorter and two visits that join a
 * stop instead of opening it.
 */
export function looseSlotsOf(day: PreparedDay, v: number): SlotsInSight {
  const present = day.vehicles[v]!;
  if (present.loose) return present.loose;
  const { prepared } = day;
  const { core, facts } = present;
  let gain = 0;
  for (let i = core.fixedCount; i < core.length; i++) {
    const visit = core.visits[i]!;
    gain = Math.max(gain, prepared.openDwell[visit]! - prepared.joinDwell[visit]!);
  }
  const { breaks } = prepared.vehicles[v]!;
  day.work = ensureRoom(day.work, core.length + breaks.length, prepared.requests.length);
  const margin = 2 * (gain + day.shrink[v]!) + 1;
  const isBounded = margin < (prepared.travel.layers.length > 1 ? LAYER_MARGIN : Number.POSITIVE_INFINITY);
  const ground = isBounded
    ? findGround(prepared, core, facts, day.work, margin)
    : { ...present.ground, areKnown: false };
  const count = core.length + 1 - core.fixedCount;
  const figures = new Float64Array(count * SLOT_FIGURES);
  writeFigures(figures, 0, core, facts, ground);
  present.loose = { present, ground, figures, at: 0, count };
  return present.loose;
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

function prepareSchedule(day: PreparedDay, schedule: Schedule): PreparedSchedule {
  const { prepared } = day;
  const vehicle = prepared.vehicles[schedule.vehicle]!;
  const core = coreTourOf(schedule);
  const positions: number[] = [];
  schedule.visits.forEach((visit, i) => {
    if (visit >= 0 || i < schedule.fixedCount) positions.push(i);
  });
  positions.push(schedule.visits.length);
  day.work = ensureRoom(day.work, core.length + vehicle.breaks.length, prepared.requests.length);
  const facts = readTourFacts(prepared, core);
  const loadBefore = addLoads(prepared, core);
  const cost = day.timer.evaluateCost(core);
  return {
    schedule,
    core,
    positions,
    cost,
    loadBefore,
    loadNumbers: numberLoads(day, core, loadBefore),
    facts,
    ground: findGround(prepared, core, facts, day.work, 0),
    loose: undefined,
    perMetre: vehicle.costPerKilometre / 1000,
    perSecond: vehicle.costPerHour / 3600,
    opening: core.length > 0 ? 0 : vehicle.fixedCost,
    timeCost: timeCostOf(prepared, core, facts, cost),
  };
}

function timeCostOf(prepared: PreparedProblem, core: CoreTour, facts: TourFacts, cost: number): number {
  if (core.length === 0) return 0;
  const vehicle = prepared.vehicles[core.vehicle]!;
  const { excessRideHour, waitHour } = prepared.weights;
  const metres = facts.legMetres.reduce((sum, leg) => sum + leg, 0);
  const least =
    (metres * vehicle.costPerKilometre) / 1000 +
    (facts.leastExcess * excessRideHour) / 3600 +
    (facts.leastWait * waitHour) / 3600;
  return cost - vehicle.fixedCost - least;
}

function addLoads(prepared: PreparedProblem, core: CoreTour): Int32Array {
  const { kinds } = prepared;
  const loadBefore = new Int32Array((core.length + 1) * kinds);
  for (let i = 0; i < core.length; i++) {
    const visit = core.visits[i]!;
    for (let k = 0; k < kinds; k++) {
      const change = visit < 0 ? 0 : prepared.load[(visit >> 1) * kinds + k]!;
      loadBefore[(i + 1) * kinds + k] = loadBefore[i * kinds + k]! + (visit & 1 ? -change : change);
    }
  }
  return loadBefore;
}

function numberLoads(day: PreparedDay, core: CoreTour, loadBefore: Int32Array): Int32Array {
  const rules = day.prepared.capacity[core.vehicle]!;
  const places = JSON.stringify(day.prepared.vehicles[core.vehicle]!.configurations);
  const numbers = new Int32Array(core.length + 1);
  for (let slot = 0; slot <= core.length; slot++) {
    numbers[slot] = day.loads.numberOf(places, rules, loadBefore, slot * rules.kinds);
  }
  return numbers;
}

function classNumber(day: PreparedDay, skills: number, operator: number): number {
  const known = day.classes.findIndex((other) => other.skills === skills && other.operator === operator);
  return known >= 0 ? known : day.classes.push({ skills, operator }) - 1;
}

function unknownVehicle(vehicle: number): PlanProblemError {
  return new PlanProblemError('unknownVehicle', `there is no vehicle number ${vehicle}`);
}

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
