import { FIXED } from '../geometry/distance.ts';
import type { LonLat } from '../geometry/polyline.ts';
import { shapeRange } from '../network/arcGeometry.ts';
import { ROAD_CLASSES, type RoadClass, type RoadNetwork } from '../network/roadNetwork.ts';
import type { Snap } from '../snapping/snapIndex.ts';

/** The driven line of a leg and what belongs to each of its segments. */
export interface RouteLine {
  /** Points, first to last; at least two. */
  readonly points: LonLat[];
  /** `[i]` belongs to the segment from point i to point i + 1. */
  readonly metres: number[];
  readonly seconds: number[];
  readonly weight: number[];
  readonly classes: RoadClass[];
  /** `[i]` number of point i in the source, where it has one. */
  readonly nodes: number[];
}

class LineWriter {
  readonly line: RouteLine = { points: [], metres: [], seconds: [], weight: [], classes: [], nodes: [] };
  readonly #network: RoadNetwork;

  constructor(network: RoadNetwork) {
    this.#network = network;
  }

  /** Adds the point at `metres` along the arc's road; the segment before it costs its share of the arc. */
  add(arc: number, lon: number, lat: number, id: number, stepMetres: number, isRepeated = false): void {
    const { arcDuration, arcWeight, roadClass, roadMetres } = this.#network;
    const { line } = this;
    const point: LonLat = [lon / FIXED, lat / FIXED];
    const last = line.points.at(-1);
    if (last) {
      if (last[0] === point[0] && last[1] === point[1] && !isRepeated) return;
      const whole = roadMetres[arc >> 1]!;
      const share = whole > 0 ? stepMetres / whole : 0;
      line.metres.push(stepMetres);
      line.seconds.push((arcDuration[arc]! * share) / 10);
      line.weight.push((arcWeight[arc]! * share) / 10);
      line.classes.push(ROAD_CLASSES[roadClass[arc >> 1]!]!);
    }
    line.points.push(point);
    if (id > 0) line.nodes.push(id);
  }
}

/** The line of a way over these arcs, from a point on the first to a point on the last. */
export function routeLine(network: RoadNetwork, from: Snap, to: Snap, arcs: readonly number[]): RouteLine {
  const writer = new LineWriter(network);
  const { shapeLon, shapeLat, shapeId, shapeMetres, roadMetres } = network;
  writer.add(arcs[0]!, from.lon, from.lat, 0, 0);
  for (const [i, arc] of arcs.entries()) {
    const road = arc >> 1;
    const isForward = (arc & 1) === 0;
    const [first, last] = shapeRange(network, road);
    const start = i === 0 ? from.metres : isForward ? 0 : roadMetres[road]!;
    const end = i === arcs.length - 1 ? to.metres : isForward ? roadMetres[road]! : 0;
    let passed = start;
    for (let k = 0; k <= last - first; k += 1) {
      const at = isForward ? first + k : last - k;
      const metres = shapeMetres[at]!;
      const isAhead = isForward ? metres > start && metres <= end : metres < start && metres >= end;
      if (!isAhead) continue;
      writer.add(arc, shapeLon[at]!, shapeLat[at]!, shapeId[at]!, Math.abs(metres - passed));
      passed = metres;
    }
    if (i === arcs.length - 1) writer.add(arc, to.lon, to.lat, 0, Math.abs(to.metres - passed));
  }
  if (writer.line.points.length === 1) writer.add(arcs[0]!, to.lon, to.lat, 0, 0, true);
  return writer.line;
}
