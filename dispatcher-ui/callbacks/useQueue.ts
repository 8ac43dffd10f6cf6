import { useCallback, useEffect, useRef, useState } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { useDesk } from '../frame/deskContext.ts';

/** A queue of the desk as it was read last. */
export interface Queue<Answer> {
  /** Null until the first answer. */
  readonly answer: Answer | null;
  /** Why the last act failed, until the next one; else why the last look did. */
  readonly fault: ApiFault | null;
  /** Looks again; what went wrong before is read. */
  readonly refresh: () => Promise<void>;
  /** Does something to the queue and shows the answer; false when it was refused or lost. */
  readonly act: (work: () => Promise<Answer>) => Promise<boolean>;
}

/** Reads a queue, and again whenever the feed says that it changed. @param read must stay the same */
export function useQueue<Answer>(read: () => Promise<Answer>): Queue<Answer> {
  const { onFault } = useScreen();
  const stamp = useDesk().feed.state.queues?.stamp ?? '';
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [lookFault, setLookFault] = useState<ApiFault | null>(null);
  const [actFault, setActFault] = useState<ApiFault | null>(null);
  /** Answers that were overtaken by a later question are dropped. */
  const turn = useRef(0);
  const acts = useRef(0);
  const isLookDue = useRef(false);

  const ask = useCallback(
    async (question: () => Promise<Answer>, setFault: (fault: ApiFault | null) => void) => {
      turn.current += 1;
      const mine = turn.current;
      try {
        const found = await question();
        if (mine === turn.current) setAnswer(found);
        setFault(null);
        // An act answers the list as well: a look that was lost before it has nothing more to say.
        setLookFault(null);
        return true;
      } catch (cause) {
        setFault(asFault(cause));
        onFault(cause);
        return false;
      }
    },
    [onFault],
  );

  // A look must not overtake an act: what was done would be told while the list still shows it undone.
  const look = useCallback(async () => {
    if (acts.current > 0) isLookDue.current = true;
    else await ask(read, setLookFault);
  }, [ask, read]);

  const act = useCallback(
    async (work: () => Promise<Answer>) => {
      acts.current += 1;
      // Not the look's fault: why an act was refused often comes with the news that made it so.
      const isDone = await ask(work, setActFault);
      // What was refused was done on a list that is no longer true.
      if (!isDone) isLookDue.current = true;
      acts.current -= 1;
      if (acts.current === 0 && isLookDue.current) {
        isLookDue.current = false;
        void look();
      }
      return isDone;
    },
    [ask, look],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp is what asks again.
  useEffect(() => {
    void look();
  }, [look, stamp]);

  const refresh = useCallback(async () => {
    setActFault(null);
    await look();
  }, [look]);
  return { answer, fault: actFault ?? lookFault, refresh, act };
}
