import Flatbush from 'flatbush';
import { FIXED, metresBetween } from '../geometry/distance.ts';
import type { RoadNetwork } from '../network/roadNetwork.ts';

/** A point on a road. */
export interface Snap {
  readonly road: number;
  /** Index of the shape point that starts the segment the point lies on. */
  readonly segment: number;
  /** Metres along the road from its start. */
  readonly metres: number;
  /** Millionths of a degree. */
  readonly lon: number;
  readonly lat: number;
  /** Metres from the point that was asked for. */
  readonly distanceMetres: number;
}

/** What to snap to. */
export interface SnapWish {
  /** How many, nearest first. */
  readonly count: number;
  /** Nothing farther than this. */
  readonly maxMetres: number;
  /** Roads to look at; all where absent. */
  readonly accepts?: (road: number) => boolean;
}

const FIRST_RADIUS_METRES = 60;
const METRES_PER_UNIT = 0.11132;
const RADIANS = Math.PI / 180;

/** Latitude stretched as on a Mercator map, so that nearest on paper is nearest on the ground. */
function mercator(fixedLat: number): number {
  const radians = (fixedLat / FIXED) * RADIANS;
  return (Math.asinh(Math.tan(radians)) / RADIANS) * FIXED;
}

/** Finds the nearest points on roads (not only at junctions). */
export class SnapIndex {
  readonly #network: RoadNetwork;
  readonly #tree: Flatbush;

  /** `stored` is the spatial index of an earlier time, somewhere inside a larger buffer. */
  constructor(
    network: RoadNetwork,
    stored?: { readonly data: ArrayBufferLike; readonly byteOffset: number },
  ) {
    this.#network = network;
    this.#tree = stored ? Flatbush.from(stored.data, stored.byteOffset) : SnapIndex.#grow(network);
  }

  /** The spatial index, to be stored and handed in again. */
  get treeData(): ArrayBufferLike {
    return this.#tree.data;
  }

  static #grow(network: RoadNetwork): Flatbush {
    const { shapeLon, shapeLat, shapeStart } = network;
    const tree = new Flatbush(Math.max(1, shapeLon.length), 16, Int32Array);
    for (let r = 0; r + 1 < shapeStart.length; r += 1) {
      const last = shapeStart[r + 1]! - 1;
      for (let i = shapeStart[r]!; i <= last; i += 1) {
        const j = Math.min(i + 1, last);
        const [y0, y1] = [mercator(shapeLat[i]!), mercator(shapeLat[j]!)];
        const [x0, x1] = [shapeLon[i]!, shapeLon[j]!];
        tree.add(
          Math.min(x0, x1),
          Math.floor(Math.min(y0, y1)),
          Math.max(x0, x1),
          Math.ceil(Math.max(y0, y1)),
        );
      }
    }
    if (shapeLon.length === 0) tree.add(0, 0, 0, 0);
    tree.finish();
    return tree;
  }

  /** Roads with a segment whose bounds touch the box; degrees. */
  roadsIn(west: number, south: number, east: number, north: number): Set<number> {
    const [low, high] = [mercator(south * FIXED), mercator(north * FIXED)];
    const segments = this.#tree.search(west * FIXED, Math.floor(low), east * FIXED, Math.ceil(high));
    return new Set(segments.map((segment) => this.#roadOf(segment)));
  }

  /** The nearest points on different road segments, nearest first. Degrees in; empty where none is near enough. */
  nearest(lon: number, lat: number, wish: SnapWish): Snap[] {
    if (this.#network.shapeLon.length === 0) return [];
    const x = lon * FIXED;
    const y = mercator(lat * FIXED);
    const metresPerUnit = METRES_PER_UNIT * Math.cos(lat * RADIANS);
    const width = Math.max(this.#tree.maxX - this.#tree.minX, this.#tree.maxY - this.#tree.minY);
    const gap = Math.max(
      this.#tree.minX - x,
      x - this.#tree.maxX,
      this.#tree.minY - y,
      y - this.#tree.maxY,
      0,
    );
    const limit = Math.min(wish.maxMetres / metresPerUnit, gap + 2 * width);
    for (let radius = gap + FIRST_RADIUS_METRES / metresPerUnit; ; radius *= 2) {
      const reach = Math.min(radius, limit);
      const found = this.#within(x, y, reach, wish);
      const isComplete = found.length >= wish.count && found[wish.count - 1]!.units <= reach;
      if (isComplete || reach >= limit) {
        return found
          .filter((hit) => hit.units <= limit)
          .slice(0, wish.count)
          .map((hit) => this.#snap(hit, lon, lat));
      }
    }
  }

  #within(x: number, y: number, reach: number, wish: SnapWish): Hit[] {
    const hits: Hit[] = [];
    for (const segment of this.#tree.search(x - reach, y - reach, x + reach, y + reach)) {
      const road = this.#roadOf(segment);
      if (segment === this.#network.shapeStart[road + 1]! - 1) continue;
      if (wish.accepts && !wish.accepts(road)) continue;
      hits.push(this.#project(road, segment, x, y));
    }
    return hits.sort((a, b) => a.units - b.units || a.segment - b.segment);
  }

  #project(road: number, segment: number, x: number, y: number): Hit {
    const { shapeLon, shapeLat } = this.#network;
    const [x0, y0] = [shapeLon[segment]!, mercator(shapeLat[segment]!)];
    const [dx, dy] = [shapeLon[segment + 1]! - x0, mercator(shapeLat[segment + 1]!) - y0];
    const squared = dx * dx + dy * dy;
    const along = squared === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / squared;
    const ratio = Math.min(1, Math.max(0, along));
    return { road, segment, ratio, units: Math.hypot(x - x0 - ratio * dx, y - y0 - ratio * dy) };
  }

  #snap(hit: Hit, lon: number, lat: number): Snap {
    const { shapeLon, shapeLat, shapeMetres } = this.#network;
    const { road, segment, ratio } = hit;
    const blend = (from: number, to: number) => from + ratio * (to - from);
    const snapLon = Math.round(blend(shapeLon[segment]!, shapeLon[segment + 1]!));
    const snapLat = Math.round(blend(shapeLat[segment]!, shapeLat[segment + 1]!));
    return {
      road,
      segment,
      metres: blend(shapeMetres[segment]!, shapeMetres[segment + 1]!),
      lon: snapLon,
      lat: snapLat,
      distanceMetres: metresBetween(lon, lat, snapLon / FIXED, snapLat / FIXED),
    };
  }

  /** The road whose shape holds this point: the last whose shape starts at or before it. */
  #roadOf(point: number): number {
    const { shapeStart } = this.#network;
    let low = 0;
    let high = shapeStart.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (shapeStart[middle]! <= point) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

interface Hit {
  readonly road: number;
  readonly segment: number;
  readonly ratio: number;
  /** Distance in stretched millionths of a degree. */
  readonly units: number;
}
