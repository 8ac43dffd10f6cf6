import type { Schedule } from '../model/plan.ts';
import { coreTourOf } from '../schedule/coreTour.ts';
import { PlanProblemError } from '../schedule/planProblemError.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { TourTimer } from '../schedule/tourTimer.ts';
import { type CoreTour, createTimingWork, ensureRoom, type TimingWork } from '../schedule/tourTimes.ts';
import { findGround, type Ground } from './ground.ts';
import { readJoinGains } from './joinChange.ts';
import { greatestShrink, type LegShrink } from './legShrink.ts';
import { LoadBook } from './loadBook.ts';
import { type PairFigures, writePairFigures } from './pairFigures.ts';
import { PlaceVisitors } from './placeVisitors.ts';
import { PlainPricer, type PlainTour, readPlainTour } from './plainTour.ts';
import { createPairList, type PairList } from './searchVehicle.ts';
import { closeSlots, createSlotTable, type SlotTable, writeSlots } from './slotTable.ts';
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
  /** `[i]`: number in the day's `loads` of the load before visit i of `core`. */
  readonly loadNumbers: Int32Array;
  readonly facts: TourFacts;
  readonly figures: PairFigures;
  /** Absent where the times of the tour are more than one system of differences. */
  readonly plain: PlainTour | undefined;
  /** Holds as long as nothing gets shorter. */
  readonly strict: Ground;
  /** Holds while nothing gets shorter by more than its margin. */
  readonly loose: Ground;
  /** `[slot]`: see `readJoinGains`. */
  readonly joinGains: Float64Array;
  /** Over the locations known; infinite seconds when nothing is known of the tour. */
  readonly shrink: LegShrink;
  readonly perMetre: number;
  /** Fixed cost that an insertion adds because the vehicle is unused. */
  readonly opening: number;
}

/**
 * The schedules of all vehicles of a day. It belongs to one writer, who changes it with `replaceSchedule`; tried
 * insertions leave it as it is.
 */
export interface PreparedDay {
  readonly prepared: PreparedProblem;
  readonly timer: TourTimer;
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
    pricer: new PlainPricer(prepared),
    vehicles: [],
    slots: createSlotTable(count),
    buckets: createTimeBuckets(count),
    visitors: new PlaceVisitors(),
    shrink: new Float64Array(count),
    shrinkMost: 0,
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
  openVehicle(day, prepareSchedule(day, schedule, NO_SHRINK));
}

function openVehicle(day: PreparedDay, present: PreparedSchedule): void {
  const v = present.core.vehicle;
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

/**
 * Seconds that an insertion may save at most: by two legs that get shorter and two visits that join a stop instead of
 * opening it. `Infinity` when nothing is known.
 */
function marginOf(day: PreparedDay, joinGains: Float64Array, shrink: number): number {
  const gain = joinGains.reduce((most, own) => Math.max(most, own), 0);
  const margin = 2 * (gain + shrink);
  return day.prepared.travel.layers.length > 1 && margin > LAYER_MARGIN ? Number.POSITIVE_INFINITY : margin;
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

const NO_SHRINK: LegShrink = { seconds: 0, metres: 0 };

/** Prepares one schedule, whose legs are known to get shorter by `shrink` at least. */
function prepareSchedule(day: PreparedDay, schedule: Schedule, shrink: LegShrink): PreparedSchedule {
  const { prepared } = day;
  const vehicle = prepared.vehicles[schedule.vehicle]!;
  const core = coreTourOf(schedule);
  const positions: number[] = [];
  schedule.visits.forEach((visit, i) => {
    if (visit >= 0 || i < schedule.fixedCount) positions.push(i);
  });
  positions.push(schedule.visits.length);
  const cost = day.timer.evaluateCost(core);
  const facts = readTourFacts(prepared, core);
  const joinGains = readJoinGains(prepared, core, facts.place);
  const grounds = findGrounds(
    day,
    core,
    facts,
    joinGains,
    cost < Number.POSITIVE_INFINITY ? shrink : undefined,
  );
  const loadNumbers = numberLoads(day, core, addLoads(prepared, core));
  const perMetre = vehicle.costPerKilometre / 1000;
  const opening = core.length > 0 ? 0 : vehicle.fixedCost;
  const figures = writePairFigures({
    core,
    facts,
    ...grounds,
    loadNumbers,
    cost,
    perMetre,
    perSecond: vehicle.costPerHour / 3600,
    opening,
    timeCost: timeCostOf(prepared, core, facts, cost),
    shrinkSeconds: grounds.shrink.seconds,
  });
  return {
    schedule,
    core,
    positions,
    cost,
    loadNumbers,
    facts,
    figures,
    plain: readPlainTour(prepared, core, facts, figures),
    joinGains,
    ...grounds,
    perMetre,
    opening,
  };
}

/** Strict and loose ground; without `shrink` the vehicle is closed anyway. */
function findGrounds(
  day: PreparedDay,
  core: CoreTour,
  facts: TourFacts,
  joinGains: Float64Array,
  shrink: LegShrink | undefined,
): Pick<PreparedSchedule, 'strict' | 'loose' | 'shrink'> {
  const { prepared } = day;
  const { breaks } = prepared.vehicles[core.vehicle]!;
  day.work = ensureRoom(day.work, core.length + breaks.length, prepared.requests.length);
  const strict = findGround(prepared, core, facts, day.work, 0);
  const unknown = {
    strict,
    loose: { ...strict, margin: Number.POSITIVE_INFINITY },
    shrink: { seconds: Number.POSITIVE_INFINITY, metres: 0 },
  };
  if (!shrink || !strict.areKnown) return unknown;
  const found = greatestShrink(prepared, day.rows, facts, core.fixedCount, 0, day.shrinkKnown);
  const known = {
    seconds: Math.max(shrink.seconds, found.seconds),
    metres: Math.max(shrink.metres, found.metres),
  };
  const margin = marginOf(day, joinGains, known.seconds);
  if (margin === Number.POSITIVE_INFINITY) return unknown;
  const loose = margin === 0 ? strict : findGround(prepared, core, facts, day.work, margin);
  return loose.areKnown ? { strict, loose, shrink: known } : unknown;
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

/** `[i * kinds + k]`: load before visit i of the tour. */
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
