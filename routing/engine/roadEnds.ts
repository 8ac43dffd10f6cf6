import type { ArcCosts } from '../hierarchy/metric.ts';
import type { RoadNetwork } from '../network/roadNetwork.ts';
import type { ArcEnd, ArcPath } from '../search/roadSearch.ts';
import type { Snap } from '../snapping/snapIndex.ts';
import { ClosedIntervals } from '../states/closedIntervals.ts';

/** What parts of roads cost in one road state, and which are closed. */
export interface RoadParts {
  readonly network: RoadNetwork;
  readonly costs: ArcCosts;
  readonly closed: ClosedIntervals;
}

/** Open roads: the network as it was built. */
export function openParts(network: RoadNetwork): RoadParts {
  const costs = { weight: network.arcWeight, duration: network.arcDuration };
  return { network, costs, closed: new ClosedIntervals() };
}

/** Driving on an arc between two places on its road, in metres along the road; `null` where that is not allowed. */
function drive({ network, costs, closed }: RoadParts, arc: number, from: number, to: number): ArcEnd | null {
  const road = arc >> 1;
  const isForward = (arc & 1) === 0;
  const metres = isForward ? to - from : from - to;
  if (network.arcDuration[arc]! === 0 || metres < 0 || closed.isClosedBetween(road, from, to)) return null;
  const whole = network.roadMetres[road]!;
  const share = whole > 0 ? Math.min(1, metres / whole) : 0;
  return {
    arc,
    weight: Math.round(costs.weight[arc]! * share),
    duration: Math.round(costs.duration[arc]! * share),
    metres,
  };
}

const isEnd = (end: ArcEnd | null): end is ArcEnd => end !== null;

/** How one can leave the road from this point: at its end, at its start, or both. */
export function sourceEnds(parts: RoadParts, snap: Snap): ArcEnd[] {
  const arc = 2 * snap.road;
  const whole = parts.network.roadMetres[snap.road]!;
  return [drive(parts, arc, snap.metres, whole), drive(parts, arc + 1, snap.metres, 0)].filter(isEnd);
}

/** How one can come to this point: from the road's start, from its end, or both; on the road itself or a twin of it. */
export function targetEnds(parts: RoadParts, snap: Snap): ArcEnd[] {
  const whole = parts.network.roadMetres[snap.road]!;
  return [snap.road, ...twinsOf(parts.network, snap.road)]
    .flatMap((road) => [
      drive(parts, 2 * road, 0, snap.metres),
      drive(parts, 2 * road + 1, whole, snap.metres),
    ])
    .filter(isEnd);
}

const NO_TWINS: readonly number[] = [];
const twinsByNetwork = new WeakMap<RoadNetwork, ReadonlyMap<number, readonly number[]>>();

/** The twins of a road; looked for once in a network. */
function twinsOf(network: RoadNetwork, road: number): readonly number[] {
  let twins = twinsByNetwork.get(network);
  if (!twins) {
    const found = new Map<number, number[]>();
    network.roadTwin.forEach((original, twin) => {
      if (original >= 0) found.set(original, [...(found.get(original) ?? []), twin]);
    });
    twins = found;
    twinsByNetwork.set(network, twins);
  }
  return twins.get(road) ?? NO_TWINS;
}

/** The way along one road from one point to another on it; `null` where the goal lies behind or it is closed. */
export function directPath(parts: RoadParts, from: Snap, to: Snap): ArcPath | null {
  const forward = 2 * from.road;
  const end =
    drive(parts, forward, from.metres, to.metres) ?? drive(parts, forward + 1, from.metres, to.metres);
  if (!end) return null;
  const { arc, weight, duration, metres } = end;
  return { arcs: [arc], weight, duration, metres };
}
