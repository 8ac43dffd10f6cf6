import type { Role } from '../account/account.ts';
import { type Actor, VOICE_ACTOR } from '../account/actor.ts';
import type { ProxyKind } from '../proxy/proxyGrant.ts';

/** Who booked for the rider. */
export interface BookedBy {
  /** Null where a clinic's own account booked for its patient. */
  readonly grantId: string | null;
  readonly kind: ProxyKind;
  readonly name: string;
}

/** By what somebody who is no proxy showed that the rider knows of the call. */
export const CALLER_CHECKS = ['pin', 'birthYear'] as const;
export type CallerCheck = (typeof CALLER_CHECKS)[number];

/** Who cancelled instead of the rider. */
export type CancelledBy =
  | ({ readonly who: 'proxy' } & BookedBy)
  | { readonly who: 'other'; readonly name: string; readonly checkedBy: CallerCheck };

/** Whose hand it was: the kind of account at a screen, and the name it goes by; the rider on the voice line; the system. */
export interface DoneBy {
  readonly kind: Role | 'voice' | 'system';
  readonly name: string | null;
}

/** The hand of whoever acts. */
export function handOfActor({ scope, name, displayName }: Actor): DoneBy {
  if (scope.kind === 'account') return { kind: scope.role, name: displayName ?? null };
  return { kind: name === VOICE_ACTOR.name ? 'voice' : 'system', name: null };
}

/** The same as the log keeps it: no names. */
export type LoggedHand =
  | ({ readonly who: 'proxy' } & Omit<BookedBy, 'name'>)
  | { readonly who: 'other'; readonly checkedBy: CallerCheck };

/** A hand without its name. */
export function loggedHand(hand: CancelledBy): LoggedHand {
  if (hand.who === 'other') return { who: 'other', checkedBy: hand.checkedBy };
  return { who: 'proxy', grantId: hand.grantId, kind: hand.kind };
}
