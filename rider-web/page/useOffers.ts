import { useCallback, useEffect, useRef, useState } from 'react';
import type { OfferView, RideRequest } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { keepValue, readKept } from '../device/keptValue.ts';

/** What was asked and answered, kept so that a reload shows the same times instead of asking for new ones. */
interface KeptOffers {
  /** The request as sent. */
  readonly asked: string;
  readonly key: string;
  readonly offers: readonly OfferView[] | null;
}

export interface Offers {
  /** Null while the server is looking. */
  readonly offers: readonly OfferView[] | null;
  readonly fault: ApiFault | null;
  /** Asks anew, for other times than before. */
  readonly askAgain: () => void;
}

/** Asks for offers once for each request; the same request sent twice under one key is answered once. */
export function useOffers(request: RideRequest | null, keptUnder: string): Offers {
  const { api, onFault } = useScreen();
  const [offers, setOffers] = useState<readonly OfferView[] | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const latest = useRef('');
  const asked = request === null ? '' : JSON.stringify(request);

  const ask = useCallback(
    async (text: string, isFresh: boolean) => {
      const kept = readKept(keptUnder) as Partial<KeptOffers> | undefined;
      const isSame = !isFresh && kept?.asked === text && typeof kept.key === 'string';
      if (isSame && Array.isArray(kept.offers)) {
        setOffers(kept.offers);
        return;
      }
      const key = isSame && kept.key !== undefined ? kept.key : newKey();
      keepValue(keptUnder, { asked: text, key, offers: null } satisfies KeptOffers);
      try {
        const answer = await api.requestRide(JSON.parse(text) as RideRequest, key);
        if (latest.current !== text) return;
        keepValue(keptUnder, { asked: text, key, offers: answer.offers } satisfies KeptOffers);
        setOffers(answer.offers);
      } catch (cause) {
        if (latest.current !== text) return;
        const found = asFault(cause);
        // A refusal is final for its key; after a lost answer the same key finds out what became of it.
        if (found.kind === 'refused') keepValue(keptUnder, null);
        setFault(found);
        onFault(cause);
      }
    },
    [api, onFault, keptUnder],
  );

  useEffect(() => {
    latest.current = asked;
    setOffers(null);
    setFault(null);
    if (asked !== '') void ask(asked, false);
  }, [asked, ask]);

  return {
    offers,
    fault,
    askAgain: () => {
      const wasLost = fault !== null && fault.kind !== 'refused';
      setOffers(null);
      setFault(null);
      void ask(asked, !wasLost);
    },
  };
}
