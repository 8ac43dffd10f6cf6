import type { EpochMs } from '../domain/units/time.ts';

export interface Clock {
  now(): EpochMs;
  /** How many times as fast as the world it runs; absent: as fast as the world. */
  readonly speed?: number;
}
