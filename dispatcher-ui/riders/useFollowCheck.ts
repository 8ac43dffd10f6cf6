import { useEffect, useState } from 'react';
import type { ImportView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';

const LOOK_EVERY_MS = 500;

/**
 * Follows how far the check of a list is.
 * @param importId the list that is being checked; null: none is
 * @param onView what is known of it now
 * @returns why the last look failed; null once a look succeeds again
 */
export function useFollowCheck(importId: string | null, onView: (view: ImportView) => void): ApiFault | null {
  const { api, onFault } = useScreen();
  const [fault, setFault] = useState<ApiFault | null>(null);
  useEffect(() => {
    if (importId === null) return;
    let isGone = false;
    const look = async (): Promise<void> => {
      try {
        const view = await api.readImport(importId);
        if (isGone) return;
        setFault(null);
        onView(view);
      } catch (cause) {
        if (isGone) return;
        setFault(asFault(cause));
        onFault(cause);
      }
    };
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isGone = true;
      setFault(null);
      clearInterval(timer);
    };
  }, [api, onFault, importId, onView]);
  return fault;
}
