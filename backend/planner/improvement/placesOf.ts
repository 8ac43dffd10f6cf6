import type { PlanProblem } from '../model/problem.ts';
import type { TravelTimes } from '../model/travelTimes.ts';
import { UNREACHABLE } from '../model/travelTimes.ts';

type Matrix = Int32Array | Float64Array;

/**
 * The problem with no other places than its requests and vehicles have, numbered so that near ones lie side by side in
 * the matrices: a search reads them at random, mostly between near places, and hangs on how fast that is.
 */
export function withPlacesOf(
  problem: PlanProblem,
  requests: PlanProblem['requests'],
  vehicles: PlanProblem['vehicles'],
): PlanProblem {
  const { travel } = problem;
  const used = new Set(
    requests.flatMap(({ pickupLocation, dropoffLocation }) => [pickupLocation, dropoffLocation]),
  );
  for (const { startLocation, endLocation } of vehicles) {
    if (startLocation !== undefined) used.add(startLocation);
    if (endLocation !== undefined) used.add(endLocation);
  }
  const places = orderByNearness([...used], travel);
  const numberOf = new Map(places.map((place, k) => [place, k]));
  return {
    ...problem,
    requests: requests.map((request) => ({
      ...request,
      pickupLocation: numberOf.get(request.pickupLocation)!,
      dropoffLocation: numberOf.get(request.dropoffLocation)!,
    })),
    vehicles: vehicles.map((vehicle) => ({
      ...vehicle,
      ...(vehicle.startLocation !== undefined && { startLocation: numberOf.get(vehicle.startLocation)! }),
      ...(vehicle.endLocation !== undefined && { endLocation: numberOf.get(vehicle.endLocation)! }),
    })),
    travel: cut(travel, places),
  };
}

/** Places in an order in which near ones stand together: halved again and again between two that lie far apart. */
export function orderByNearness(places: readonly number[], { stride, layers }: TravelTimes): number[] {
  const { seconds } = layers[0]!;
  const between = (from: number, to: number): number => Math.min(seconds[from * stride + to]!, UNREACHABLE);
  const farthest = (from: number, of: readonly number[]): number =>
    of.reduce((far, place) => (between(from, place) > between(from, far) ? place : far), of[0]!);
  const order: number[] = [];
  const halve = (part: readonly number[]): void => {
    if (part.length < 3) {
      order.push(...part);
      return;
    }
    const one = farthest(part[0]!, part);
    const other = farthest(one, part);
    const side = new Map(part.map((place) => [place, between(one, place) - between(other, place)]));
    const sorted = [...part].sort((a, b) => side.get(a)! - side.get(b)!);
    const middle = sorted.length >> 1;
    halve(sorted.slice(0, middle));
    halve(sorted.slice(middle));
  };
  halve(places);
  return order;
}

/** The travel times between these places alone, numbered in their order. */
function cut({ stride, layers }: TravelTimes, places: readonly number[]): TravelTimes {
  const size = places.length;
  const pick = <M extends Matrix>(matrix: M): M => {
    const cells = new (matrix.constructor as new (length: number) => M)(size * size);
    places.forEach((from, i) => {
      for (let j = 0; j < size; j++) cells[i * size + j] = matrix[from * stride + places[j]!]!;
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
