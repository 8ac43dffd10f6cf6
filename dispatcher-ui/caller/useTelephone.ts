import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CallCard, CallView, PersonView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { useDesk } from '../frame/deskContext.ts';
import type { Incoming } from './incomingContext.ts';

/** The calls that come in, as the telephone system reports them. */
export function useTelephone(): Incoming {
  const { api, onFault } = useScreen();
  const { line } = useDesk();
  const [calls, setCalls] = useState<readonly CallView[]>([]);
  const [opened, setOpened] = useState<CallCard | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const current = useRef(opened);
  current.current = opened;
  /** The call to be opened, and how often was asked: what an overtaken question brings is dropped. */
  const wanted = useRef<string | null>(null);
  const turn = useRef(0);

  const read = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    try {
      const answer = await api.calls();
      if (mine === turn.current) setCalls(answer.calls);
    } catch (cause) {
      // Without an answer the calls stay as they are; the next ring asks again.
      onFault(cause);
    }
  }, [api, onFault]);
  useEffect(() => {
    if (!line) return;
    void read();
    const stopRing = line.onCallRing(() => void read());
    const stopLine = line.onLine((isUp) => (isUp ? void read() : undefined));
    return () => {
      stopRing();
      stopLine();
    };
  }, [line, read]);

  const work = useCallback(
    async <Answer>(ask: () => Promise<Answer>): Promise<Answer | null> => {
      setFault(null);
      try {
        return await ask();
      } catch (cause) {
        setFault(asFault(cause));
        onFault(cause);
        return null;
      }
    },
    [onFault],
  );

  /** A call as it stands now. It is opened only by `confirm`: it may have been put away since it was asked about. */
  const take = useCallback((card: CallCard | null) => {
    if (!card) return;
    setOpened((before) => (before?.call.id === card.call.id ? card : before));
    setCalls((before) => before.map((call) => (call.id === card.call.id ? card.call : call)));
  }, []);

  const confirm = useCallback(
    async (callId: string): Promise<readonly PersonView[] | null> => {
      wanted.current = callId;
      const card = await work(() => api.confirmCall(callId, {}));
      if (wanted.current !== callId) return null;
      if (card) setOpened(card);
      take(card);
      return card?.people ?? [];
    },
    [api, work, take],
  );
  const tell = useCallback<Incoming['tell']>(
    async (about) => {
      const callId = current.current?.call.id;
      if (callId) take(await work(() => api.confirmCall(callId, about)));
    },
    [api, work, take],
  );
  const saveNumber = useCallback(
    async (personId: string) => {
      const callId = current.current?.call.id;
      if (callId) take(await work(() => api.saveCallNumber(callId, personId)));
    },
    [api, work, take],
  );
  const putAway = useCallback(
    async (callId: string) => {
      if (wanted.current === callId) wanted.current = null;
      await work(() => api.closeCall(callId));
      setOpened((before) => (before?.call.id === callId ? null : before));
      setCalls((before) => before.filter((call) => call.id !== callId));
    },
    [api, work],
  );
  return useMemo(
    () => ({ calls, opened, fault, confirm, tell, saveNumber, putAway }),
    [calls, opened, fault, confirm, tell, saveNumber, putAway],
  );
}
