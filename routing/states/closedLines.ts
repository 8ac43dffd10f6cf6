import { FIXED } from '../geometry/distance.ts';
import type { LonLat } from '../geometry/polyline.ts';
import { shapeRange } from '../network/arcGeometry.ts';
import type { RoadNetwork } from '../network/roadNetwork.ts';
import type { ClosedIntervals } from './closedIntervals.ts';

/** The closed parts of roads as lines, first to last along each road. */
export function closedLines(network: RoadNetwork, closed: ClosedIntervals): LonLat[][] {
  const lines: LonLat[][] = [];
  for (const road of closed.roads()) {
    if (network.roadTwin[road]! >= 0) continue;
    for (const [from, to] of closed.of(road)) lines.push(partOfRoad(network, road, from, to));
  }
  return lines;
}

/** The line of a road between two distances from its start in metres. */
function partOfRoad(network: RoadNetwork, road: number, from: number, to: number): LonLat[] {
  const { shapeLon, shapeLat, shapeMetres } = network;
  const [first, last] = shapeRange(network, road);
  const pointAt = (metres: number): LonLat => {
    let segment = first;
    while (segment < last - 1 && shapeMetres[segment + 1]! < metres) segment += 1;
    const length = shapeMetres[segment + 1]! - shapeMetres[segment]!;
    const share = length > 0 ? Math.min(1, Math.max(0, (metres - shapeMetres[segment]!) / length)) : 0;
    const blend = (values: Int32Array) =>
      (values[segment]! + (values[segment + 1]! - values[segment]!) * share) / FIXED;
    return [blend(shapeLon), blend(shapeLat)];
  };
  const line = [pointAt(from)];
  for (let at = first; at <= last; at += 1) {
    if (shapeMetres[at]! > from && shapeMetres[at]! < to)
      line.push([shapeLon[at]! / FIXED, shapeLat[at]! / FIXED]);
  }
  line.push(pointAt(to));
  return line;
}
