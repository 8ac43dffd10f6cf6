import type { BookedBy } from '../../domain/ride/rideHand.ts';
import { accountOf, type Call } from './call.ts';

/**
 * A proxy acts by a grant, a clinic's account for its patients under its own name; everybody else for themselves or as
 * the desk.
 */
export function ownHandOf(call: Call): BookedBy | null {
  if (call.acting) return call.acting.hand;
  const { role, displayName } = accountOf(call);
  return role === 'clinic' ? { grantId: null, kind: 'clinic', name: displayName } : null;
}
