import type { Neighbours } from './neighbours.ts';
import type { SeededRandom } from './random.ts';
import type { Route } from './route.ts';
import type { Ruin } from './ruin.ts';
import type { Tours } from './tours.ts';

/** Tours out of which riders are taken: two, and up to so many more. */
const MORE_TOURS = 4;

/**
 * Chooses the riders under way around one moment in neighbouring tours, about `wanted` in all: who is driven by whom at a
 * busy hour can only be changed for all of them together (by time, Shaw 1998 and Ropke & Pisinger 2006, over tours near in
 * place).
 */
export function ruinMoment(
  tours: Tours,
  neighbours: Neighbours,
  random: SeededRandom,
  ruin: Ruin,
  wanted: number,
): void {
  const { vehicleOf, routes, compiled } = tours;
  const { list, count } = neighbours;
  const seed = random.below(compiled.requestCount);
  const first = vehicleOf[seed]!;
  if (first < 0) return;
  const moment = routes[first]!.earliest[indexOf(routes[first]!, seed * 2)]!;
  const most = 2 + random.below(MORE_TOURS);
  const share = Math.ceil(wanted / most);
  const seen = new Set<number>();
  for (let k = -1; k < count && seen.size < most && ruin.count < wanted; k++) {
    const vehicle = vehicleOf[k < 0 ? seed : list[seed * count + k]!]!;
    if (vehicle < 0 || seen.has(vehicle)) continue;
    seen.add(vehicle);
    chooseAround(routes[vehicle]!, moment, ruin, Math.min(wanted, ruin.count + share));
  }
}

/** Chooses riders of a tour, the visits nearest to the moment first, until so many are chosen. */
function chooseAround(route: Route, moment: number, ruin: Ruin, until: number): void {
  const { node, earliest, size } = route;
  let after = 1;
  while (after <= size && earliest[after]! < moment) after++;
  let before = after - 1;
  while (ruin.count < until && (before >= 1 || after <= size)) {
    const isLater = before < 1 || (after <= size && earliest[after]! - moment < moment - earliest[before]!);
    ruin.choose(node[isLater ? after++ : before--]! >> 1);
  }
}

function indexOf(route: Route, node: number): number {
  let k = 1;
  while (k <= route.size && route.node[k] !== node) k++;
  return k;
}
