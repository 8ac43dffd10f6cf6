/** Road classes, heaviest first; the index is what `roadClass` holds. */
export const ROAD_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'minor',
  'service',
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

export const ROAD_IS_LINK = 1;
export const ROAD_IS_ROUNDABOUT = 2;
/** Entering it from an unrestricted road costs so much that nobody drives through (private, delivery). */
export const ROAD_IS_RESTRICTED = 4;
export const ROAD_IS_BRIDGE = 8;
export const ROAD_IS_TUNNEL = 16;
/** Not joined with the rest both ways: seen by `nearest`, but ways neither begin nor end on it. */
export const ROAD_IS_ISLAND = 32;

/** Lower than any place on earth. */
export const UNKNOWN_ALTITUDE = -100_000;

/**
 * A directed road network in flat arrays. A road `r` joins two junctions and has two arcs: `2r` along its shape and
 * `2r + 1` against it. An arc whose duration is 0 may not be driven. Coordinates are in millionths of a degree;
 * durations and weights in tenths of a second, so that sums of integers never drift.
 */
export interface RoadNetwork {
  /** What the speeds and turn costs were taken from. */
  readonly profile: string;
  /** Junctions: `[node]`. */
  readonly nodeLon: Int32Array;
  readonly nodeLat: Int32Array;
  /** `[node]` metres above the sea, `UNKNOWN_ALTITUDE` where the source does not say. */
  readonly nodeAltitude: Int32Array;
  /** `[road]`: the junction at the start and at the end of the shape. */
  readonly roadFrom: Int32Array;
  readonly roadTo: Int32Array;
  /** `[road]` index in `ROAD_CLASSES`. */
  readonly roadClass: Uint8Array;
  /** `[road]` bits of `ROAD_IS_…`. */
  readonly roadFlags: Uint8Array;
  /** `[road]` index in `texts`. */
  readonly roadName: Int32Array;
  readonly roadRef: Int32Array;
  readonly roadMetres: Float64Array;
  /** `[road]` the road that this one is a twin of, −1 for roads proper: the same road for those who come from one side. */
  readonly roadTwin: Int32Array;
  /** Shape of road r: points `shapeStart[r]` to `shapeStart[r + 1] - 1`, both ends included. */
  readonly shapeStart: Int32Array;
  readonly shapeLon: Int32Array;
  readonly shapeLat: Int32Array;
  /** `[shape point]` number of the point in the source, 0 where it has none. */
  readonly shapeId: Float64Array;
  /** `[shape point]` metres from the start of its road. */
  readonly shapeMetres: Float64Array;
  /** `[arc]` tenths of a second, 0 = not driven. */
  readonly arcDuration: Int32Array;
  readonly arcWeight: Int32Array;
  /** Turns out of arc a: `turnStart[a]` to `turnStart[a + 1] - 1`. */
  readonly turnStart: Int32Array;
  /** `[turn]` the arc turned into. */
  readonly turnTo: Int32Array;
  readonly turnDuration: Int32Array;
  readonly turnWeight: Int32Array;
  readonly texts: readonly string[];
}

/** Number of roads. */
export function roadCount(network: RoadNetwork): number {
  return network.roadFrom.length;
}

/** The junction where an arc ends. */
export function arcHead(network: RoadNetwork, arc: number): number {
  const road = arc >> 1;
  return (arc & 1) === 0 ? network.roadTo[road]! : network.roadFrom[road]!;
}

/** The junction where an arc starts. */
export function arcTail(network: RoadNetwork, arc: number): number {
  return arcHead(network, arc ^ 1);
}
