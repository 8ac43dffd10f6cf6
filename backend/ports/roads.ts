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

/** What one asks of roads. Throws `RoadsFault`. */
export interface Roads {
  table(from: readonly Coordinates[], to: readonly Coordinates[], signal?: AbortSignal): Promise<RoadTable>;
  route(points: readonly Coordinates[], signal?: AbortSignal): Promise<RoadRoute>;
  nearest(point: Coordinates, signal?: AbortSignal): Promise<{ point: Coordinates; distanceMetres: number }>;
}
