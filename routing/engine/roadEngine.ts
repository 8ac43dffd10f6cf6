import { FIXED } from '../geometry/distance.ts';
import type { LonLat } from '../geometry/polyline.ts';
import { HierarchySearch } from '../hierarchy/hierarchySearch.ts';
import { ROAD_IS_ISLAND, type RoadNetwork } from '../network/roadNetwork.ts';
import type { ArcPath, RoadSearch } from '../search/roadSearch.ts';
import type { Snap, SnapIndex } from '../snapping/snapIndex.ts';
import { type PreparedRoads, prepareRoads } from './prepareRoads.ts';
import { directPath, sourceEnds, targetEnds } from './roadEnds.ts';
import { RoadFault } from './roadFault.ts';
import { type RouteLine, routeLine } from './routeLine.ts';

/** What an engine is asked with a point: how far a road may be. */
export interface SnapOptions {
  /** `[i]` largest distance in metres from point i to a road; `null` or absent: the engine's own limit. */
  readonly radiuses?: readonly (number | null)[];
}

/** A point put on a road. */
export interface Waypoint {
  readonly location: LonLat;
  readonly name: string;
  readonly distanceMetres: number;
  /** Numbers of the two points of the road's segment in the source. */
  readonly nodes: readonly [number, number];
  readonly snap: Snap;
}

/** Rows are sources, columns targets; `null` where there is no way. */
export interface RoadTable {
  readonly seconds: (number | null)[][];
  readonly metres: (number | null)[][];
  readonly sources: Waypoint[];
  readonly destinations: Waypoint[];
}

/** One leg between two consecutive points. */
export interface RouteLeg {
  readonly seconds: number;
  readonly weight: number;
  readonly metres: number;
  readonly line: RouteLine;
}

/** A way through all points in order. */
export interface RoadRoute {
  readonly seconds: number;
  readonly weight: number;
  readonly metres: number;
  readonly legs: RouteLeg[];
  readonly waypoints: Waypoint[];
}

/** Settings of an engine. */
export interface EngineOptions {
  /** A point farther from any road than this has no segment. */
  readonly maxSnapMetres?: number;
}

/** Answers what OSRM answers. Throws `RoadFault` (`NoSegment`, `NoRoute`). */
export interface RoadEngine {
  readonly network: RoadNetwork;
  table(sources: readonly LonLat[], destinations: readonly LonLat[], options?: SnapOptions): RoadTable;
  route(points: readonly LonLat[], options?: SnapOptions): RoadRoute;
  nearest(point: LonLat, count?: number, options?: SnapOptions): Waypoint[];
}

const DEFAULT_SNAP_METRES = 20_000;

const isDriven = ({ arcDuration }: RoadNetwork, road: number) =>
  arcDuration[2 * road]! + arcDuration[2 * road + 1]! > 0;

/** Can one come and go there? */
const isJoined = (network: RoadNetwork, road: number) =>
  isDriven(network, road) && (network.roadFlags[road]! & ROAD_IS_ISLAND) === 0;

class Engine implements RoadEngine {
  readonly network: RoadNetwork;
  readonly #index: SnapIndex;
  readonly #search: RoadSearch;
  readonly #maxSnapMetres: number;

  constructor(roads: PreparedRoads, options: EngineOptions) {
    this.network = roads.network;
    this.#index = roads.index;
    this.#search = new HierarchySearch(roads.network, roads.hierarchy, roads.metric);
    this.#maxSnapMetres = options.maxSnapMetres ?? DEFAULT_SNAP_METRES;
  }

  nearest(point: LonLat, count = 1, options: SnapOptions = {}): Waypoint[] {
    return this.#snaps(point, 0, count, options, isDriven).map((snap) => this.#waypoint(snap));
  }

  table(from: readonly LonLat[], to: readonly LonLat[], options: SnapOptions = {}): RoadTable {
    const snaps = [...from, ...to].map((point, i) => this.#snaps(point, i, 1, options)[0]!);
    const sources = snaps.slice(0, from.length);
    const destinations = snaps.slice(from.length);
    const costs = this.#search.table(
      sources.map((snap) => sourceEnds(this.network, snap)),
      destinations.map((snap) => targetEnds(this.network, snap)),
    );
    const seconds: (number | null)[][] = [];
    const metres: (number | null)[][] = [];
    for (const [s, source] of sources.entries()) {
      const secondsRow: (number | null)[] = [];
      const metresRow: (number | null)[] = [];
      for (const [d, destination] of destinations.entries()) {
        const cell = s * destinations.length + d;
        const direct =
          source.road === destination.road ? directPath(this.network, source, destination) : null;
        const isDirect = direct !== null && direct.weight <= costs.weight[cell]!;
        const isReached = isDirect || costs.weight[cell]! < Number.POSITIVE_INFINITY;
        secondsRow.push(isReached ? (isDirect ? direct.duration : costs.duration[cell]!) / 10 : null);
        metresRow.push(isReached ? (isDirect ? direct.metres : costs.metres[cell]!) : null);
      }
      seconds.push(secondsRow);
      metres.push(metresRow);
    }
    const waypoint = (snap: Snap) => this.#waypoint(snap);
    return { seconds, metres, sources: sources.map(waypoint), destinations: destinations.map(waypoint) };
  }

  route(points: readonly LonLat[], options: SnapOptions = {}): RoadRoute {
    const snaps = points.map((point, i) => this.#snaps(point, i, 1, options)[0]!);
    const legs: RouteLeg[] = [];
    for (let i = 0; i + 1 < snaps.length; i += 1) {
      const from = snaps[i]!;
      const to = snaps[i + 1]!;
      const path = this.#path(from, to);
      if (!path) throw new RoadFault('NoRoute', 'Impossible route between points');
      const line = routeLine(this.network, from, to, path.arcs);
      legs.push({ seconds: path.duration / 10, weight: path.weight / 10, metres: path.metres, line });
    }
    const sum = (part: (leg: RouteLeg) => number) => legs.reduce((total, leg) => total + part(leg), 0);
    return {
      seconds: sum((leg) => leg.seconds),
      weight: sum((leg) => leg.weight),
      metres: sum((leg) => leg.metres),
      legs,
      waypoints: snaps.map((snap) => this.#waypoint(snap)),
    };
  }

  #path(from: Snap, to: Snap): ArcPath | null {
    const around = this.#search.path(sourceEnds(this.network, from), targetEnds(this.network, to));
    const direct = from.road === to.road ? directPath(this.network, from, to) : null;
    return direct && (!around || direct.weight <= around.weight) ? direct : around;
  }

  #snaps(
    point: LonLat,
    position: number,
    count: number,
    options: SnapOptions,
    accepts: (network: RoadNetwork, road: number) => boolean = isJoined,
  ): Snap[] {
    const radius = options.radiuses?.[position] ?? this.#maxSnapMetres;
    const found = this.#index.nearest(point[0], point[1], {
      count,
      maxMetres: radius,
      accepts: (road) => accepts(this.network, road),
    });
    if (found.length > 0) return found;
    throw new RoadFault('NoSegment', `Could not find a matching segment for coordinate ${position}`);
  }

  #waypoint(snap: Snap): Waypoint {
    const { shapeId, texts, roadName } = this.network;
    return {
      location: [snap.lon / FIXED, snap.lat / FIXED],
      name: texts[roadName[snap.road]!]!,
      distanceMetres: snap.distanceMetres,
      nodes: [shapeId[snap.segment]!, shapeId[snap.segment + 1]!],
      snap,
    };
  }
}

/** Makes an engine for roads; a network that has not been prepared is prepared first. */
export function createRoadEngine(
  roads: RoadNetwork | PreparedRoads,
  options: EngineOptions = {},
): RoadEngine {
  return new Engine('hierarchy' in roads ? roads : prepareRoads(roads), options);
}
