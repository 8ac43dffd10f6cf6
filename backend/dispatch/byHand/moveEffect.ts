import { type Ride, standingPromise } from '../../domain/ride/ride.ts';
import type { RideStep } from '../../domain/ride/stepRide.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { ShiftWork } from '../replan/shiftWork.ts';

/** What moving a ride means for everybody. Seconds of the service day, and differences of them. */
export interface MoveEffect {
  /** When the ride is planned to begin and end on the other vehicle. */
  readonly pickup: number;
  readonly dropoff: number;
  /** Does another provider of its service carry it then? */
  readonly changesProvider: boolean;
  /** More driving than now, both vehicles together; less than nothing where it saves. */
  readonly addedDrivingSeconds: number;
  readonly addedDrivingMetres: number;
  /** Other rides whose times move by a minute or more, their promises kept: later or, less than nothing, earlier. */
  readonly shifted: readonly { readonly rideId: string; readonly seconds: number }[];
  /** Promises that break, the ride's own among them: how much later than the end of what was told. */
  readonly broken: readonly BrokenPromise[];
}

export interface BrokenPromise {
  readonly rideId: string;
  readonly lateSeconds: number;
}

/** Less than this nobody sees on a clock. */
const SEEN_SECONDS = 60;

/** What changes between a version of the day and the work that has a ride on another vehicle. */
export function effectOf(
  before: DaySnapshot,
  rideId: string,
  { snapshot, steps, changed }: ShiftWork,
): MoveEffect {
  const { scheduled } = snapshot.rides.get(rideId)!;
  const added = (of: 'drivingSeconds' | 'drivingMetres') =>
    [...changed].reduce(
      (sum, id) => sum + snapshot.schedules.get(id)![of] - (before.schedules.get(id)?.[of] ?? 0),
      0,
    );
  const broken = steps.filter(isBroken);
  const own = steps.find(({ after }) => after.id === rideId);
  return {
    pickup: scheduled.pickup!,
    dropoff: scheduled.dropoff!,
    changesProvider: own !== undefined && own.before.providerId !== own.after.providerId,
    addedDrivingSeconds: added('drivingSeconds'),
    addedDrivingMetres: added('drivingMetres'),
    shifted: steps
      .filter((step) => step.after.id !== rideId && !isBroken(step))
      .map(({ before: was, after }) => ({ rideId: after.id, seconds: shiftOf(was, after) }))
      .filter(({ seconds }) => Math.abs(seconds) >= SEEN_SECONDS),
    broken: broken.map(({ before: was, after }) => ({
      rideId: after.id,
      lateSeconds: latenessOf(was, after),
    })),
  };
}

/** Does a promise break in this step? */
export function isBroken({ events }: RideStep): boolean {
  return events.some(({ type }) => type === 'PromiseBroken');
}

/** How far the pickup moves; the dropoff, where the rider is aboard already or only that moves. */
function shiftOf(was: Ride, now: Ride): number {
  const pickup = (now.scheduled.pickup ?? 0) - (was.scheduled.pickup ?? 0);
  if (now.performed.pickup === null && Math.abs(pickup) >= SEEN_SECONDS) return pickup;
  return (now.scheduled.dropoff ?? 0) - (was.scheduled.dropoff ?? 0);
}

/** How much later than told, at the end where it is worse. */
function latenessOf(was: Ride, { scheduled }: Ride): number {
  const told = standingPromise(was)!;
  return Math.max(
    (scheduled.pickup ?? 0) - told.pickup.latest,
    (scheduled.dropoff ?? 0) - told.dropoff.latest,
  );
}
