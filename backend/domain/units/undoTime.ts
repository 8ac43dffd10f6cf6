import type { EpochMs } from './time.ts';

/** The desk counts down ten seconds; a press at the last moment has still to reach us. */
const UNDO_MS = 15_000;

/** How long by the service's clock something can still be taken back. @param speed as for `isUndoOver` */
export function undoTime(speed = 1): EpochMs {
  return UNDO_MS * speed;
}

/**
 * Is the time over in which a slip can be taken back? It is the time of whoever slipped: in a trial whose clock runs
 * faster, as many seconds at the desk as elsewhere.
 * @param since when it was done, by the service's clock; null: it was not
 * @param now by the same clock
 * @param speed how many times as fast as the world that clock runs
 */
export function isUndoOver(since: EpochMs | null, now: EpochMs, speed = 1, undoMs = UNDO_MS): boolean {
  return since === null || (now - since) / speed > undoMs;
}
