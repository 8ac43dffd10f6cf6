import type { RoadTimes } from './roadTimes.ts';

/** How snow slows traffic for a time of the year. Seasons that overlap all hold; their factors are multiplied. */
export interface RoadSeason {
  readonly id: string;
  readonly name: string;
  readonly times: RoadTimes;
  /** Share of the open road's speed that is left, more than 0, at most 1. */
  readonly factor: number;
  /** Road classes as the engine names them; null: all. */
  readonly classes: readonly string[] | null;
  /** Only roads at least so high; null: all. */
  readonly aboveMetres: number | null;
}
