import type { WayCosting } from '../costing/carProfile.ts';
import type { RoadClass } from './roadNetwork.ts';

/** Who waits at traffic lights: all, or those who come along the way or against it only. */
export type SignalDirection = 'both' | 'forward' | 'backward';

/** A junction or an end of a road, in millionths of a degree. */
export interface DraftNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  /** Traffic lights, for those who come so; absent where there are none. */
  readonly signal?: SignalDirection;
  /** Metres above the sea, where the source says so. */
  readonly altitude?: number;
}

/** A road between two junctions, as a reader found it. */
export interface DraftRoad {
  /** Indices in the draft's nodes. */
  readonly from: number;
  readonly to: number;
  /** The way it was cut from: turn restrictions name ways. */
  readonly way: number;
  /** Shape with both ends, millionths of a degree. */
  readonly lons: readonly number[];
  readonly lats: readonly number[];
  /** Numbers of the shape's points in the source, or empty. */
  readonly ids: readonly number[];
  readonly costing: WayCosting;
  readonly roadClass: RoadClass;
  /** Bits of `ROAD_IS_…`. */
  readonly flags: number;
  readonly name: string;
  readonly ref: string;
  /** Index of the road that this one is a twin of (`readers/twinRoads`); absent for roads proper. */
  readonly twinOf?: number;
}

/** A turn that may not be made, or the only one that may. */
export interface DraftRestriction {
  readonly kind: 'no' | 'only';
  readonly fromWay: number;
  /** Index in the draft's nodes. */
  readonly viaNode: number;
  readonly toWay: number;
}

/** What every reader hands to `buildNetwork`. */
export interface NetworkDraft {
  readonly nodes: readonly DraftNode[];
  readonly roads: readonly DraftRoad[];
  readonly restrictions: readonly DraftRestriction[];
}
