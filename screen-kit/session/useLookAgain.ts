import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiFault, asFault } from '../transport/apiFault.ts';
import { useScreen } from './screenContext.ts';

export interface Looked<Answer> {
  /** Null until the first answer. */
  readonly answer: Answer | null;
  /** Why the last look failed; what is shown is then older. */
  readonly fault: ApiFault | null;
  readonly refresh: () => Promise<void>;
}

const LOOK_EVERY_MS = 10_000;

/**
 * Asks, and asks again by itself where others change it and work goes on behind it.
 * @param ask must stay the same
 * @param everyMs null: only when it is told to
 */
export function useLookAgain<Answer>(
  ask: () => Promise<Answer>,
  everyMs: number | null = LOOK_EVERY_MS,
): Looked<Answer> {
  const { onFault } = useScreen();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const asked = useRef(0);
  /** Of questions numbered as asked, the first whose answer still counts. */
  const awaited = useRef(0);

  const refresh = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    /** Does `take` with an answer, unless a later question is answered already. */
    const unlessOvertaken = (take: () => void): void => {
      if (mine < awaited.current) return;
      awaited.current = mine;
      take();
    };
    try {
      const found = await ask();
      unlessOvertaken(() => {
        setAnswer(found);
        setFault(null);
      });
    } catch (cause) {
      unlessOvertaken(() => {
        setFault(asFault(cause));
        onFault(cause);
      });
    }
  }, [ask, onFault]);

  useEffect(() => {
    void refresh();
    const timer = everyMs === null ? undefined : setInterval(() => void refresh(), everyMs);
    return () => {
      awaited.current = asked.current + 1;
      clearInterval(timer);
    };
  }, [refresh, everyMs]);

  return { answer, fault, refresh };
}
