import { type MissedReason, type PromisedTimes, type Ride, standingPromise } from '../domain/ride/ride.ts';
import { joinSteps, type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { TimeWindow } from '../domain/units/time.ts';
import {
  checkSchedule,
  evaluateTour,
  isSchedule,
  type PlanProblem,
  type PlanVehicle,
  prepareProblem,
  type Schedule,
  type Tour,
} from '../planner/index.ts';
import type { DayDesk } from './dayDesk.ts';
import type { DaySnapshot } from './daySnapshot.ts';
import { describeSchedule, rescheduleSteps } from './planChange.ts';
import { type PlanView, viewDay } from './planView.ts';
import { projectTimes } from './projectTimes.ts';

/** A shift timed anew: its schedule, and the rides whose times or promises change. */
export interface TimedShift {
  readonly schedule: ShiftSchedule;
  readonly steps: readonly RideStep[];
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
  const { matrix, weights } = desk.world;
  const vehicle = snapshot.shifts.findIndex(({ id }) => id === shiftId);
  const view = await viewDay(
    onlyShift(snapshot, shiftId),
    desk.nowSecond(snapshot.day),
    matrix,
    weights,
    false,
  );
  const tour = view.tours[vehicle]!;
  const asPromised = evaluateTour(prepareProblem(view.problem), tour);
  if (isSchedule(asPromised)) {
    check(desk, shiftId, view.problem, asPromised);
    return describe(desk, view, asPromised, snapshot.rides, settled, []);
  }
  const broken = breakPromises(view, tour, snapshot.rides, reason);
  const schedule = asItComes(broken.problem, tour);
  check(desk, shiftId, broken.problem, schedule);
  const rides = new Map([
    ...snapshot.rides,
    ...broken.steps.map((step) => [step.after.id, step.after] as const),
  ]);
  return describe(desk, view, schedule, rides, settled, broken.steps);
}

/** The day as if this shift were its only one: nothing else is needed to time it. */
function onlyShift(snapshot: DaySnapshot, shiftId: string): DaySnapshot {
  const schedule = snapshot.schedules.get(shiftId);
  const carried = new Set((schedule?.stops ?? []).flatMap((stop) => [...stop.pickups, ...stop.dropoffs]));
  const rides = new Map([...snapshot.rides].filter(([id]) => carried.has(id)));
  return { ...snapshot, schedules: new Map(schedule ? [[shiftId, schedule]] : []), rides };
}

function check(desk: DayDesk, shiftId: string, problem: PlanProblem, schedule: Schedule): void {
  desk.world.onPlanChecked({ shiftId, violations: checkSchedule(problem, schedule) });
}

function describe(
  desk: DayDesk,
  view: PlanView,
  schedule: Schedule,
  rides: ReadonlyMap<string, Ride>,
  settled: ReadonlySet<string>,
  broken: readonly RideStep[],
): TimedShift {
  const moved = rescheduleSteps(view, schedule, rides, settled);
  return {
    schedule: describeSchedule(view, schedule, rides, () => desk.world.ids.next('stop')),
    steps: joinSteps(broken, moved),
  };
}

/** Widens the windows to what happens; whoever was told otherwise gets new times and a call. */
function breakPromises(
  view: PlanView,
  tour: Tour,
  rides: ReadonlyMap<string, Ride>,
  reason: MissedReason,
): { steps: RideStep[]; problem: PlanProblem } {
  const projected = projectTimes(view.problem, tour);
  const steps: RideStep[] = [];
  const requests = view.problem.requests.map((request, r) => {
    const pickup = projected.starts[tour.visits.indexOf(r * 2)];
    const dropoff = projected.starts[tour.visits.indexOf(r * 2 + 1)];
    if (pickup === undefined || dropoff === undefined) return request;
    const ride = rides.get(view.rideIds[r] ?? '');
    const step = ride && breakPromise(ride, pickup, dropoff, reason);
    if (step) steps.push(step);
    return {
      ...request,
      pickupWindow: reaching(request.pickupWindow, pickup),
      dropoffWindow: reaching(request.dropoffWindow, dropoff),
      maxRideSeconds: Math.max(request.maxRideSeconds, dropoff - pickup),
    };
  });
  const vehicles = view.problem.vehicles.map((vehicle, v) =>
    v === tour.vehicle ? withRoomFor(vehicle, tour, projected) : vehicle,
  );
  return { steps, problem: { ...view.problem, requests, vehicles } };
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

function reaching(window: TimeWindow, second: number): TimeWindow {
  return second <= window.latest ? window : { earliest: window.earliest, latest: second };
}

function withRoomFor(
  vehicle: PlanProblem['vehicles'][number],
  tour: Tour,
  projected: ReturnType<typeof projectTimes>,
): PlanProblem['vehicles'][number] {
  const breaks = vehicle.breaks.map((rest, b) => {
    const position = tour.visits.indexOf(-1 - b);
    // A break that nobody planned was not owed: the driver was to be back in time for it, and takes it when back.
    const until = position < 0 ? projected.finish : projected.starts[position]!;
    return { ...rest, window: reaching(rest.window, until) };
  });
  const window = { ...vehicle.window, latest: Math.max(vehicle.window.latest, projected.finish) };
  return { ...vehicle, breaks, window };
}

/**
 * Times for a tour whose rules have been widened to what happens. What the street reports is never turned away: where
 * the driver can no longer rest as the law asks, and then where even the breaks cannot be kept, the schedule stands
 * without them and the checker says so against the real rules.
 */
function asItComes(problem: PlanProblem, tour: Tour): Schedule {
  const asked = timedUnder(problem, tour);
  if (isSchedule(asked)) return asked;
  const restless = timedUnder(withVehicle(problem, tour.vehicle, withoutDutyLimits), tour);
  if (isSchedule(restless)) return restless;
  const without = { ...tour, visits: tour.visits.filter((visit, i) => visit >= 0 || i < tour.fixedCount) };
  const breakless = timedUnder(withVehicle(problem, tour.vehicle, withBreaksOptional), without);
  if (isSchedule(breakless)) return breakless;
  const codes = breakless.violations.map(({ code }) => code).join(', ');
  throw new Error(`Vehicle ${problem.vehicles[tour.vehicle]?.id} cannot be timed as it comes: ${codes}.`);
}

function timedUnder(problem: PlanProblem, tour: Tour): ReturnType<typeof evaluateTour> {
  return evaluateTour(prepareProblem(problem), tour);
}

function withVehicle(
  problem: PlanProblem,
  vehicle: number,
  change: (vehicle: PlanVehicle) => PlanVehicle,
): PlanProblem {
  return { ...problem, vehicles: problem.vehicles.map((one, v) => (v === vehicle ? change(one) : one)) };
}

function withoutDutyLimits({
  drivingLimit: _limit,
  maxDurationSeconds: _duty,
  ...vehicle
}: PlanVehicle): PlanVehicle {
  return vehicle;
}

/** A break that may begin at any hour is owed at none. */
function withBreaksOptional(vehicle: PlanVehicle): PlanVehicle {
  const anyHour = { earliest: 0, latest: Number.MAX_SAFE_INTEGER };
  return {
    ...withoutDutyLimits(vehicle),
    breaks: vehicle.breaks.map((rest) => ({ ...rest, window: anyHour })),
  };
}
