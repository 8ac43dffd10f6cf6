import type { RoadClass } from '../network/roadNetwork.ts';

/** [lon, lat] in degrees. */
type Point = readonly [lon: number, lat: number];

/** A closed ring; the last point need not repeat the first. */
export type Ring = readonly Point[];

/** All of a road, or a stretch of it: `252` between two places on it, or as far as it lies in an area. */
export interface ClosedByRef {
  readonly kind: 'ref';
  /** The road's number as the network writes it. */
  readonly ref: string;
  readonly between?: readonly [Point, Point];
  readonly within?: Ring;
}

/** Every road inside an area; of these classes only, where given. */
export interface ClosedByArea {
  readonly kind: 'area';
  readonly ring: Ring;
  readonly classes?: readonly RoadClass[];
}

/** What is closed. */
export type ClosedPart = ClosedByRef | ClosedByArea;

/** How snow slows traffic. Rules apply one after the other; their factors are multiplied. */
export interface SnowRule {
  /** Share of the open road's speed that is left, more than 0, at most 1. */
  readonly factor: number;
  readonly classes?: readonly RoadClass[];
  /** Only roads known to lie so high; altitudes come from the network, where it has them. */
  readonly aboveMetres?: number;
  readonly belowMetres?: number;
  readonly within?: Ring;
}

/** What driving has taught of a kind of road: its speed as a share of what the network says, more than 0, at most 3. */
export interface LearnedRule {
  readonly class: RoadClass;
  readonly factor: number;
}

/** What is passable and how fast: the closures in force, the snow, and what was learned. Pure data, sent to the engine as JSON. */
export interface RoadState {
  /** Third part of the paths that ask for it: letters, digits, `-` and `_`, at most 64. */
  readonly id: string;
  readonly closed: readonly ClosedPart[];
  readonly snow: readonly SnowRule[];
  readonly learned?: readonly LearnedRule[];
}

/** What a state does to the network. */
export interface RoadStateReport {
  readonly id: string;
  /** Roads with a closed part, and the length of the closed parts. */
  readonly closedRoads: number;
  readonly closedMetres: number;
  /** The closed parts themselves, to be compared with driven lines. */
  readonly closedLines: readonly (readonly Point[])[];
  /** Roads with another speed than the network says. */
  readonly slowedRoads: number;
}

/** Thrown where a state cannot be applied: a sentence that says which part and why. */
export class RoadStateFault extends Error {
  constructor(
    readonly code: 'malformedState' | 'unknownRef' | 'stretchNotFound' | 'nothingClosed',
    message: string,
  ) {
    super(message);
    this.name = 'RoadStateFault';
  }
}
