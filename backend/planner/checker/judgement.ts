import type { Schedule } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import type { PlanVehicle } from '../model/vehicle.ts';
import type { Violation, ViolationCode } from '../model/violation.ts';
import { meaningOf, type VisitMeaning } from './visits.ts';

/** How strictly to judge. */
export interface CheckOptions {
  /** The plan before the change: its fixed visits must still stand at the front, at the same seconds. */
  readonly previous?: { readonly schedules: readonly Schedule[] };
  /**
   * Judge fixed visits too. Without it, what happened (or is under way) is history: a late pickup that was performed
   * is no fault of the plan. Order, breaks, shift, duty, driving and figures are always judged.
   */
  readonly judgeFixed?: boolean;
  /** Differences up to this much (relative to 1 + the size of the number) count as rounding. Default 1e-6. */
  readonly tolerance?: number;
}

/** One schedule on the bench: its visits read once, and the list of what is wrong with it. */
export interface Judgement {
  readonly problem: PlanProblem;
  readonly schedule: Schedule;
  readonly vehicle: PlanVehicle;
  readonly vehicleNumber: number;
  /** `[i]` is what visit i means. */
  readonly meanings: readonly VisitMeaning[];
  readonly fixedCount: number;
  readonly options: CheckOptions;
  readonly violations: Violation[];
}

/** Lays a schedule out for judging; undefined when its vehicle does not exist. */
export function openJudgement(
  problem: PlanProblem,
  schedule: Schedule,
  options: CheckOptions,
): Judgement | undefined {
  const vehicle = problem.vehicles[schedule?.vehicle];
  if (!vehicle) return undefined;
  const laidOut = layOut(schedule);
  const fixedCount = Number.isInteger(schedule.fixedCount) ? Math.max(0, schedule.fixedCount) : 0;
  return {
    problem,
    schedule: laidOut,
    vehicle,
    vehicleNumber: schedule.vehicle,
    meanings: laidOut.visits.map((visit) => meaningOf(problem, schedule.vehicle, visit)),
    fixedCount,
    options,
    violations: [],
  };
}

/** The schedule with NaN wherever no number stands and an empty list wherever no list does. */
function layOut(schedule: Schedule): Schedule {
  return {
    ...schedule,
    visits: numbers(schedule.visits),
    fixedStarts: numbers(schedule.fixedStarts),
    departure: number(schedule.departure),
    arrivals: numbers(schedule.arrivals),
    starts: numbers(schedule.starts),
    ends: numbers(schedule.ends),
    departures: numbers(schedule.departures),
    slacks: numbers(schedule.slacks),
    loads: Array.isArray(schedule.loads) ? schedule.loads.map(numbers) : [],
    finish: number(schedule.finish),
    drivingSeconds: number(schedule.drivingSeconds),
    drivingMetres: number(schedule.drivingMetres),
  };
}

function numbers(list: unknown): readonly number[] {
  return Array.isArray(list) ? Array.from(list, number) : [];
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

/** Notes a violation of this schedule. */
export function note(
  judgement: Judgement,
  code: ViolationCode,
  where: { readonly position?: number; readonly request?: number; readonly amount?: number } = {},
): void {
  judgement.violations.push({ code, vehicle: judgement.vehicleNumber, ...where });
}

/** Is this position open to judgement of times, or history? */
export function isJudged(judgement: Judgement, position: number): boolean {
  return position >= judgement.fixedCount || judgement.options.judgeFixed === true;
}

/** Is `value` at least `bound`, rounding aside? False for anything that is no number. */
export function atLeast(judgement: Judgement, value: number | undefined, bound: number): boolean {
  return value !== undefined && value >= bound - allowance(judgement, bound);
}

/** Are the two numbers the same, rounding aside? Equal infinities are. */
export function isSame(judgement: Judgement, value: number | undefined, expected: number): boolean {
  if (value === expected) return true;
  return value !== undefined && Math.abs(value - expected) <= allowance(judgement, expected);
}

function allowance(judgement: Judgement, size: number): number {
  const tolerance = judgement.options.tolerance ?? 1e-6;
  return Number.isFinite(size) ? tolerance * (1 + Math.abs(size)) : 0;
}
