import type { Plan, Schedule } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import type { PlanRequest } from '../model/request.ts';
import type { TravelTimes } from '../model/travelTimes.ts';

/** Some vehicles of a plan and whom they carry, as a problem of its own with numbers and travel times of its own. */
export interface PlanPart {
  readonly problem: PlanProblem;
  readonly plan: Plan;
  /** `[v]` = number in the whole of the part's vehicle v, `[r]` = number in the whole of its request r. */
  readonly vehicleOf: readonly number[];
  readonly requestOf: readonly number[];
}

/**
 * Cuts the vehicles of some schedules out of a plan. Travel times are copied for the places of the part only, so that
 * they lie close together in memory and are quickly handed to another thread.
 * @param unserved requests left out so far that the part may take in
 */
export function extractPart(
  problem: PlanProblem,
  wholeSchedules: readonly Schedule[],
  unserved: readonly number[] = [],
): PlanPart {
  const requestOf: number[] = [];
  const numberOf = new Map<number, number>();
  const renumber = (request: number): number => {
    const known = numberOf.get(request);
    if (known !== undefined) return known;
    numberOf.set(request, requestOf.length);
    return requestOf.push(request) - 1;
  };
  const schedules = wholeSchedules.map((schedule, v): Schedule => {
    const visits = schedule.visits.map((visit) =>
      visit < 0 ? visit : renumber(visit >> 1) * 2 + (visit & 1),
    );
    return { ...schedule, vehicle: v, visits };
  });
  const left = unserved.map(renumber);
  const vehicles = wholeSchedules.map(({ vehicle }) => vehicle);
  return {
    problem: partProblem(problem, vehicles, requestOf),
    plan: { schedules, unserved: left },
    vehicleOf: vehicles,
    requestOf,
  };
}

/** The whole plan with a part of it replaced. */
export function putBackPart(whole: Plan, part: PlanPart, plan: Plan): Plan {
  const schedules = [...whole.schedules];
  plan.schedules.forEach((schedule, v) => {
    const vehicle = part.vehicleOf[v]!;
    const visits = schedule.visits.map((visit) =>
      visit < 0 ? visit : part.requestOf[visit >> 1]! * 2 + (visit & 1),
    );
    schedules[vehicle] = { ...schedule, vehicle, visits };
  });
  const ofPart = new Set(part.plan.unserved.map((r) => part.requestOf[r]!));
  const left = plan.unserved.map((r) => part.requestOf[r]!);
  return { schedules, unserved: [...whole.unserved.filter((r) => !ofPart.has(r)), ...left] };
}

function partProblem(
  problem: PlanProblem,
  vehicles: readonly number[],
  requestOf: readonly number[],
): PlanProblem {
  const locations = new PartLocations();
  const ids = new Set(requestOf.map((r) => problem.requests[r]!.id));
  const requests = requestOf.map((r): PlanRequest => {
    const request = problem.requests[r]!;
    return {
      ...request,
      pickupLocation: locations.numberOf(request.pickupLocation),
      dropoffLocation: locations.numberOf(request.dropoffLocation),
      ...(request.apartFrom && { apartFrom: request.apartFrom.filter((id) => ids.has(id)) }),
    };
  });
  const fleet = vehicles.map((v) => {
    const vehicle = problem.vehicles[v]!;
    const { startLocation, endLocation } = vehicle;
    return {
      ...vehicle,
      ...(startLocation !== undefined && { startLocation: locations.numberOf(startLocation) }),
      ...(endLocation !== undefined && { endLocation: locations.numberOf(endLocation) }),
    };
  });
  return { ...problem, requests, vehicles: fleet, travel: locations.cut(problem.travel) };
}

/** Numbers the places of a part in the order in which they are met. */
class PartLocations {
  readonly #inWhole: number[] = [];
  readonly #numbers = new Map<number, number>();

  numberOf(location: number): number {
    const known = this.#numbers.get(location);
    if (known !== undefined) return known;
    this.#numbers.set(location, this.#inWhole.length);
    return this.#inWhole.push(location) - 1;
  }

  /** The travel times between these places alone. */
  cut({ stride, layers }: TravelTimes): TravelTimes {
    const size = this.#inWhole.length;
    const pick = <Matrix extends Int32Array | Float64Array>(matrix: Matrix): Matrix => {
      const cells = new (matrix.constructor as new (length: number) => Matrix)(size * size);
      this.#inWhole.forEach((from, i) => {
        for (let j = 0; j < size; j++) cells[i * size + j] = matrix[from * stride + this.#inWhole[j]!]!;
      });
      return cells;
    };
    return {
      stride: size,
      size,
      layers: layers.map(({ fromSecond, seconds, metres }) => ({
        fromSecond,
        seconds: pick(seconds),
        // Some problems price seconds alone and give one matrix for both.
        metres: pick(metres),
      })),
    };
  }
}
