import type { Compiled } from '../../../../backend/planner/improvement/compile.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import type { Route } from '../../../../backend/planner/improvement/route.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { routeOf } from './routeOf.ts';

/** A place for a request in a tour, the tour with it there, worked out from nothing, and whether that can be driven. */
export interface TriedPlace {
  readonly route: Route;
  readonly request: number;
  /** The pickup behind index i of the tour, the dropoff behind index j. */
  readonly i: number;
  readonly j: number;
  readonly longer: Route;
  readonly isDrivable: boolean;
}

/** Puts one request after the other into vehicle 0's tour, each at a random one of the places that can be driven; every place is tried before. */
export function* growTour(compiled: Compiled, seed: number): Generator<TriedPlace> {
  const timing = new Timing(compiled);
  const random = new SeededRandom(seed);
  let route = routeOf(compiled, []);
  timing.refresh(route);
  for (let request = 0; request < compiled.requestCount; request++) {
    const places: Route[] = [];
    for (let i = 0; i <= route.size; i++) {
      for (let j = i; j <= route.size; j++) {
        const longer = extended(compiled, route, request, i, j);
        const isDrivable = timing.refresh(longer);
        if (isDrivable) places.push(longer);
        yield { route, request, i, j, longer, isDrivable };
      }
    }
    if (places.length > 0) route = places[random.below(places.length)]!;
  }
}

/** The tour with a request's pickup after index i and its dropoff after index j. */
function extended(compiled: Compiled, route: Route, request: number, i: number, j: number): Route {
  const nodes = [...route.node.slice(1, route.size + 1)];
  nodes.splice(j, 0, request * 2 + 1);
  nodes.splice(i, 0, request * 2);
  return routeOf(compiled, nodes, route.vehicle);
}
