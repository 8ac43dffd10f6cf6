import type { BookedBy } from '../../domain/ride/rideHand.ts';
import { accountOf, type Call } from './call.ts';

/** A clinic's account acts for its patients under its own name; everybody else for themselves or as the desk. */
export function ownHandOf(call: Call): BookedBy | null {
  const { role, displayName } = accountOf(call);
  return role === 'clinic' ? { grantId: null, kind: 'clinic', name: displayName } : null;
}
