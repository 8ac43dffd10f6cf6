import type { EpochMs } from '../units/time.ts';

/** Two entries that look like one person and are two: somebody has said so, and they are not asked about again. */
export interface DistinctPair {
  readonly id: string;
  readonly personId: string;
  readonly otherId: string;
  /** The town's in which both are registered. */
  readonly municipality: string;
  readonly notedBy: string;
  readonly notedAt: EpochMs;
  readonly undoneAt: EpochMs | null;
}

/** The same for both orders of two entries. */
export function distinctKey(one: string, other: string): string {
  return JSON.stringify([one, other].sort());
}
