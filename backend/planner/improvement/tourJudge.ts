import type { CoreTour } from '../schedule/coreTour.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { TourTimer } from '../schedule/tourTimer.ts';
import { CostMemory } from './costMemory.ts';
import { tourName } from './tourName.ts';

/** Prices whole tours by every rule and weight of the problem; used where the search's own arithmetic is a relaxation. */
export interface TourJudge {
  /** Cost of the tour `nodes[1 … size]` behind the vehicle's fixed part, `Infinity` when it breaks a rule. */
  cost(vehicle: number, nodes: Int32Array, size: number): number;
  /** The same with a request's pickup after index i and its dropoff after index j; `Infinity` where that is `most` or more, too. */
  costWith(
    vehicle: number,
    nodes: Int32Array,
    size: number,
    request: number,
    i: number,
    j: number,
    most: number,
  ): number;
}

/** What of a vehicle's tour is fixed, as the exact timing wants it. */
export interface FixedPart {
  readonly visits: readonly number[];
  readonly starts: readonly number[];
  readonly earliestDeparture: number;
}

/** A judge on the exact timing of schedules; `fixed[v]` belongs to vehicle v. */
export function createTourJudge(prepared: PreparedProblem, fixed: readonly FixedPart[]): TourJudge {
  const timer = new TourTimer(prepared);
  let visits = new Int32Array(256);
  const memory = new CostMemory();
  const price = (vehicle: number, length: number, most = Number.POSITIVE_INFINITY): number => {
    const { visits: front, starts, earliestDeparture } = fixed[vehicle]!;
    const name = tourName(vehicle, visits, front.length, length - front.length);
    const known = memory.find(name);
    if (known >= 0) return known < most ? known : Number.POSITIVE_INFINITY;
    for (let i = 0; i < front.length; i++) visits[i] = front[i]!;
    const tour: CoreTour = {
      vehicle,
      visits,
      length,
      fixedCount: front.length,
      fixedStarts: starts,
      earliestDeparture,
    };
    const cost = timer.evaluateCost(tour, most);
    // What only costs too much this time may be asked for again with more to spend.
    if (cost < Number.POSITIVE_INFINITY || most === Number.POSITIVE_INFINITY) memory.store(name, cost);
    return cost;
  };
  const reserve = (length: number) => {
    if (length > visits.length) visits = new Int32Array(length * 2);
  };
  return {
    cost(vehicle, nodes, size) {
      const at = fixed[vehicle]!.visits.length;
      reserve(at + size);
      for (let k = 1; k <= size; k++) visits[at + k - 1] = nodes[k]!;
      return price(vehicle, at + size);
    },
    costWith(vehicle, nodes, size, request, i, j, most) {
      let at = fixed[vehicle]!.visits.length;
      reserve(at + size + 2);
      for (let k = 0; k <= size; k++) {
        if (k > 0) visits[at++] = nodes[k]!;
        if (k === i) visits[at++] = request * 2;
        if (k === j) visits[at++] = request * 2 + 1;
      }
      return price(vehicle, at, most);
    },
  };
}
