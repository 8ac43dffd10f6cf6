import { useEffect, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { countKept } from '../store/clinicRides.ts';
import { listDays } from '../store/timeChoices.ts';

/** So many days a reception looks at together. */
export const WEEK_DAYS = 7;
const REFRESH_MS = 120_000;

/**
 * How many rides there are on each of the seven days from `first` on. The day that is followed counts as it is now, the
 * others as they were read; a day that could not be read has no number, and the page works all the same.
 * @param followed rides of the day that is followed; null while they are being read
 */
export function useWeekCounts(
  first: string,
  day: string,
  followed: readonly RideView[] | null,
): ReadonlyMap<string, number> {
  const { api } = useScreen();
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    let isOver = false;
    const readDay = async (one: string): Promise<void> => {
      try {
        const { rides } = await api.rides(one);
        if (!isOver) setCounts((held) => new Map(held).set(one, countKept(rides)));
      } catch {
        // The feed tells when the server does not answer.
      }
    };
    const read = () => void Promise.all(listDays(first, WEEK_DAYS).map(readDay));
    read();
    const timer = setInterval(read, REFRESH_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [api, first]);
  return followed === null ? counts : new Map(counts).set(day, countKept(followed));
}
