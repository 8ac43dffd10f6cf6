import type { BookedBy } from '../ride/rideHand.ts';
import { type AccessScope, SYSTEM_SCOPE } from './account.ts';

/** Who does something: the scope row-level security applies, and the name that goes into the event log. */
export interface Actor {
  readonly scope: AccessScope;
  /** Account id, `voice`, or `system`. */
  readonly name: string;
  /** As colleagues call them; absent for the system. */
  readonly displayName?: string;
}

/** The proxy whose hand it is; null where somebody acts for themselves or as the desk. */
export function actingHandOf({ scope }: Actor): BookedBy | null {
  return (scope.kind === 'account' && scope.acting?.hand) || null;
}

/** Riders on the voice line, who act for themselves. */
export const VOICE_ACTOR: Actor = { scope: SYSTEM_SCOPE, name: 'voice' };

export const SYSTEM_ACTOR: Actor = { scope: SYSTEM_SCOPE, name: 'system' };
