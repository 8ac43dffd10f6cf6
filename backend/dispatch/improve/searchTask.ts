import type { ShiftSchedule } from '../../domain/schedule/shiftSchedule.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import {
  evaluateTour,
  extractPart,
  isSchedule,
  type PlanPart,
  type PreparedProblem,
  prepareProblem,
  type Schedule,
} from '../../planner/index.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import { type PlanView, viewDay } from '../planView.ts';
import { FREEZE_SECONDS } from '../tourBuilder.ts';

/** The day at one second, timed: what an improvement is looked for in, and later measured by. */
export interface TimedDay {
  readonly view: PlanView;
  readonly prepared: PreparedProblem;
  /** `[v]` belongs to shift v; undefined where improvement has to keep its hands off. */
  readonly schedules: readonly (Schedule | undefined)[];
}

/** A question for the search: the vehicles that may be improved, and the version of the day they were read in. */
export interface SearchTask {
  readonly snapshot: DaySnapshot;
  readonly part: PlanPart;
}

/**
 * Times a version of the day as it will be `ahead` seconds from now: what is under way then, or leaves within two
 * minutes of it, is fixed, and nothing else begins before it. Left out are shifts that cannot be timed and those whose
 * driver stands at a stop and is about to leave: the next stop has been read by then.
 */
export async function timeDay(desk: DayDesk, snapshot: DaySnapshot, ahead: number): Promise<TimedDay> {
  const { matrix, weights } = desk.world;
  const second = desk.nowSecond(snapshot.day) + ahead;
  const view = await viewDay(snapshot, second, matrix, weights, true);
  const prepared = prepareProblem(view.problem);
  const schedules = view.tours.map((tour, v) => {
    if (isAboutToLeave(snapshot.schedules.get(snapshot.shifts[v]!.id), second)) return undefined;
    const timed = evaluateTour(prepared, tour);
    return isSchedule(timed) ? timed : undefined;
  });
  return { view, prepared, schedules };
}

/** Reads the day as a question; undefined where nothing can be improved, or the roads are estimates. */
export async function readTask(
  desk: DayDesk,
  day: ServiceDay,
  ahead: number,
): Promise<SearchTask | undefined> {
  const snapshot = await desk.snapshot(day);
  const { view, schedules } = await timeDay(desk, snapshot, ahead);
  if (view.quality === 'estimate') return undefined;
  const timed = schedules.filter((schedule) => schedule !== undefined);
  const isOpen = timed.some(({ visits, fixedCount }) => visits.slice(fixedCount).some((visit) => visit >= 0));
  return isOpen ? { snapshot, part: extractPart(view.problem, timed) } : undefined;
}

function isAboutToLeave(schedule: ShiftSchedule | undefined, second: number): boolean {
  const standing = schedule?.stops.find(({ state }) => state === 'arrived');
  return standing !== undefined && standing.departure <= second + FREEZE_SECONDS;
}
