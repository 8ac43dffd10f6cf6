import type { Tags } from '../costing/carProfile.ts';

/** A restriction of turns as OpenStreetMap words it; the reader has dropped what is not one for cars. */
export interface OsmRestriction {
  readonly kind: 'no' | 'only';
  readonly fromWays: readonly number[];
  readonly viaNode: number;
  readonly toWays: readonly number[];
}

/** A restriction of turns over ways in between. */
export interface OsmWayRestriction {
  readonly kind: 'no' | 'only';
  readonly fromWay: number;
  readonly viaWays: readonly number[];
  readonly toWay: number;
}

/** A member of a relation. */
export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation';
  readonly ref: number;
  readonly role: string;
}

/** Takes the elements of a file in whatever order they come. Coordinates in degrees. */
export interface OsmReceiver {
  node(id: number, lon: number, lat: number, tags: Tags): void;
  way(id: number, refs: readonly number[], tags: Tags): void;
  relation(id: number, members: readonly OsmMember[], tags: Tags): void;
}

/** Bytes read so far, of how many. */
export type ReadProgress = (bytes: number, total: number) => void;
