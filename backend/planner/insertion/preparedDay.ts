import type { Schedule } from '../model/plan.ts';
import { coreTourOf } from '../schedule/coreTour.ts';
import { PlanProblemError } from '../schedule/planProblemError.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { TourTimer } from '../schedule/tourTimer.ts';
import type { CoreTour } from '../schedule/tourTimes.ts';

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
}

/**
 * The day's schedules, ready for tried insertions. Vehicles without a schedule are unused.
 * @throws PlanProblemError when a schedule names an unknown vehicle.
 */
export function prepareSchedules(prepared: PreparedProblem, schedules: readonly Schedule[]): PreparedDay {
  const day: PreparedDay = { prepared, timer: new TourTimer(prepared), vehicles: [] };
  prepared.vehicles.forEach((vehicle, v) => {
    day.vehicles.push(prepareSchedule(day, unusedSchedule(v, vehicle.window.earliest)));
  });
  for (const schedule of schedules) replaceSchedule(day, schedule);
  return day;
}

/** Puts another schedule in place of the vehicle's present one; costs as much as that one vehicle. */
export function replaceSchedule(day: PreparedDay, schedule: Schedule): void {
  if (!day.prepared.vehicles[schedule.vehicle]) {
    throw new PlanProblemError('unknownVehicle', `there is no vehicle number ${schedule.vehicle}`);
  }
  day.vehicles[schedule.vehicle] = prepareSchedule(day, schedule);
}

function prepareSchedule(day: PreparedDay, schedule: Schedule): PreparedSchedule {
  const { prepared } = day;
  const core = coreTourOf(schedule);
  const positions: number[] = [];
  schedule.visits.forEach((visit, i) => {
    if (visit >= 0 || i < schedule.fixedCount) positions.push(i);
  });
  positions.push(schedule.visits.length);
  const { kinds } = prepared;
  const loadBefore = new Int32Array((core.length + 1) * kinds);
  for (let i = 0; i < core.length; i++) {
    const visit = core.visits[i]!;
    for (let k = 0; k < kinds; k++) {
      const change = visit < 0 ? 0 : prepared.load[(visit >> 1) * kinds + k]!;
      loadBefore[(i + 1) * kinds + k] = loadBefore[i * kinds + k]! + (visit & 1 ? -change : change);
    }
  }
  return { schedule, core, positions, cost: day.timer.evaluateCost(core), loadBefore };
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
