import { useCallback, useEffect, useRef, useState } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';

/** What the server says to a question that changes nothing. */
export interface Asked<Answer> {
  /** Null while it is being found out, or could not be. */
  readonly answer: Answer | null;
  readonly fault: ApiFault | null;
  /** Asks anew. */
  readonly look: () => void;
}

/**
 * Asks what something would mean; whoever leaves in between stops the question.
 * @param ask the same one as long as it asks the same
 */
export function useAsked<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Asked<Answer> {
  const { onFault } = useScreen();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const asking = useRef<AbortController>(undefined);

  const look = useCallback(() => {
    asking.current?.abort();
    const stop = new AbortController();
    asking.current = stop;
    setAnswer(null);
    setFault(null);
    ask(stop.signal).then(
      (told) => {
        if (!stop.signal.aborted) setAnswer(told);
      },
      (cause: unknown) => {
        if (stop.signal.aborted) return;
        setFault(asFault(cause));
        onFault(cause);
      },
    );
  }, [ask, onFault]);

  useEffect(() => {
    look();
    return () => asking.current?.abort();
  }, [look]);

  return { answer, fault, look };
}
