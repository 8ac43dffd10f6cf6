import { type AccessScope, SYSTEM_SCOPE } from './account.ts';

/** Who does something: the scope row-level security applies, and the name that goes into the event log. */
export interface Actor {
  readonly scope: AccessScope;
  /** Account id, or `system`. */
  readonly name: string;
}

export const SYSTEM_ACTOR: Actor = { scope: SYSTEM_SCOPE, name: 'system' };
