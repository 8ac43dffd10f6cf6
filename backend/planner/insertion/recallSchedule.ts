import type { Schedule, Tour } from '../model/plan.ts';
import { coreTourOf } from '../schedule/coreTour.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { corePositions, type PreparedSchedule } from './preparedSchedule.ts';
import { holdsSameTimes } from './travelRows.ts';

/** What an earlier version of a day knows of the vehicles. */
interface EarlierDay {
  readonly prepared: PreparedProblem;
  readonly vehicles: readonly PreparedSchedule[];
}

/** A vehicle's earlier schedule whose tour is the same. */
export interface RecalledSchedule {
  readonly present: PreparedSchedule;
  /** The schedule it was prepared from, with today's request numbers. */
  readonly evaluated: Schedule;
}

/** Is what is known of tours by the one problem true in the other? */
export function areSameRoadsAndWeights(one: PreparedProblem, other: PreparedProblem): boolean {
  return (
    holdsSameTimes(one.travel, other.travel) &&
    isSame(one.weights, other.weights) &&
    isSame(one.placeUse, other.placeUse)
  );
}

/**
 * The vehicle's schedule in an earlier version of the day, if vehicle and tour are the same: visits of requests with the
 * same data in the same order, whatever their numbers. Breaks that are not fixed are placed by the timing and do not
 * count.
 */
export function recallSchedule(
  before: EarlierDay,
  prepared: PreparedProblem,
  tour: Tour,
): RecalledSchedule | undefined {
  const present = before.vehicles[tour.vehicle];
  const vehicle = before.prepared.vehicles[tour.vehicle];
  if (!present || !vehicle || !isSame(vehicle, prepared.vehicles[tour.vehicle])) return undefined;
  const { schedule, core } = present;
  if (schedule.fixedCount !== tour.fixedCount || schedule.earliestDeparture !== tour.earliestDeparture) {
    return undefined;
  }
  if (!isSame(core.fixedStarts, tour.fixedStarts.slice(0, tour.fixedCount))) return undefined;
  const now = coreTourOf(tour);
  if (now.length !== core.length) return undefined;
  const numbers = new Map<number, number>();
  for (let i = 0; i < core.length; i++) {
    const old = core.visits[i]!;
    const visit = now.visits[i]!;
    if (old < 0 || visit < 0 ? old !== visit : ((old ^ visit) & 1) !== 0) return undefined;
    if (old < 0) continue;
    const known = numbers.get(old >> 1);
    if (known === undefined) {
      if (!isSame(before.prepared.requests[old >> 1], prepared.requests[visit >> 1])) return undefined;
      numbers.set(old >> 1, visit >> 1);
    } else if (known !== visit >> 1) {
      return undefined;
    }
  }
  const visits = schedule.visits.map((visit) =>
    visit < 0 ? visit : numbers.get(visit >> 1)! * 2 + (visit & 1),
  );
  return { present, evaluated: { ...schedule, visits } };
}

/** The earlier preparation, for a schedule of the same tour. */
export function renumberSchedule({ present }: RecalledSchedule, schedule: Schedule): PreparedSchedule {
  const core = coreTourOf(schedule);
  return {
    ...present,
    schedule,
    core,
    positions: corePositions(schedule),
    plain: present.plain && { ...present.plain, core },
  };
}

/** Are two values of plain data equal? */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) =>
    isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
