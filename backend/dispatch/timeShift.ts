import type { DayEvent } from '../domain/event/logEvent.ts';
import { evolveRideAll } from '../domain/ride/evolveRide.ts';
import type { PromisedTimes, Ride } from '../domain/ride/ride.ts';
import { joinSteps, type RideStep } from '../domain/ride/stepRide.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import {
  evaluateTour,
  isSchedule,
  type PlanProblem,
  prepareProblem,
  type Schedule,
  type Tour,
} from '../planner/index.ts';
import type { DayDesk } from './dayDesk.ts';
import type { DaySnapshot } from './daySnapshot.ts';
import { describeSchedule, rescheduleSteps } from './planChange.ts';
import { type PlanView, viewDay } from './planView.ts';
import { projectTimes } from './projectTimes.ts';

/** A shift timed anew: its schedule, the rides whose times or promises change, and the calls that are owed. */
export interface TimedShift {
  readonly schedule: ShiftSchedule;
  readonly steps: readonly RideStep[];
  readonly events: readonly DayEvent[];
}

/** A promise that cannot be kept is told anew with this much room. */
const NEW_PROMISE_SECONDS = 600;

/**
 * Times the rest of a shift after its stops or rides changed. Promises that the street has broken become
 * `PromiseBroken` events with new times and a call-back each; nothing is bent silently.
 * @param settled rides that have a step of their own in this change
 */
export async function timeShift(
  desk: DayDesk,
  snapshot: DaySnapshot,
  shiftId: string,
  settled: ReadonlySet<string>,
): Promise<TimedShift> {
  const { matrix, weights } = desk.world;
  const vehicle = snapshot.shifts.findIndex(({ id }) => id === shiftId);
  const only = { ...snapshot, schedules: new Map([...snapshot.schedules].filter(([id]) => id === shiftId)) };
  const view = await viewDay(only, desk.nowSecond(snapshot.day), matrix, weights);
  const tour = view.tours[vehicle]!;
  const asPromised = evaluateTour(prepareProblem(view.problem), tour);
  if (isSchedule(asPromised)) return describe(desk, view, asPromised, snapshot.rides, settled, []);
  const broken = breakPromises(view, tour, snapshot.rides);
  const schedule = asItComes(broken.problem, tour);
  const rides = new Map([
    ...snapshot.rides,
    ...broken.steps.map((step) => [step.after.id, step.after] as const),
  ]);
  return describe(desk, view, schedule, rides, settled, broken.steps);
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
    events: broken.map((): DayEvent => ({ type: 'CallBackCreated', reason: 'promiseBroken' })),
  };
}

function breakPromises(
  view: PlanView,
  tour: Tour,
  rides: ReadonlyMap<string, Ride>,
): { steps: RideStep[]; problem: PlanProblem } {
  const projected = projectTimes(view.problem, tour);
  const startOf = (visit: number) => projected.starts[tour.visits.indexOf(visit)];
  const steps: RideStep[] = [];
  const requests = view.problem.requests.map((request, r) => {
    const pickup = startOf(r * 2);
    const dropoff = startOf(r * 2 + 1);
    if (pickup === undefined || dropoff === undefined) return request;
    const times: PromisedTimes = {
      pickup: atLeastUntil(request.pickupWindow, pickup),
      dropoff: atLeastUntil(request.dropoffWindow, dropoff),
    };
    const ride = rides.get(view.rideIds[r] ?? '');
    const isBroken = times.pickup !== request.pickupWindow || times.dropoff !== request.dropoffWindow;
    if (ride && isBroken && ride.status !== 'done') steps.push(breakPromise(ride, times));
    const rideSeconds = dropoff - pickup;
    return {
      ...request,
      pickupWindow: times.pickup,
      dropoffWindow: times.dropoff,
      maxRideSeconds: Math.max(request.maxRideSeconds, rideSeconds),
    };
  });
  const vehicles = view.problem.vehicles.map((vehicle, v) =>
    v === tour.vehicle ? withRoomFor(vehicle, tour, projected) : vehicle,
  );
  return { steps, problem: { ...view.problem, requests, vehicles } };
}

function withRoomFor(
  vehicle: PlanProblem['vehicles'][number],
  tour: Tour,
  projected: ReturnType<typeof projectTimes>,
): PlanProblem['vehicles'][number] {
  const breaks = vehicle.breaks.map((rest, b) => {
    const position = tour.visits.indexOf(-1 - b);
    return position < 0 ? rest : { ...rest, window: atLeastUntil(rest.window, projected.starts[position]!) };
  });
  const window = { ...vehicle.window, latest: Math.max(vehicle.window.latest, projected.finish) };
  return { ...vehicle, breaks, window };
}

function atLeastUntil<Window extends { earliest: number; latest: number }>(
  window: Window,
  second: number,
): Window {
  return second <= window.latest
    ? window
    : { ...window, latest: Math.ceil(second / 60) * 60 + NEW_PROMISE_SECONDS };
}

function breakPromise(ride: Ride, promise: PromisedTimes): RideStep {
  const events = [{ type: 'PromiseBroken', promise, reason: 'vehicleLate' }] as const;
  return { before: ride, after: evolveRideAll(ride, events), events };
}

/** Times for a tour whose rules have been widened to what happens. */
function asItComes(problem: PlanProblem, tour: Tour): Schedule {
  const timed = evaluateTour(prepareProblem(problem), tour);
  if (isSchedule(timed)) return timed;
  const codes = timed.violations.map(({ code }) => code).join(', ');
  throw new Error(`Vehicle ${problem.vehicles[tour.vehicle]?.id} cannot be timed as it comes: ${codes}.`);
}
