import { useCallback, useEffect, useState } from 'react';
import type { ProxyView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';

/** Who may act for a rider today. */
export interface ProxyDesk {
  /** Null until they have come. */
  readonly proxies: readonly ProxyView[] | null;
  readonly hasPin: boolean;
  readonly fault: ApiFault | null;
  readonly reload: () => void;
}

const NOTHING = { proxies: null, hasPin: false, fault: null };

/** Asks who may act for the rider. @param personId must stay the same */
export function useProxies(personId: string): ProxyDesk {
  const { api, onFault } = useScreen();
  const [held, setHeld] = useState<Omit<ProxyDesk, 'reload'>>(NOTHING);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    let isGone = false;
    api.proxies(personId).then(
      ({ proxies, hasPin }) => {
        if (!isGone) setHeld({ proxies: proxies.filter(({ isValid }) => isValid), hasPin, fault: null });
      },
      (cause: unknown) => {
        // Who is known stays in sight, and what is being done with them.
        if (!isGone) setHeld((before) => ({ ...before, fault: asFault(cause) }));
        onFault(cause);
      },
    );
    return () => {
      isGone = true;
    };
  }, [api, personId, onFault, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...held, reload };
}
