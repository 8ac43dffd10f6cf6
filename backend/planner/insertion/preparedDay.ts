import type { Schedule } from '../model/plan.ts';
import { coreTourOf } from '../schedule/coreTour.ts';
import { PlanProblemError } from '../schedule/planProblemError.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { TourTimer } from '../schedule/tourTimer.ts';
import { type CoreTour, createTimingWork, ensureRoom, type TimingWork } from '../schedule/tourTimes.ts';
import { createEstimates, type VehicleEstimates } from './estimateVehicles.ts';
import { LoadBook } from './loadBook.ts';
import { createPairList, type PairList } from './searchVehicle.ts';
import { priceSlots, type SlotPrices } from './slotPrices.ts';
import { closeSlots, createSlotTable, type SlotTable, writeSlots } from './slotTable.ts';
import { readTourFacts, type TourFacts } from './tourFacts.ts';
import { TravelRowStore } from './travelRows.ts';

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
  readonly prices: SlotPrices;
  /** Are there breaks to be placed? */
  readonly mayPause: boolean;
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
 * @throws PlanProblemError when a schedule names an unknown vehicle.
 */
export function prepareSchedules(prepared: PreparedProblem, schedules: readonly Schedule[]): PreparedDay {
  const count = prepared.vehicles.length;
  const day: PreparedDay = {
    prepared,
    timer: new TourTimer(prepared),
    vehicles: [],
    slots: createSlotTable(count),
    loads: new LoadBook(),
    rows: new TravelRowStore(),
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
  if (present.cost === Number.POSITIVE_INFINITY) closeSlots(day.slots, v);
  else writeSlots(day.slots, present.core, present.facts, present.prices, present.loadNumbers);
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
  return {
    schedule,
    core,
    positions,
    cost: day.timer.evaluateCost(core),
    loadBefore,
    loadNumbers: numberLoads(day, core, loadBefore),
    facts,
    prices: priceSlots(prepared, core, facts, day.work),
    mayPause: vehicle.breaks.length > 0,
  };
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
