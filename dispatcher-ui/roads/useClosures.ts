import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClosureView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';

export interface Closures {
  /** Null until the first answer. */
  readonly closures: readonly ClosureView[] | null;
  /** Why the last look failed; what is shown is then older. */
  readonly fault: ApiFault | null;
  readonly refresh: () => Promise<void>;
}

const LOOK_EVERY_MS = 10_000;

/** The closures that hold or are to come; looks again by itself, because others enter and plans are moved behind it. */
export function useClosures(): Closures {
  const { api, onFault } = useScreen();
  const [closures, setClosures] = useState<readonly ClosureView[] | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const isGone = useRef(false);

  const refresh = useCallback(async () => {
    try {
      const answer = await api.closures();
      if (isGone.current) return;
      setClosures(answer.closures);
      setFault(null);
    } catch (cause) {
      if (isGone.current) return;
      setFault(asFault(cause));
      onFault(cause);
    }
  }, [api, onFault]);

  useEffect(() => {
    isGone.current = false;
    void refresh();
    const timer = setInterval(() => void refresh(), LOOK_EVERY_MS);
    return () => {
      isGone.current = true;
      clearInterval(timer);
    };
  }, [refresh]);

  return { closures, fault, refresh };
}
