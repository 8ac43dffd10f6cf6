import { useRef, useState } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { isLost } from './isLost.ts';
import { useResend } from './useResend.ts';

type Work = (key: string) => Promise<void>;

/** A form's entry on its way to the server. */
export interface Sending {
  /** Why what is typed is not saved yet; null: it was not sent, or is saved. */
  readonly fault: ApiFault | null;
  /** It got no answer that counts, and goes out again by itself. */
  readonly isUnsent: boolean;
  readonly isSending: boolean;
  /**
   * @param work sends under the key it is handed, takes what the server answers, and rejects with what the server said
   *   against it; run again under the same key until there is an answer
   * @param entry what is sent, where it is laid into the form only now
   */
  readonly send: (work: Work, entry?: unknown) => Promise<void>;
}

interface Failed {
  readonly entry: unknown;
  readonly fault: ApiFault;
  readonly again: () => Promise<void>;
}

/**
 * Sends what a form holds: not twice at once, under one idempotency key until there is an answer that counts, and again by
 * itself when the server is back.
 * @param typed what is typed; when it is another (`Object.is`), what came of the former is neither shown nor sent again
 */
export function useSending(typed: unknown): Sending {
  const { onFault } = useScreen();
  const [failed, setFailed] = useState<Failed | null>(null);
  const [isSending, setSending] = useState(false);
  const onTheWay = useRef(new Set<unknown>());
  const openKey = useRef(newKey());

  async function attempt(work: Work, entry: unknown, key: string): Promise<void> {
    onTheWay.current.add(entry);
    // Another entry under a key whose answer was lost is refused, so that nothing is entered twice unseen.
    const settle = (): void => {
      if (openKey.current === key) openKey.current = newKey();
    };
    try {
      await work(key);
      settle();
      setFailed((before) => (before?.entry === entry ? null : before));
    } catch (cause) {
      const fault = asFault(cause);
      if (!isLost(fault)) settle();
      setFailed({ entry, fault, again: () => attempt(work, entry, key) });
      onFault(cause);
    } finally {
      onTheWay.current.delete(entry);
    }
  }

  async function send(work: Work, entry = typed): Promise<void> {
    if (onTheWay.current.has(entry)) return;
    setSending(true);
    setFailed(null);
    await attempt(work, entry, openKey.current);
    setSending(onTheWay.current.size > 0);
  }

  const current = failed && Object.is(failed.entry, typed) ? failed : null;
  const fault = current?.fault ?? null;
  // A session that ended leads to the sign-in, and the form goes with it.
  const isUnsent = fault !== null && fault.status !== 401 && isLost(fault);
  useResend(isUnsent, async () => current?.again());
  return { fault, isUnsent, isSending, send };
}
