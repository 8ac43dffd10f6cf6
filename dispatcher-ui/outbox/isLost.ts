import { type ApiFault, isAway } from '../../screen-kit/transport/apiFault.ts';

/**
 * Did the question get no answer that counts (server away, too busy, session ended)? Then it is sent again under the
 * same key; anything else is the answer.
 */
export function isLost(fault: ApiFault): boolean {
  return isAway(fault) || fault.status === 401;
}
