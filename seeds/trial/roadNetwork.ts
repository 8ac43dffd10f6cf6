import { type Coordinates, distanceMetres } from '../../backend/domain/units/coordinates.ts';
import type { RoadClass, RoadEdge, RoadNode } from '../region/regionData.ts';
import { type AuthoredBlock, type AuthoredPoint, AuthoringFault } from './authoredLines.ts';

/** A stretch of road without a gap. */
export interface RoadStretch {
  readonly class: RoadClass;
  readonly ref: string;
  readonly name: string;
  /** Real length divided by the length of the drawn line, ≥ 1. */
  readonly wiggle: number;
  readonly points: readonly AuthoredPoint[];
}

/** Lanes from a place to the nearest road wind more than the roads people drew. */
const LANE_WIGGLE = 1.25;
/** A lane that would meet the road this close to one of its points meets it at the point. */
const SNAP_METRES = 60;

/** The stretches of a parsed `roads.txt`: `road CLASS REF WIGGLE NAME`, ref `-` where there is none. */
export function roadStretches(blocks: readonly AuthoredBlock[]): readonly RoadStretch[] {
  return blocks.flatMap((block) => {
    const [roadClass = '', ref = '', wiggle = '', ...name] = block.words;
    if (!(Number(wiggle) >= 1)) throw new AuthoringFault(`road ${ref}: "${wiggle}" is no wiggle`);
    return block.lines.map((points) => ({
      class: roadClass as RoadClass,
      ref: ref === '-' ? '' : ref,
      name: name.join(' '),
      wiggle: Number(wiggle),
      points,
    }));
  });
}

/**
 * Adds a lane from every place that no road passes through to the nearest point of a road (motorways apart), and puts
 * that point into the road.
 */
export function linkPlaces(
  stretches: readonly RoadStretch[],
  places: readonly (Coordinates & { readonly id: string })[],
): readonly RoadStretch[] {
  const roads = stretches.map((stretch) => ({ ...stretch, points: [...stretch.points] }));
  const onRoad = new Set(roads.flatMap((road) => road.points.map((point) => point.key)));
  const lanes: RoadStretch[] = [];
  for (const place of places) {
    if (onRoad.has(place.id)) continue;
    const foot = nearestFoot(roads, place);
    lanes.push({
      class: 'minor',
      ref: '',
      name: '',
      wiggle: LANE_WIGGLE,
      points: [{ key: place.id, isNamed: true, lon: place.lon, lat: place.lat }, foot],
    });
  }
  return [...roads, ...lanes];
}

interface GrowingRoad extends Omit<RoadStretch, 'points'> {
  readonly points: AuthoredPoint[];
}

/** The nearest point of all roads, as a named point of its road. */
function nearestFoot(
  roads: readonly GrowingRoad[],
  place: Coordinates & { readonly id: string },
): AuthoredPoint {
  let best: { road: GrowingRoad; at: number; foot: Coordinates; metres: number } | undefined;
  for (const road of roads) {
    if (road.class === 'motorway') continue;
    for (let at = 1; at < road.points.length; at++) {
      const foot = projectOnto(road.points[at - 1]!, road.points[at]!, place);
      const metres = distanceMetres(foot, place);
      if (!best || metres < best.metres) best = { road, at, foot, metres };
    }
  }
  if (!best) throw new AuthoringFault(`${place.id}: there is no road`);
  const { road, at, foot } = best;
  for (const index of [at - 1, at]) {
    const end = road.points[index]!;
    if (distanceMetres(end, foot) > SNAP_METRES) continue;
    const named = { ...end, isNamed: true };
    road.points[index] = named;
    return named;
  }
  const point: AuthoredPoint = { key: `lane:${place.id}`, isNamed: true, ...roundTo5(foot) };
  road.points.splice(at, 0, point);
  return point;
}

function projectOnto(a: Coordinates, b: Coordinates, p: Coordinates): Coordinates {
  const squeeze = Math.cos((p.lat * Math.PI) / 180);
  const dx = (b.lon - a.lon) * squeeze;
  const dy = b.lat - a.lat;
  const along = ((p.lon - a.lon) * squeeze * dx + (p.lat - a.lat) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return { lon: a.lon + share * (b.lon - a.lon), lat: a.lat + share * (b.lat - a.lat) };
}

const roundTo5 = (point: Coordinates): Coordinates => ({
  lon: Math.round(point.lon * 1e5) / 1e5,
  lat: Math.round(point.lat * 1e5) / 1e5,
});

/**
 * Cuts stretches into edges at every place, junction, end and bend that two of them share. All edges may be driven
 * both ways.
 * @throws AuthoringFault when the network falls apart, naming a point of the smaller part
 */
export function buildRoadNetwork(stretches: readonly RoadStretch[]): {
  readonly nodes: readonly RoadNode[];
  readonly edges: readonly RoadEdge[];
} {
  const uses = new Map<string, number>();
  for (const { points } of stretches)
    for (const [index, point] of points.entries()) {
      const isEnd = index === 0 || index === points.length - 1;
      uses.set(point.key, (uses.get(point.key) ?? 0) + (point.isNamed || isEnd ? 2 : 1));
    }
  const nodes: RoadNode[] = [];
  const nodeIds = new Map<string, number>();
  const nodeOf = (point: AuthoredPoint): number => {
    const known = nodeIds.get(point.key);
    if (known !== undefined) return known;
    nodeIds.set(point.key, nodes.length);
    nodes.push({ id: nodes.length, lon: point.lon, lat: point.lat });
    return nodes.length - 1;
  };
  const edges: RoadEdge[] = [];
  for (const stretch of stretches) {
    let shape = [stretch.points[0]!];
    for (const point of stretch.points.slice(1)) {
      shape.push(point);
      if ((uses.get(point.key) ?? 0) < 2) continue;
      const metres = lengthOf(shape);
      if (metres < 1) throw new AuthoringFault(`${shape[0]!.key} and ${point.key} are the same spot`);
      edges.push({
        id: edges.length,
        from: nodeOf(shape[0]!),
        to: nodeOf(point),
        lengthMetres: Math.round(metres * stretch.wiggle * 10) / 10,
        class: stretch.class,
        isOneway: false,
        ref: stretch.ref,
        name: stretch.name,
        shape: shape.map(({ lon, lat }) => ({ lon, lat })),
      });
      shape = [point];
    }
  }
  refuseSplitNetwork(nodes.length, edges, [...nodeIds.keys()]);
  return { nodes, edges };
}

function lengthOf(shape: readonly Coordinates[]): number {
  let metres = 0;
  for (let i = 1; i < shape.length; i++) metres += distanceMetres(shape[i - 1]!, shape[i]!);
  return metres;
}

function refuseSplitNetwork(nodeCount: number, edges: readonly RoadEdge[], keys: readonly string[]): void {
  const neighbours: number[][] = Array.from({ length: nodeCount }, () => []);
  for (const edge of edges) {
    neighbours[edge.from]!.push(edge.to);
    neighbours[edge.to]!.push(edge.from);
  }
  const reached = new Set([0]);
  const open = [0];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const next of neighbours[node]!)
      if (!reached.has(next)) {
        reached.add(next);
        open.push(next);
      }
  const lost = keys.filter((_, index) => !reached.has(index));
  if (lost.length > 0) throw new AuthoringFault(`roads that hang in the air: ${lost.join(' ')}`);
}
