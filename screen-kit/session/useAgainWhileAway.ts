import { useEffect, useState } from 'react';
import { type ApiFault, isAway } from '../transport/apiFault.ts';

const AGAIN_MS = 3_000;

/**
 * Counts up every few seconds for as long as the last question found the server away: asked again with each number, it
 * is answered by itself once the server is back.
 */
export function useAgainWhileAway(fault: ApiFault | null): number {
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!fault || !isAway(fault)) return;
    const timer = setTimeout(() => setRound((before) => before + 1), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [fault]);
  return round;
}
