import { useEffect, useRef } from 'react';
import { useDesk } from '../frame/deskContext.ts';

const TRY_EVERY_MS = 3000;

/** While something waits for the server: tries at once when the line is up again, and every few seconds besides. */
export function useServerBack(isWaiting: boolean, tryNow: () => void): void {
  const work = useRef(tryNow);
  work.current = tryNow;
  const { status } = useDesk().feed;
  useEffect(() => {
    if (!isWaiting) return;
    if (status === 'connected') work.current();
    const timer = setInterval(() => work.current(), TRY_EVERY_MS);
    const online = (): void => work.current();
    window.addEventListener('online', online);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', online);
    };
  }, [isWaiting, status]);
}
