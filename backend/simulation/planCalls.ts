import type { RequestInput } from '../domain/ride/requestInput.ts';
import { momentOf } from '../domain/units/time.ts';
import type { PlannedCall } from './plannedCall.ts';

/** Of a hundred callers so many change their mind. */
const CANCEL_SHARE = 0.03;
const SHORTEST_THOUGHT = 1200;
const LONGEST_THOUGHT = 5400;

/** A request as it was invented. */
export interface InventedRequest {
  readonly callSecond: number;
  readonly input: RequestInput;
  /** The request for the way there, where this is the way home. */
  readonly returnOf?: string | null;
}

/** A number ≥ 0 and < 1 that belongs to a text (FNV-1a): the same people go home on call whoever else calls. */
function random01(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

/** How far from the nearest time somebody goes who can choose. */
const FLEXIBLE_SECONDS = 1800;

/** How callers are, as shares. */
export interface CallerHabits {
  /** Of the ways home so many have no time: the rider rings when ready. Absent or 0: every ride is one of its own. */
  readonly onCall?: number;
  /** So many take a time within half an hour of the nearest where it is shared. Absent: nobody. */
  readonly flexible?: number;
}

/**
 * Invented requests as calls; a few of them are cancelled later.
 * @param requests `callSecond` counts from the start of the service day, negative on the days before
 * @param random numbers ≥ 0 and < 1
 */
export function planCalls(
  requests: readonly InventedRequest[],
  random: () => number,
  { onCall = 0, flexible = 0 }: CallerHabits = {},
): PlannedCall[] {
  return requests.map(({ callSecond, input, returnOf }) => {
    const thought = SHORTEST_THOUGHT + Math.floor(random() * (LONGEST_THOUGHT - SHORTEST_THOUGHT));
    const cancelAfterSeconds = random() < CANCEL_SHARE ? thought : null;
    const isHome = onCall > 0 && returnOf !== null && returnOf !== undefined;
    const canChoose = random01(`flexible ${input.personId}`) < flexible;
    const home = random01(input.personId) < onCall ? ('onCall' as const) : ('timed' as const);
    return {
      at: momentOf(input.day, callSecond),
      input,
      cancelAfterSeconds,
      ...(isHome ? { home } : {}),
      ...(canChoose ? { flexibleSeconds: FLEXIBLE_SECONDS } : {}),
    };
  });
}
