import type { ClassShares } from '../domain/road/performedLeg.ts';
import type { Coordinates } from '../domain/units/coordinates.ts';

export interface RoadTable {
  /** `[from][to]` in seconds; `Infinity` where there is no way. */
  readonly seconds: readonly (readonly number[])[];
  /** `[from][to]` in metres; `Infinity` where there is no way. */
  readonly metres: readonly (readonly number[])[];
}

export interface RoadRoute {
  readonly seconds: number;
  readonly metres: number;
  /** The driven line, first to last. */
  readonly line: readonly Coordinates[];
}

/** On what kinds of roads a way runs. */
export interface RoadKindsOfWay {
  readonly seconds: number;
  /** Shares of the driving time. */
  readonly shares: ClassShares;
}

/** Tells on what kinds of roads a way runs. Throws `RoadsFault`. */
export interface RoadKinds {
  /** @param stateId of a road state that the engine knows */
  kindsOf(stateId: string, from: Coordinates, to: Coordinates): Promise<RoadKindsOfWay>;
}

/** What one asks of roads. Throws `RoadsFault`. */
export interface Roads {
  table(from: readonly Coordinates[], to: readonly Coordinates[], signal?: AbortSignal): Promise<RoadTable>;
  route(points: readonly Coordinates[], signal?: AbortSignal): Promise<RoadRoute>;
  nearest(point: Coordinates, signal?: AbortSignal): Promise<{ point: Coordinates; distanceMetres: number }>;
}
