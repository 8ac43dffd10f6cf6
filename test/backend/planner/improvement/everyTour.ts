import type { Compiled } from '../../../../backend/planner/improvement/compile.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { routeOf } from './routeOf.ts';

/** Cost of the cheapest tour of a vehicle of the first type for each set of riders, by trying all orders: `[bits]`, absent where there is none. */
export function costOfEverySet(compiled: Compiled): Map<number, number> {
  const timing = new Timing(compiled);
  const { requestCount, types, apart } = compiled;
  const costs = new Map<number, number>();
  const extend = (nodes: readonly number[], aboard: readonly number[], set: number) => {
    if (nodes.length > 0 && aboard.length === 0) {
      const route = routeOf(compiled, nodes);
      const isDrivable = timing.refresh(route);
      const hasRoom = route.load.subarray(0, nodes.length + 1).every((load) => types[0]!.fits[load] === 1);
      if (isDrivable && hasRoom)
        costs.set(set, Math.min(route.cost, costs.get(set) ?? Number.POSITIVE_INFINITY));
    }
    for (let r = 0; r < requestCount; r++) {
      if ((set >> r) % 2 === 1 || apart[r]!.some((other) => aboard.includes(other))) continue;
      extend([...nodes, 2 * r], [...aboard, r], set | (1 << r));
    }
    for (const r of aboard) {
      const others = aboard.filter((other) => other !== r);
      extend([...nodes, 2 * r + 1], others, set);
    }
  };
  extend([], [], 0);
  return costs;
}
