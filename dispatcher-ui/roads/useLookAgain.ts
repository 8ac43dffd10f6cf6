import { useCallback, useEffect, useRef, useState } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';

export interface Looked<Answer> {
  /** Null until the first answer. */
  readonly answer: Answer | null;
  /** Why the last look failed; what is shown is then older. */
  readonly fault: ApiFault | null;
  readonly refresh: () => Promise<void>;
}

const LOOK_EVERY_MS = 10_000;

/** Asks, and asks again by itself, because others change it and work goes on behind it. @param ask must stay the same */
export function useLookAgain<Answer>(ask: () => Promise<Answer>, everyMs = LOOK_EVERY_MS): Looked<Answer> {
  const { onFault } = useScreen();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const isGone = useRef(false);

  const refresh = useCallback(async () => {
    try {
      const found = await ask();
      if (isGone.current) return;
      setAnswer(found);
      setFault(null);
    } catch (cause) {
      if (isGone.current) return;
      setFault(asFault(cause));
      onFault(cause);
    }
  }, [ask, onFault]);

  useEffect(() => {
    isGone.current = false;
    void refresh();
    const timer = setInterval(() => void refresh(), everyMs);
    return () => {
      isGone.current = true;
      clearInterval(timer);
    };
  }, [refresh, everyMs]);

  return { answer, fault, refresh };
}
