import { FIXED } from '../geometry/distance.ts';
import { shapeRange } from '../network/arcGeometry.ts';
import type { RoadNetwork } from '../network/roadNetwork.ts';
import type { SnapIndex } from '../snapping/snapIndex.ts';
import type { Interval } from './closedIntervals.ts';
import type { Ring } from './roadState.ts';

/** Is the point inside the ring (even-odd rule)? */
export function isInRing(lon: number, lat: number, ring: Ring): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[j]!;
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
}

/** Shares (0 … 1) of the segment at which it crosses the ring, with both ends, ascending. */
function crossings(x0: number, y0: number, x1: number, y1: number, ring: Ring): number[] {
  const shares = [0, 1];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [ax, ay] = ring[j]!;
    const [bx, by] = ring[i]!;
    const cross = (x1 - x0) * (by - ay) - (y1 - y0) * (bx - ax);
    if (cross === 0) continue;
    const onSegment = ((ax - x0) * (by - ay) - (ay - y0) * (bx - ax)) / cross;
    const onRing = ((ax - x0) * (y1 - y0) - (ay - y0) * (x1 - x0)) / cross;
    if (onSegment > 0 && onSegment < 1 && onRing >= 0 && onRing <= 1) shares.push(onSegment);
  }
  return shares.sort((a, b) => a - b);
}

/** The parts of a road that lie inside the ring, in metres along it. */
export function partsInRing(network: RoadNetwork, road: number, ring: Ring): Interval[] {
  const { shapeLon, shapeLat, shapeMetres } = network;
  const [first, last] = shapeRange(network, road);
  const parts: Interval[] = [];
  for (let i = first; i < last; i += 1) {
    const [x0, y0] = [shapeLon[i]! / FIXED, shapeLat[i]! / FIXED];
    const [x1, y1] = [shapeLon[i + 1]! / FIXED, shapeLat[i + 1]! / FIXED];
    const shares = crossings(x0, y0, x1, y1, ring);
    const metresAt = (share: number) => shapeMetres[i]! + share * (shapeMetres[i + 1]! - shapeMetres[i]!);
    for (let k = 0; k + 1 < shares.length; k += 1) {
      const middle = (shares[k]! + shares[k + 1]!) / 2;
      if (!isInRing(x0 + middle * (x1 - x0), y0 + middle * (y1 - y0), ring)) continue;
      parts.push([metresAt(shares[k]!), metresAt(shares[k + 1]!)]);
    }
  }
  return parts;
}

/** Roads that may touch the ring: those with a segment in its bounds. */
export function roadsNearRing(index: SnapIndex, ring: Ring): Set<number> {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return index.roadsIn(Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats));
}
