import type { Ride } from '../../domain/ride/ride.ts';
import { type RideStep, stepRide } from '../../domain/ride/stepRide.ts';
import {
  checkSchedule,
  evaluateCost,
  evaluateTour,
  isSchedule,
  type Schedule,
  type Tour,
} from '../../planner/index.ts';
import { keepsByHand } from '../byHand/keepBits.ts';
import type { DayDesk } from '../dayDesk.ts';
import { describeSchedule, rescheduleSteps, timesOf } from '../planChange.ts';
import type { PlanView } from '../planView.ts';
import type { TimedDay } from './searchTask.ts';
import { type NamedVisit, nameVisits, type TourChange } from './tourChange.ts';

/** A group of tours may change for no less than this: each change moves somebody's time, and drivers read their lists. */
const LEAST_GAIN_YEN = 50;

/** A change that holds on the present version. */
export interface HeldChange {
  readonly before: readonly Schedule[];
  readonly after: readonly Schedule[];
  /** Yen saved by the objective, more than nothing. */
  readonly gain: number;
}

/**
 * Judges a change found on an earlier version against the present one: the new orders, behind what is fixed by now, are
 * timed anew and compared with the present ones.
 * @returns undefined where others ride in its shifts by now, a vehicle is under way to somewhere else or about to
 * leave, a rule or a promise would break, or too little is gained
 */
export function holdChange(desk: DayDesk, now: TimedDay, change: TourChange): HeldChange | undefined {
  const { view, prepared } = now;
  const before: Schedule[] = [];
  const after: Schedule[] = [];
  for (const [shiftId, visits] of change.tours) {
    const vehicle = view.snapshot.shifts.findIndex(({ id }) => id === shiftId);
    const present = now.schedules[vehicle];
    if (!present) return undefined;
    const timed = evaluateTour(prepared, continueTour(view, view.tours[vehicle]!, visits));
    if (!isSchedule(timed)) return undefined;
    before.push(present);
    after.push(timed);
  }
  if (!carrySame(view, before, after) || !keep(view, after) || !pass(desk, view, after)) return undefined;
  const gain = costOf(now, before) - costOf(now, after);
  return gain >= LEAST_GAIN_YEN ? { before, after, gain } : undefined;
}

/** The new order behind what is fixed by now; where it was to begin otherwise, somebody is missing or twice in it. */
function continueTour(view: PlanView, present: Tour, visits: readonly NamedVisit[]): Tour {
  const { requests } = view.problem;
  const fixed = present.visits.slice(0, present.fixedCount);
  const numbers = new Map(requests.map(({ id }, r) => [id, r]));
  const open = visits.slice(fixed.filter((visit) => visit >= 0).length).flatMap(({ requestId, end }) => {
    const request = numbers.get(requestId);
    return request === undefined ? [] : [request * 2 + (end === 'pickup' ? 0 : 1)];
  });
  return { ...present, visits: [...fixed, ...open] };
}

/** Nobody lost, nobody twice: whoever finds a plan does not judge it. */
function carrySame(view: PlanView, before: readonly Schedule[], after: readonly Schedule[]): boolean {
  const carried = (schedules: readonly Schedule[]) =>
    schedules
      .flatMap((schedule) => nameVisits(schedule, view.problem.requests))
      .map(({ requestId, end }) => `${end} ${requestId}`)
      .sort()
      .join('\n');
  return carried(before) === carried(after);
}

/** Whoever was put on a vehicle by hand stays there, and so does the place where a vehicle is to wait. */
function keep(view: PlanView, schedules: readonly Schedule[]): boolean {
  return schedules.every(
    (schedule) =>
      keepsByHand(view.snapshot.shifts[schedule.vehicle]!.id, ridesOf(view, schedule)) &&
      schedule.visits.every((visit) => isOwn(view, schedule.vehicle, visit)),
  );
}

function isOwn(view: PlanView, vehicle: number, visit: number): boolean {
  return visit < 0 || view.rideIds[visit >> 1] !== null || view.tours[vehicle]!.visits.includes(visit);
}

function pass(desk: DayDesk, view: PlanView, schedules: readonly Schedule[]): boolean {
  return schedules.every((schedule) => {
    const violations = checkSchedule(view.problem, schedule);
    desk.world.onPlanChecked({ shiftId: view.snapshot.shifts[schedule.vehicle]!.id, violations });
    return violations.length === 0;
  });
}

function costOf({ prepared }: TimedDay, schedules: readonly Schedule[]): number {
  return schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
}

/**
 * The schedules of held changes in the words of the domain, and what becomes of the rides in them.
 * @param reason why rides change over
 */
export function describeChanges(
  desk: DayDesk,
  { view }: Pick<TimedDay, 'view'>,
  held: readonly HeldChange[],
  reason = 'planImproved',
) {
  const { rides: before } = view.snapshot;
  const after = held.flatMap((change) => change.after);
  const moved = after.flatMap((schedule) => changeOvers(view, schedule, reason));
  const rides = new Map([...before, ...moved.map((step) => [step.after.id, step.after] as const)]);
  const movedIds = new Set(moved.map((step) => step.after.id));
  return {
    schedules: after.map((schedule) =>
      describeSchedule(view, schedule, rides, () => desk.world.ids.next('stop')),
    ),
    steps: [...moved, ...after.flatMap((schedule) => rescheduleSteps(view, schedule, rides, movedIds))],
    movedRideIds: [...movedIds],
  };
}

/** Steps of the rides that come into this schedule from another vehicle. */
function changeOvers(view: PlanView, schedule: Schedule, reason: string): RideStep[] {
  const shiftId = view.snapshot.shifts[schedule.vehicle]!.id;
  return ridesOf(view, schedule)
    .filter((ride) => ride.shiftId !== shiftId)
    .map((ride) => {
      const step = stepRide(
        ride,
        { type: 'unassign', reason, isMoved: true },
        { type: 'assign', shiftId, ...timesOf(view, schedule, ride.id) },
      );
      if (!step.ok) throw new Error(`Ride ${ride.id} cannot change over: ${step.reason.code}.`);
      return step.value;
    });
}

function ridesOf(view: PlanView, { visits }: Schedule): Ride[] {
  return visits
    .filter((visit) => visit >= 0 && visit % 2 === 0)
    .map((visit) => view.snapshot.rides.get(view.rideIds[visit >> 1] ?? ''))
    .filter((ride) => ride !== undefined);
}
