import type { DriverCommand } from '../../backend/contract/index.ts';
import { HOLD_MS, type Outbox, type OutboxEntry } from './outbox.ts';

/** As many commands as the server takes at once. */
const BATCH = 200;

/**
 * The commands to send now, in the order of the taps; empty while something is on the wire, while the next attempt is
 * put off, or while the driver has to sign in. Only the last tap is held back: the next tap confirms it.
 * @param now device milliseconds
 */
export function listReadyCommands(outbox: Outbox, now: number): readonly DriverCommand[] {
  if (outbox.sending.length > 0 || outbox.needsSignIn) return [];
  if (outbox.retryAt !== null && outbox.retryAt > now) return [];
  const ready = outbox.entries.filter((entry, index) => isReleased(outbox, entry, index, now));
  return ready.slice(0, outbox.oneByOne ? 1 : BATCH).map((entry) => entry.command);
}

/** Device milliseconds at which `listReadyCommands` may answer differently; null: not before something happens. */
export function nextWakeAt(outbox: Outbox, now: number): number | null {
  const last = outbox.entries.at(-1);
  if (last === undefined || outbox.sending.length > 0 || outbox.needsSignIn) return null;
  const putOff = outbox.retryAt ?? now;
  const isAlone = outbox.entries.length === 1;
  return Math.max(now, putOff, isAlone ? now + holdLeft(outbox, now) : now);
}

/** Milliseconds for which the last tap can still be taken back for certain; 0: it may be sent at any time. */
export function holdLeft(outbox: Outbox, now: number): number {
  const last = outbox.entries.at(-1);
  if (last === undefined || last.wasSent) return 0;
  const left = last.heldUntil - now;
  return left > HOLD_MS ? 0 : Math.max(0, left);
}

/** A clock set back must not hold a tap for hours: more than the whole hold ahead counts as over. */
function isReleased(outbox: Outbox, entry: OutboxEntry, index: number, now: number): boolean {
  const isLast = index === outbox.entries.length - 1;
  if (!isLast || entry.wasSent) return true;
  // While nothing gets through, those before it find out when it does, and the last tap can still be taken back.
  if (outbox.failures > 0 && outbox.entries.length > 1) return false;
  const left = entry.heldUntil - now;
  return left <= 0 || left > HOLD_MS;
}

/** Taps that wait for the network; the last one does not count while it can still be taken back. */
export function countWaiting(outbox: Outbox, now: number): number {
  const isHeld = outbox.failures === 0 && holdLeft(outbox, now) > 0;
  return outbox.entries.length - (isHeld ? 1 : 0);
}
