import { useRef } from 'react';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { isLost } from './isLost.ts';
import { useServerBack } from './useServerBack.ts';

/**
 * Sends an entry again by itself, for as long as it got no answer that counts.
 * @param fault what came of it last; null: nothing was sent, or it was answered
 * @param resend sends the same entry under the same key, one at a time
 * @returns is an entry waiting for the server?
 */
export function useResend(fault: ApiFault | null, resend: () => Promise<void>): boolean {
  const isUnsent = fault !== null && fault.status !== 401 && isLost(fault);
  const isResending = useRef(false);
  useServerBack(isUnsent, () => {
    if (isResending.current) return;
    isResending.current = true;
    void resend().finally(() => {
      isResending.current = false;
    });
  });
  return isUnsent;
}
