import { useCallback, useEffect, useRef, useState } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { asFault } from '../../screen-kit/transport/apiFault.ts';
import { useDesk } from '../frame/deskContext.ts';
import { isLost } from '../outbox/isLost.ts';
import { useResend } from '../outbox/useResend.ts';
import { dropYes, type KeptYes, keepYes, settleYes, waitingYes } from '../store/keptYes.ts';
import { loadKept, saveKept } from './draftStorage.ts';

export interface KeptYeses {
  readonly kept: readonly KeptYes[];
  readonly keep: (yes: KeptYes) => void;
  /** The operator has read the outcome. */
  readonly drop: (key: string) => void;
}

/** Keeps the yeses that could not be sent, through reloads and sign-outs, and sends them when the server is back. */
export function useKeptYeses(): KeptYeses {
  const { api, session, onFault } = useScreen();
  const { feed } = useDesk();
  const reader = useRef(feed.reader);
  reader.current = feed.reader;
  const [kept, setKept] = useState(() => loadKept(session.accountId));

  useEffect(() => saveKept(session.accountId, kept), [session.accountId, kept]);

  async function send(yes: KeptYes): Promise<boolean> {
    try {
      const answer = await api.book(yes.bookings, yes.key);
      for (const { ride } of answer.results) if (ride) reader.current?.putRide(ride);
      setKept((before) => settleYes(before, yes.key, { kind: 'booked', answer }));
    } catch (cause) {
      const fault = asFault(cause);
      onFault(cause);
      if (isLost(fault)) return false;
      const { sentence, action } = fault;
      setKept((before) => settleYes(before, yes.key, { kind: 'refused', sentence, action }));
    }
    return true;
  }

  async function sendAll(): Promise<void> {
    for (const yes of waitingYes(kept)) if (!(await send(yes))) break;
  }
  useResend(waitingYes(kept).length > 0, sendAll);

  const keep = useCallback((yes: KeptYes) => setKept((before) => keepYes(before, yes)), []);
  const drop = useCallback((key: string) => setKept((before) => dropYes(before, key)), []);
  return { kept, keep, drop };
}
