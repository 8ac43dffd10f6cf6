import { useEffect, useRef } from 'react';
import { useDesk } from '../frame/deskContext.ts';

const TRY_EVERY_MS = 3000;

/**
 * Sends again by itself what waits for the server: at once when the line is up again, and every few seconds besides.
 * @param isWaiting is there anything to send?
 * @param resend sends all that waits, under the keys it had; never called again before it is over
 */
export function useResend(isWaiting: boolean, resend: () => Promise<unknown>): void {
  const work = useRef(resend);
  work.current = resend;
  const isResending = useRef(false);
  const { status } = useDesk().feed;
  useEffect(() => {
    if (!isWaiting) return;
    const tryNow = (): void => {
      if (isResending.current) return;
      isResending.current = true;
      void work.current().finally(() => {
        isResending.current = false;
      });
    };
    if (status === 'connected') tryNow();
    const timer = setInterval(tryNow, TRY_EVERY_MS);
    window.addEventListener('online', tryNow);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', tryNow);
    };
  }, [isWaiting, status]);
}
