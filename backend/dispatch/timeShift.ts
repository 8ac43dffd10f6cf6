import { type MissedReason, type PromisedTimes, type Ride, standingPromise } from '../domain/ride/ride.ts';
import { joinSteps, type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { TimeWindow } from '../domain/units/time.ts';
import { checkSchedule, type PlanProblem, type Schedule, type Violation } from '../planner/index.ts';
import type { DayDesk } from './dayDesk.ts';
import type { DaySnapshot } from './daySnapshot.ts';
import { describeSchedule, rescheduleSteps } from './planChange.ts';
import { type PlanView, viewDay } from './planView.ts';
import { type TimedTour, timeTour } from './timeTour.ts';
import { waitingVariants } from './waitingPlace.ts';

/** A shift timed anew: its schedule, and the rides whose times or promises change. */
export interface TimedShift {
  readonly schedule: ShiftSchedule;
  readonly steps: readonly RideStep[];
  /** What it breaks beside promises: the law of drivers, the shift's hours, places, skills. The street may; nobody else. */
  readonly unlawful: readonly Violation[];
}

/** A promise that cannot be kept is told anew with this much room. */
const NEW_PROMISE_SECONDS = 600;

/**
 * Times the rest of a shift after its stops or rides changed. Promises that the street has broken become
 * `PromiseBroken` events with new times and a call-back each; nothing is bent silently.
 * @param settled rides that have a step of their own in this change
 * @param reason why promises break, where they do
 */
export async function timeShift(
  desk: DayDesk,
  snapshot: DaySnapshot,
  shiftId: string,
  settled: ReadonlySet<string>,
  reason: MissedReason = 'vehicleLate',
): Promise<TimedShift> {
  const vehicle = snapshot.shifts.findIndex(({ id }) => id === shiftId);
  const { view, timed } = await timeBest(desk, onlyShift(snapshot, shiftId), vehicle);
  const { schedule, problem, isKept } = timed;
  desk.world.onPlanChecked({ shiftId, violations: checkSchedule(problem, schedule) });
  const broken = isKept ? [] : breakPromises(view, schedule, snapshot.rides, reason);
  const rides = new Map([...snapshot.rides, ...broken.map((step) => [step.after.id, step.after] as const)]);
  const unlawful = checkSchedule(withoutPromises(view.problem), schedule);
  return { ...describe(desk, view, schedule, rides, settled, broken), unlawful };
}

/** Without places to wait where that keeps every promise, else with as few as keep them; without where none do. */
async function timeBest(
  desk: DayDesk,
  only: DaySnapshot,
  vehicle: number,
): Promise<{ readonly view: PlanView; readonly timed: TimedTour }> {
  const { matrix, weights } = desk.world;
  const nowSecond = desk.nowSecond(only.day);
  const { id } = only.shifts[vehicle]!;
  const schedule = only.schedules.get(id);
  const variants = schedule ? waitingVariants(schedule, only.rides, nowSecond) : [undefined];
  const time = async (variant: ShiftSchedule | undefined) => {
    const snapshot = variant ? { ...only, schedules: new Map([[id, variant]]) } : only;
    const view = await viewDay(snapshot, nowSecond, matrix, weights, false);
    return { view, timed: timeTour(view, view.tours[vehicle]!) };
  };
  const first = await time(variants[0]);
  for (let v = 1; v < variants.length && !first.timed.isKept; v++) {
    const other = await time(variants[v]);
    if (other.timed.isKept) return other;
  }
  return first;
}

/** The rules without those that are only about being in time for riders. */
function withoutPromises(problem: PlanProblem): PlanProblem {
  const anyTime = ({ earliest }: TimeWindow) => ({ earliest, latest: Number.MAX_SAFE_INTEGER });
  const requests = problem.requests.map((request) => ({
    ...request,
    pickupWindow: anyTime(request.pickupWindow),
    dropoffWindow: anyTime(request.dropoffWindow),
    maxRideSeconds: Number.MAX_SAFE_INTEGER,
  }));
  return { ...problem, requests };
}

/** The day as if this shift were its only one: nothing else is needed to time it. */
function onlyShift(snapshot: DaySnapshot, shiftId: string): DaySnapshot {
  const schedule = snapshot.schedules.get(shiftId);
  const carried = new Set((schedule?.stops ?? []).flatMap((stop) => [...stop.pickups, ...stop.dropoffs]));
  const rides = new Map([...snapshot.rides].filter(([id]) => carried.has(id)));
  return { ...snapshot, schedules: new Map(schedule ? [[shiftId, schedule]] : []), rides };
}

function describe(
  desk: DayDesk,
  view: PlanView,
  schedule: Schedule,
  rides: ReadonlyMap<string, Ride>,
  settled: ReadonlySet<string>,
  broken: readonly RideStep[],
): Omit<TimedShift, 'unlawful'> {
  const moved = rescheduleSteps(view, schedule, rides, settled);
  return {
    schedule: describeSchedule(view, schedule, rides, () => desk.world.ids.next('stop')),
    steps: joinSteps(broken, moved),
  };
}

/** Whoever was told otherwise than what happens gets new times and a call. */
function breakPromises(
  view: PlanView,
  { visits, starts }: Schedule,
  rides: ReadonlyMap<string, Ride>,
  reason: MissedReason,
): RideStep[] {
  return view.rideIds.flatMap((id, r) => {
    const ride = rides.get(id ?? '');
    const [pickup, dropoff] = [visits.indexOf(r * 2), visits.indexOf(r * 2 + 1)];
    if (!ride || pickup < 0 || dropoff < 0) return [];
    return breakPromise(ride, starts[pickup]!, starts[dropoff]!, reason) ?? [];
  });
}

/** The step that tells new times, where the standing promise cannot be kept. */
export function breakPromise(
  ride: Ride,
  pickup: number,
  dropoff: number,
  reason: MissedReason,
): RideStep | undefined {
  const promise = standingPromise(ride);
  if (!promise) return undefined;
  const isLateToFetch = ride.performed.pickup === null && pickup > promise.pickup.latest;
  const isLateToArrive = ride.performed.dropoff === null && dropoff > promise.dropoff.latest;
  if (!isLateToFetch && !isLateToArrive) return undefined;
  const revised: PromisedTimes = {
    pickup: isLateToFetch ? toldAnew(promise.pickup, pickup) : promise.pickup,
    dropoff: isLateToArrive ? toldAnew(promise.dropoff, dropoff) : promise.dropoff,
  };
  const step = stepRide(ride, { type: 'breakPromise', revised, reason });
  return step.ok ? step.value : undefined;
}

function toldAnew(window: TimeWindow, second: number): TimeWindow {
  return { earliest: window.earliest, latest: Math.ceil(second / 60) * 60 + NEW_PROMISE_SECONDS };
}
