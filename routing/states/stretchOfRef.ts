import type { RoadNetwork } from '../network/roadNetwork.ts';
import type { Snap, SnapIndex } from '../snapping/snapIndex.ts';
import { type ClosedByRef, RoadStateFault } from './roadState.ts';

/** A part of a road on the stretch, in metres along it. */
export interface StretchPart {
  readonly road: number;
  readonly from: number;
  readonly to: number;
}

const MAX_METRES_FROM_ROAD = 2_000;

/** Do the road's numbers (`252;289`) hold this one? */
export function hasRef(network: RoadNetwork, road: number, ref: string): boolean {
  const refs = network.texts[network.roadRef[road]!]!;
  return refs === ref || refs.split(/[;,]/).some((one) => one.trim() === ref);
}

/** All roads of this number. Throws `RoadStateFault` where there is none. */
export function roadsOfRef(network: RoadNetwork, ref: string): number[] {
  const roads: number[] = [];
  for (let road = 0; road < network.roadFrom.length; road += 1)
    if (hasRef(network, road, ref)) roads.push(road);
  if (roads.length === 0) throw new RoadStateFault('unknownRef', `No road has the number ${ref}.`);
  return roads;
}

function snapTo(
  index: SnapIndex,
  roads: ReadonlySet<number>,
  point: readonly [number, number],
  ref: string,
): Snap {
  const accepts = (road: number) => roads.has(road);
  const [snap] = index.nearest(point[0], point[1], { count: 1, maxMetres: MAX_METRES_FROM_ROAD, accepts });
  if (snap) return snap;
  const where = `${point[1]}, ${point[0]}`;
  throw new RoadStateFault('stretchNotFound', `Road ${ref} is more than 2 km away from ${where}.`);
}

/** Junctions reached from one end, with the road by which each was. */
type Trail = Map<number, { metres: number; road: number; before: number }>;

/** Shortest ways along the roads from a snap; directions of traffic do not matter, only where the road runs. */
function spread(network: RoadNetwork, roads: ReadonlySet<number>, start: Snap, direction: 1 | -1 | 0): Trail {
  const { roadFrom, roadTo, roadMetres, arcDuration } = network;
  const isAlong = (arc: number) => direction === 0 || arcDuration[direction === 1 ? arc : arc ^ 1]! > 0;
  const atJunction = new Map<number, number[]>();
  for (const road of roads) {
    for (const [arc, tail] of [
      [2 * road, roadFrom[road]!],
      [2 * road + 1, roadTo[road]!],
    ] as const) {
      if (isAlong(arc)) atJunction.set(tail, [...(atJunction.get(tail) ?? []), arc]);
    }
  }
  const trail: Trail = new Map();
  const open = new Map<number, { metres: number; road: number; before: number }>();
  const offer = (node: number, metres: number, road: number, before: number) => {
    if (trail.has(node) || metres >= (open.get(node)?.metres ?? Number.POSITIVE_INFINITY)) return;
    open.set(node, { metres, road, before });
  };
  if (isAlong(2 * start.road))
    offer(roadTo[start.road]!, roadMetres[start.road]! - start.metres, start.road, -1);
  if (isAlong(2 * start.road + 1)) offer(roadFrom[start.road]!, start.metres, start.road, -1);
  while (open.size > 0) {
    const [node, step] = [...open].reduce((best, next) => (next[1].metres < best[1].metres ? next : best));
    open.delete(node);
    trail.set(node, step);
    for (const arc of atJunction.get(node) ?? []) {
      const head = (arc & 1) === 0 ? roadTo[arc >> 1]! : roadFrom[arc >> 1]!;
      offer(head, step.metres + roadMetres[arc >> 1]!, arc >> 1, node);
    }
  }
  return trail;
}

/** The way from one snap to another along the roads; empty where there is none. */
function trace(
  network: RoadNetwork,
  roads: ReadonlySet<number>,
  from: Snap,
  to: Snap,
  direction: 1 | -1 | 0,
) {
  const { roadFrom, roadTo, roadMetres } = network;
  if (from.road === to.road) return [{ road: from.road, from: from.metres, to: to.metres }];
  const trail = spread(network, roads, from, direction);
  const ends = [
    { node: roadFrom[to.road]!, metres: to.metres, start: 0 },
    { node: roadTo[to.road]!, metres: roadMetres[to.road]! - to.metres, start: roadMetres[to.road]! },
  ].filter((end) => trail.has(end.node));
  if (ends.length === 0) return [];
  const total = (end: (typeof ends)[number]) => trail.get(end.node)!.metres + end.metres;
  const best = ends.reduce((a, b) => (total(b) < total(a) ? b : a));
  const parts: StretchPart[] = [{ road: to.road, from: best.start, to: to.metres }];
  for (let node = best.node; ; ) {
    const step = trail.get(node)!;
    if (step.before < 0) {
      const start = roadTo[step.road] === node ? roadMetres[step.road]! : 0;
      parts.push({ road: step.road, from: from.metres, to: start });
      return parts;
    }
    parts.push({ road: step.road, from: 0, to: roadMetres[step.road]! });
    node = step.before;
  }
}

/**
 * The stretch of a numbered road between two places on it, both carriageways where they are apart. Throws
 * `RoadStateFault` where the road does not run from one to the other.
 */
export function stretchBetween(network: RoadNetwork, index: SnapIndex, closed: ClosedByRef): StretchPart[] {
  const roads = new Set(roadsOfRef(network, closed.ref));
  const [a, b] = closed.between!;
  const from = snapTo(index, roads, a, closed.ref);
  const to = snapTo(index, roads, b, closed.ref);
  const either = trace(network, roads, from, to, 0);
  if (either.length === 0) {
    const places = `${a[1]}, ${a[0]} and ${b[1]}, ${b[0]}`;
    throw new RoadStateFault('stretchNotFound', `Road ${closed.ref} does not run through between ${places}.`);
  }
  return [...either, ...trace(network, roads, from, to, 1), ...trace(network, roads, from, to, -1)];
}
