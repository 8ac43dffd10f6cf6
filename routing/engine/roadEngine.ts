import { FIXED } from '../geometry/distance.ts';
import type { LonLat } from '../geometry/polyline.ts';
import { ROAD_IS_ISLAND, type RoadNetwork } from '../network/roadNetwork.ts';
import type { Snap } from '../snapping/snapIndex.ts';
import type { ClosedIntervals } from '../states/closedIntervals.ts';
import type { RoadState, RoadStateReport } from '../states/roadState.ts';
import { pathsGoingStraight, pathsWithTurningBack } from './pathThrough.ts';
import { type PreparedRoads, prepareRoads } from './prepareRoads.ts';
import { directPath, sourceEnds, targetEnds } from './roadEnds.ts';
import { RoadFault } from './roadFault.ts';
import { RoadStates, type StateAnswers } from './roadStates.ts';
import { type RouteLine, routeLine } from './routeLine.ts';

/** What goes with a question. */
export interface AskOptions {
  /** `[i]` largest distance in metres from point i to a road; `null` or absent: the engine's own limit. */
  readonly radiuses?: readonly (number | null)[];
  /** The road state to answer for; open roads where absent. */
  readonly state?: string;
  /** Must a route go on at its middle points in the direction in which it arrived (where it can)? */
  readonly continueStraight?: boolean;
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

/** Answers what OSRM answers. Throws `RoadFault` (`NoSegment`, `NoRoute`, `InvalidOptions` for an unknown state). */
export interface RoadEngine {
  readonly network: RoadNetwork;
  /** Takes a road state in; questions may name it from then on. Throws `RoadStateFault`. */
  defineState(state: RoadState): RoadStateReport;
  /** Forgets a road state; `false` where there was none. */
  forgetState(id: string): boolean;
  listStates(): string[];
  table(sources: readonly LonLat[], destinations: readonly LonLat[], options?: AskOptions): RoadTable;
  route(points: readonly LonLat[], options?: AskOptions): RoadRoute;
  nearest(point: LonLat, count?: number, options?: AskOptions): Waypoint[];
}

const DEFAULT_SNAP_METRES = 20_000;
const OPEN_ROADS = 'driving';
const STREET_BEHIND_METRES = 50;
const SNAPS_TRIED = 12;
const SNAPS_REMEMBERED = 20_000;

const isDriven = ({ arcDuration, roadTwin }: RoadNetwork, road: number) =>
  roadTwin[road]! < 0 && arcDuration[2 * road]! + arcDuration[2 * road + 1]! > 0;

/** Can one come and go there? */
const isJoined = (network: RoadNetwork, road: number) =>
  isDriven(network, road) && (network.roadFlags[road]! & ROAD_IS_ISLAND) === 0;

class Engine implements RoadEngine {
  readonly network: RoadNetwork;
  readonly #roads: PreparedRoads;
  readonly #states: RoadStates;
  readonly #maxSnapMetres: number;
  readonly #remembered = new Map<string, Snap>();

  constructor(roads: PreparedRoads, options: EngineOptions) {
    this.network = roads.network;
    this.#roads = roads;
    this.#states = new RoadStates(roads);
    this.#maxSnapMetres = options.maxSnapMetres ?? DEFAULT_SNAP_METRES;
  }

  defineState(state: RoadState): RoadStateReport {
    return this.#states.define(state);
  }

  forgetState(id: string): boolean {
    return this.#states.forget(id);
  }

  listStates(): string[] {
    return this.#states.list();
  }

  nearest(point: LonLat, count = 1, options: AskOptions = {}): Waypoint[] {
    this.#answers(options);
    return this.#snaps(point, 0, count, options, isDriven).map((snap) => this.#waypoint(snap));
  }

  table(from: readonly LonLat[], to: readonly LonLat[], options: AskOptions = {}): RoadTable {
    const { search, parts } = this.#answers(options);
    const snaps = this.#snapAll([...from, ...to], options, parts.closed);
    const sources = snaps.slice(0, from.length);
    const destinations = snaps.slice(from.length);
    const costs = search.table(
      sources.map((snap) => sourceEnds(parts, snap)),
      destinations.map((snap) => targetEnds(parts, snap)),
    );
    const seconds: (number | null)[][] = [];
    const metres: (number | null)[][] = [];
    for (const [s, source] of sources.entries()) {
      const secondsRow: (number | null)[] = [];
      const metresRow: (number | null)[] = [];
      for (const [d, destination] of destinations.entries()) {
        const cell = s * destinations.length + d;
        const direct = source.road === destination.road ? directPath(parts, source, destination) : null;
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

  route(points: readonly LonLat[], options: AskOptions = {}): RoadRoute {
    const answers = this.#answers(options);
    const snaps = this.#snapAll(points, options, answers.parts.closed);
    const straight = options.continueStraight && snaps.length > 2 ? pathsGoingStraight(answers, snaps) : null;
    const paths = straight ?? pathsWithTurningBack(answers, snaps);
    if (!paths) throw new RoadFault('NoRoute', 'Impossible route between points');
    const legs = paths.map((path, i): RouteLeg => {
      const line = routeLine(this.network, snaps[i]!, snaps[i + 1]!, path.arcs);
      return { seconds: path.duration / 10, weight: path.weight / 10, metres: path.metres, line };
    });
    const sum = (part: (leg: RouteLeg) => number) => legs.reduce((total, leg) => total + part(leg), 0);
    return {
      seconds: sum((leg) => leg.seconds),
      weight: sum((leg) => leg.weight),
      metres: sum((leg) => leg.metres),
      legs,
      waypoints: snaps.map((snap) => this.#waypoint(snap)),
    };
  }

  #answers(options: AskOptions): StateAnswers {
    return this.#states.answersFor(options.state ?? OPEN_ROADS);
  }

  #snapAll(points: readonly LonLat[], options: AskOptions, closed: ClosedIntervals): Snap[] {
    return points.map((point, i) => this.#openSnap(point, i, options, closed));
  }

  /** The nearest place, remembered: the same boarding points are asked about again and again. */
  #nearestSnap(point: LonLat, position: number, options: AskOptions): Snap {
    if (options.radiuses?.[position] != null) return this.#snaps(point, position, 1, options, isJoined)[0]!;
    const key = `${point[0]} ${point[1]}`;
    const known = this.#remembered.get(key);
    if (known) return known;
    const snap = this.#snaps(point, position, 1, options, isJoined)[0]!;
    if (this.#remembered.size >= SNAPS_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, snap);
    return snap;
  }

  /** The nearest place; where that is closed, an open one hardly farther away (a corner, the street behind). */
  #openSnap(point: LonLat, position: number, options: AskOptions, closed: ClosedIntervals): Snap {
    const isClosed = (snap: Snap) => closed.isClosedBetween(snap.road, snap.metres, snap.metres);
    const nearest = this.#nearestSnap(point, position, options);
    if (!isClosed(nearest)) return nearest;
    const limit = nearest.distanceMetres + STREET_BEHIND_METRES;
    const others = this.#snaps(point, position, SNAPS_TRIED, options, isJoined);
    return others.find((snap) => !isClosed(snap) && snap.distanceMetres <= limit) ?? nearest;
  }

  #snaps(
    point: LonLat,
    position: number,
    count: number,
    options: AskOptions,
    accepts: (network: RoadNetwork, road: number) => boolean,
  ): Snap[] {
    const found = this.#roads.index.nearest(point[0], point[1], {
      count,
      maxMetres: options.radiuses?.[position] ?? this.#maxSnapMetres,
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
