import { useEffect, useRef, useState } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';

const LOOK_EVERY_MS = 500;

/**
 * Looks again and again, one look after the other, how far something is that the server is at.
 * @param name what is followed; null: nothing is
 * @param look takes what is known of it now; rejects with what the server said against it
 * @returns why the last look failed; null once a look succeeds again
 */
export function useFollow(name: string | null, look: () => Promise<void>): ApiFault | null {
  const { onFault } = useScreen();
  const [fault, setFault] = useState<ApiFault | null>(null);
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (name === null) return;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout>;
    // A server that is slow is not asked a second time before it has answered.
    const next = (): void => {
      timer = setTimeout(() => void again(), LOOK_EVERY_MS);
    };
    const again = async (): Promise<void> => {
      try {
        await latest.current();
        if (isGone) return;
        setFault(null);
      } catch (cause) {
        if (isGone) return;
        setFault(asFault(cause));
        onFault(cause);
      }
      next();
    };
    next();
    return () => {
      isGone = true;
      setFault(null);
      clearTimeout(timer);
    };
  }, [onFault, name]);
  return fault;
}
