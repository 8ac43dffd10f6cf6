import type { DraftNode, DraftRestriction, DraftRoad, NetworkDraft } from '../network/networkDraft.ts';
import {
  ROAD_CLASSES,
  ROAD_IS_BRIDGE,
  ROAD_IS_LINK,
  ROAD_IS_TUNNEL,
  type RoadClass,
} from '../network/roadNetwork.ts';
import type { OsmCollector, OsmWay } from './osmCollector.ts';
import { twinRoads } from './twinRoads.ts';

function classOf(highway: string): RoadClass {
  const main = highway.replace(/_link$/, '');
  if (ROAD_CLASSES.includes(main as RoadClass)) return main as RoadClass;
  return main === 'unclassified' || main === 'residential' ? 'minor' : 'service';
}

function flagsOf(way: OsmWay): number {
  return (
    (way.highway.endsWith('_link') ? ROAD_IS_LINK : 0) |
    (way.isBridge ? ROAD_IS_BRIDGE : 0) |
    (way.isTunnel ? ROAD_IS_TUNNEL : 0)
  );
}

/** Cuts ways into roads between junctions. */
class WayCutter {
  readonly nodes: DraftNode[] = [];
  readonly roads: DraftRoad[] = [];
  missingNodes = 0;
  readonly #collected: OsmCollector;
  /** Ways that use a node, by its position in the store; ends count twice, so that every end is a junction. */
  readonly #uses: Uint8Array;
  readonly #junctions = new Map<number, number>();

  constructor(collected: OsmCollector) {
    this.#collected = collected;
    this.#uses = new Uint8Array(collected.nodes.size);
  }

  cutAll(): void {
    const pieces = this.#collected.ways.map((way) => this.#soundPieces(way));
    for (const piece of pieces.flat()) {
      for (const [i, position] of piece.entries()) {
        const isEnd = i === 0 || i === piece.length - 1;
        this.#uses[position] = Math.min(2, this.#uses[position]! + (isEnd ? 2 : 1));
      }
    }
    for (const [i, way] of this.#collected.ways.entries()) {
      for (const piece of pieces[i]!) this.#cut(way, piece);
    }
  }

  /** Where a node is a junction already, its index in the draft. */
  junction(id: number): number | undefined {
    return this.#junctions.get(id);
  }

  /** A way as positions in the node store, in pieces where nodes are missing, repeated nodes left out. */
  #soundPieces(way: OsmWay): number[][] {
    const pieces: number[][] = [[]];
    for (const ref of way.refs) {
      const position = this.#collected.nodes.find(ref);
      const piece = pieces.at(-1)!;
      if (position < 0) {
        this.missingNodes += 1;
        if (piece.length > 0) pieces.push([]);
      } else if (piece.at(-1) !== position) piece.push(position);
    }
    return pieces.filter((piece) => piece.length > 1);
  }

  #cut(way: OsmWay, piece: readonly number[]): void {
    const idOf = (position: number) => this.#collected.nodes.id(position);
    let start = 0;
    for (let i = 1; i < piece.length; i += 1) {
      const id = idOf(piece[i]!);
      const isCut =
        this.#uses[piece[i]!]! > 1 || this.#collected.signals.has(id) || this.#collected.blocked.has(id);
      if (!isCut) continue;
      this.#addRoad(way, piece.slice(start, i + 1));
      start = i;
    }
  }

  #addRoad(way: OsmWay, positions: readonly number[]): void {
    const { nodes } = this.#collected;
    this.roads.push({
      from: this.#node(positions[0]!),
      to: this.#node(positions.at(-1)!),
      way: way.id,
      lons: positions.map((position) => nodes.lon(position)),
      lats: positions.map((position) => nodes.lat(position)),
      ids: positions.map((position) => nodes.id(position)),
      costing: way.costing,
      roadClass: classOf(way.highway),
      flags: flagsOf(way),
      name: way.name,
      ref: way.ref,
    });
  }

  /** A barrier that lets no car pass is an end of its own for every road that meets it. */
  #node(position: number): number {
    const { nodes, signals, blocked, altitudes } = this.#collected;
    const id = nodes.id(position);
    const known = this.#junctions.get(id);
    if (known !== undefined && !blocked.has(id)) return known;
    const altitude = altitudes.get(id);
    const signal = signals.get(id);
    const node = {
      id,
      lon: nodes.lon(position),
      lat: nodes.lat(position),
      ...(signal ? { signal } : {}),
      ...(altitude === undefined ? {} : { altitude }),
    };
    const index = this.nodes.push(node) - 1;
    this.#junctions.set(id, index);
    return index;
  }
}

/** What was made of an OSM file, and what could not be. */
export interface OsmDraft {
  readonly draft: NetworkDraft;
  /** Way points without coordinates. */
  readonly missingNodes: number;
  /** Restrictions whose ways do not lie as they should. */
  readonly brokenRestrictions: number;
}

/** Roads between junctions. */
export function draftFromOsm(collected: OsmCollector): OsmDraft {
  const cutter = new WayCutter(collected);
  cutter.cutAll();
  const restrictions: DraftRestriction[] = [];
  for (const { kind, fromWays, viaNode, toWays } of collected.restrictions) {
    const junction = cutter.junction(viaNode);
    if (junction === undefined) continue;
    for (const fromWay of fromWays) {
      for (const toWay of toWays) restrictions.push({ kind, fromWay, viaNode: junction, toWay });
    }
  }
  const roads = [...cutter.roads];
  let brokenRestrictions = 0;
  for (const [i, restriction] of collected.wayRestrictions.entries()) {
    const made = twinRoads(cutter.roads, restriction, -1 - i);
    if (!made) brokenRestrictions += 1;
    roads.push(...(made?.twins ?? []));
    restrictions.push(...(made?.restrictions ?? []));
  }
  return {
    draft: { nodes: cutter.nodes, roads, restrictions },
    missingNodes: cutter.missingNodes,
    brokenRestrictions,
  };
}
