import { isSameWindow } from '../../domain/units/time.ts';
import type { Tour } from '../model/plan.ts';
import type { PlanRequest } from '../model/request.ts';
import type { TravelTimes } from '../model/travelTimes.ts';
import { mayLeaveFrom } from '../model/vehicle.ts';
import { type CoreTour, coreTourOf } from './coreTour.ts';
import type { PreparedProblem } from './preparedProblem.ts';

/** `[old request number]`: today's number of the same request. */
export type Renumbering = ReadonlyMap<number, number>;

/** Matrices never change a cell that was read: the same arrays hold the same times, and may hold more. */
export function holdsSameTimes(one: TravelTimes, other: TravelTimes): boolean {
  return (
    one.size <= other.size &&
    one.stride === other.stride &&
    one.layers.length === other.layers.length &&
    one.layers.every((layer, l) => {
      const { fromSecond, seconds, metres } = other.layers[l]!;
      return layer.fromSecond === fromSecond && layer.seconds === seconds && layer.metres === metres;
    })
  );
}

/** Can what is known of tours by the earlier problem be true in the present one? */
export function areSameRoadsAndWeights(before: PreparedProblem, prepared: PreparedProblem): boolean {
  return (
    holdsSameTimes(before.travel, prepared.travel) &&
    isSame(before.weights, prepared.weights) &&
    isSame(before.placeUse, prepared.placeUse)
  );
}

/**
 * Whether two tours of two problems over the same roads and weights have the same times: the same vehicle, and visits
 * of requests with the same data in the same order, whatever their numbers. Breaks that are not fixed are placed by the
 * timing and do not count, nor does an earliest departure that holds nothing back. Returns the numbers, or `undefined`
 * when the tours differ.
 */
export function renumberSameTour(
  before: PreparedProblem,
  earlier: Tour,
  prepared: PreparedProblem,
  tour: Tour,
): Renumbering | undefined {
  const vehicle = prepared.vehicles[tour.vehicle];
  if (!vehicle || !isSame(before.vehicles[earlier.vehicle], vehicle)) return undefined;
  if (earlier.fixedCount !== tour.fixedCount) return undefined;
  for (let i = 0; i < tour.fixedCount; i++) {
    if (earlier.fixedStarts[i] !== tour.fixedStarts[i]) return undefined;
  }
  const old = coreTourOf(earlier);
  const now = coreTourOf(tour);
  const numbers = renumberVisits(before, old, prepared, now);
  if (!numbers || holdOf(before, old) !== holdOf(prepared, now)) return undefined;
  return numbers;
}

function renumberVisits(
  before: PreparedProblem,
  old: CoreTour,
  prepared: PreparedProblem,
  now: CoreTour,
): Renumbering | undefined {
  if (old.length !== now.length) return undefined;
  const numbers = new Map<number, number>();
  for (let i = 0; i < now.length; i++) {
    const was = old.visits[i]!;
    const visit = now.visits[i]!;
    if (was < 0 || visit < 0) {
      if (was !== visit) return undefined;
      continue;
    }
    if (((was ^ visit) & 1) !== 0) return undefined;
    const known = numbers.get(was >> 1);
    if (known === undefined) {
      const request = prepared.requests[visit >> 1];
      if (!request || !isSameRequest(before.requests[was >> 1]!, request)) return undefined;
      numbers.set(was >> 1, visit >> 1);
    } else if (known !== visit >> 1) {
      return undefined;
    }
  }
  return numbers;
}

/** The tour's earliest departure; `-Infinity` where the vehicle cannot leave before it anyway. */
function holdOf(
  prepared: PreparedProblem,
  { vehicle, visits, fixedCount, fixedStarts, ...tour }: CoreTour,
): number {
  const held = tour.earliestDeparture;
  const carrier = prepared.vehicles[vehicle]!;
  if (fixedCount === 0) return held <= mayLeaveFrom(carrier) ? Number.NEGATIVE_INFINITY : held;
  const last = visits[fixedCount - 1]!;
  // The least dwell it could have: whether it joined a stop makes no difference worth looking up.
  const dwell =
    last < 0
      ? carrier.breaks[-1 - last]!.seconds
      : Math.min(prepared.joinDwell[last]!, prepared.openDwell[last]!);
  return held <= fixedStarts[fixedCount - 1]! + dwell ? Number.NEGATIVE_INFINITY : held;
}

type Comparison = (one: PlanRequest, other: PlanRequest) => boolean;

/** Every field has its comparison, or this does not compile: whatever differs must be seen. */
const COMPARISONS: Readonly<Record<keyof PlanRequest, Comparison>> = {
  id: (one, other) => one.id === other.id,
  pickupLocation: (one, other) => one.pickupLocation === other.pickupLocation,
  dropoffLocation: (one, other) => one.dropoffLocation === other.dropoffLocation,
  pickupWindow: (one, other) => isSameWindow(one.pickupWindow, other.pickupWindow),
  dropoffWindow: (one, other) => isSameWindow(one.dropoffWindow, other.dropoffWindow),
  maxRideSeconds: (one, other) => one.maxRideSeconds === other.maxRideSeconds,
  load: (one, other) => isSame(one.load, other.load),
  pickupDwellSeconds: (one, other) => one.pickupDwellSeconds === other.pickupDwellSeconds,
  pickupJoinSeconds: (one, other) => one.pickupJoinSeconds === other.pickupJoinSeconds,
  dropoffDwellSeconds: (one, other) => one.dropoffDwellSeconds === other.dropoffDwellSeconds,
  dropoffJoinSeconds: (one, other) => one.dropoffJoinSeconds === other.dropoffJoinSeconds,
  neededSkills: (one, other) => one.neededSkills === other.neededSkills,
  allowedOperators: (one, other) => one.allowedOperators === other.allowedOperators,
  apartFrom: (one, other) => isSame(one.apartFrom, other.apartFrom),
  penalty: (one, other) => one.penalty === other.penalty,
};
const ALL_COMPARISONS = Object.values(COMPARISONS);

/** As `isSame`, several times as fast: a day has thousands of requests. */
function isSameRequest(one: PlanRequest, other: PlanRequest): boolean {
  return one === other || ALL_COMPARISONS.every((compare) => compare(one, other));
}

/** Are two values of plain data equal? */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, i) => isSame(value, other[i]));
  }
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) =>
    isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
