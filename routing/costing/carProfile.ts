/** Tags of a way, as OpenStreetMap knows them. */
export type Tags = Readonly<Record<string, string>>;

/** What driving along a way costs. A speed of 0 means that it may not be driven in that direction. */
export interface WayCosting {
  readonly forwardKmh: number;
  readonly backwardKmh: number;
  /** The speed that decides which way is taken; differs from the driven one where a road is to be shunned. */
  readonly forwardRateKmh: number;
  readonly backwardRateKmh: number;
  /** Only for those who have business there: driven to, never through. */
  readonly isRestricted: boolean;
  readonly isRoundabout: boolean;
}

/** A turn from one road into the next. */
export interface Turn {
  /** Degrees from straight on: positive to the right, negative to the left, 180 = back. */
  readonly angle: number;
  /** Roads that meet here, the one we come from included. */
  readonly roads: number;
  readonly isUTurn: boolean;
  readonly hasSignal: boolean;
}

/** Speeds and turn costs of a car. */
export interface CarProfile {
  readonly name: string;
  /** Raise it when speeds or costs change, so that roads kept on disk are prepared anew. */
  readonly version: number;
  /** `null` where no car may drive at all. */
  wayCosting(tags: Tags): WayCosting | null;
  /** Seconds. */
  turnSeconds(turn: Turn): number;
  /** May a car pass this node (gate, bollard …)? */
  isPassableNode(tags: Tags): boolean;
}

/** Weight, in tenths of a second, of entering a restricted road from an unrestricted one. */
export const RESTRICTED_ENTRY_WEIGHT = 32_767;
