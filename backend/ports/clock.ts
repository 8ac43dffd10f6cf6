import type { EpochMs } from '../domain/units/time.ts';

export interface Clock {
  now(): EpochMs;
}
