import type { Compiled } from '../../../../backend/planner/improvement/compile.ts';
import { Route } from '../../../../backend/planner/improvement/route.ts';

/** A tour of these nodes, nothing of it worked out yet. */
export function routeOf(compiled: Compiled, nodes: readonly number[], vehicle = 0): Route {
  const route = new Route(nodes.length, compiled.isWhole);
  route.vehicle = vehicle;
  route.size = nodes.length;
  route.node.set(nodes, 1);
  return route;
}
