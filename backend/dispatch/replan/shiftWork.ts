import type { Ride } from '../../domain/ride/ride.ts';
import { joinSteps, type RideStep } from '../../domain/ride/stepRide.ts';
import type { ShiftSchedule } from '../../domain/schedule/shiftSchedule.ts';
import { evaluateTour, isSchedule, prepareProblem, UNREACHABLE } from '../../planner/index.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import { type PlanView, viewDay } from '../planView.ts';
import { projectTimes } from '../projectTimes.ts';
import { timeTour } from '../timeTour.ts';
import { isWaitingPlace } from '../waitingPlace.ts';

/** A day's plan being changed: nothing of it is written yet. */
export interface ShiftWork {
  /** The day as it would be; still of the version that was read. */
  readonly snapshot: DaySnapshot;
  readonly steps: readonly RideStep[];
  /** Shifts whose schedules differ from what was read. */
  readonly changed: ReadonlySet<string>;
}

/** The work after some rides moved on and one schedule was replaced. */
export function withChange(work: ShiftWork, schedule: ShiftSchedule, steps: readonly RideStep[]): ShiftWork {
  const rides = new Map([...work.snapshot.rides, ...steps.map(({ after }) => [after.id, after] as const)]);
  const schedules = new Map([...work.snapshot.schedules, [schedule.shiftId, schedule] as const]);
  return {
    snapshot: { ...work.snapshot, rides, schedules },
    steps: joinSteps(work.steps, steps),
    changed: new Set([...work.changed, schedule.shiftId]),
  };
}

/**
 * A schedule without a ride; stops at which nobody gets in or out any more are left out, or with `keepsEmpty` become
 * places to wait.
 */
export function withoutRide(schedule: ShiftSchedule, rideId: string, keepsEmpty = false): ShiftSchedule {
  const without = (ids: readonly string[]) => ids.filter((id) => id !== rideId);
  const stops = schedule.stops
    .map((stop) => ({ ...stop, pickups: without(stop.pickups), dropoffs: without(stop.dropoffs) }))
    .filter((stop, i) => keepsEmpty || !isWaitingPlace(stop) || isWaitingPlace(schedule.stops[i]!));
  return { ...schedule, stops };
}

/** How one shift stands on the roads as they are now. */
export interface ShiftStanding {
  /** Can it be driven with every promise kept? */
  readonly isKept: boolean;
  /** Is there a way to every stop? */
  readonly isDrivable: boolean;
  /** Rides that would be late, in the order of the tour. */
  readonly lateRideIds: readonly string[];
  /** Rides that can still be taken off: not fetched, and the vehicle is not on its way to them. */
  readonly freeRideIds: ReadonlySet<string>;
}

/** Drives a shift's plan on the roads as they are now, its driver resting as the law asks. */
export async function standingOf(
  desk: DayDesk,
  snapshot: DaySnapshot,
  shiftId: string,
): Promise<ShiftStanding> {
  const { matrix, weights } = desk.world;
  const vehicle = snapshot.shifts.findIndex(({ id }) => id === shiftId);
  const only = { ...snapshot, schedules: new Map([...snapshot.schedules].filter(([id]) => id === shiftId)) };
  const nowSecond = desk.nowSecond(snapshot.day);
  const view = await viewDay(only, nowSecond, matrix, weights, false);
  const frozen = (await viewDay(only, nowSecond, matrix, weights, true)).tours[vehicle]!;
  const tour = view.tours[vehicle]!;
  const projected = projectTimes(view.problem, tour);
  const isDrivable = projected.finish < UNREACHABLE;
  // Where no road leads, nothing can be timed; whoever is behind that is late.
  const { visits, starts } = isDrivable
    ? timeTour(view, tour).schedule
    : { visits: tour.visits, starts: projected.starts };
  const late = visits.filter((visit, i) => {
    if (visit < 0 || i < tour.fixedCount) return false;
    const request = view.problem.requests[Math.floor(visit / 2)]!;
    const window = visit % 2 === 0 ? request.pickupWindow : request.dropoffWindow;
    return starts[i]! > window.latest;
  });
  const isFree = (ride: Ride | undefined) => ride?.status === 'assigned';
  const planned = frozen.visits.slice(frozen.fixedCount).filter((visit) => visit >= 0 && visit % 2 === 0);
  return {
    isKept: isSchedule(evaluateTour(prepareProblem(view.problem), tour)),
    isDrivable,
    lateRideIds: idsOf(view, late),
    freeRideIds: new Set(idsOf(view, planned).filter((id) => isFree(snapshot.rides.get(id)))),
  };
}

function idsOf(view: PlanView, visits: readonly number[]): string[] {
  const ids = visits.map((visit) => view.rideIds[Math.floor(visit / 2)] ?? null);
  return [...new Set(ids.filter((id) => id !== null))];
}
