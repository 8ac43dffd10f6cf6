import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { useDayFeed, useFeedLine } from '../../screen-kit/feed/useDayFeed.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import type { FeedStatus } from '../../screen-kit/store/feedReader.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { mergeRides } from '../store/rideList.ts';
import { addDays, listDays } from '../store/timeChoices.ts';

export interface MyRides {
  /** Null until today's rides are there. */
  readonly rides: readonly RideView[] | null;
  readonly status: FeedStatus;
  /** Why the other days could not be read. */
  readonly fault: ApiFault | null;
  readonly retry: () => Promise<void>;
  /** Takes over a ride that came as an answer, without waiting for the feed. */
  readonly put: (ride: RideView) => void;
}

/** Days looked back for what is usual. */
const DAYS_BACK = 14;
const REFRESH_MS = 120_000;

/**
 * The rider's own rides: today live from the feed, the days around it read now and then.
 * @param daysAhead for so many days after today there may be bookings; null while it is not known
 */
export function useMyRides(today: string, daysAhead: number | null): MyRides {
  const { api, onFault } = useScreen();
  const line = useFeedLine();
  const feed = useDayFeed(line, 'rider', today);
  const [others, setOthers] = useState<readonly RideView[]>([]);
  const [fault, setFault] = useState<ApiFault | null>(null);

  const read = useCallback(
    async (days: readonly string[]) => {
      try {
        const answers = await Promise.all(days.map((day) => api.rides(day)));
        setOthers((held) => mergeRides(held, ...answers.map((answer) => answer.rides)));
        setFault(null);
      } catch (cause) {
        setFault(asFault(cause));
        onFault(cause);
      }
    },
    [api, onFault],
  );

  useEffect(() => {
    if (daysAhead === null) return;
    const ahead = listDays(addDays(today, 1), daysAhead);
    const behind = Array.from({ length: DAYS_BACK }, (_, index) => addDays(today, -1 - index));
    void read(ahead).then(() => read(behind));
    const timer = setInterval(() => void read(ahead), REFRESH_MS);
    return () => clearInterval(timer);
  }, [today, daysAhead, read]);

  const rides = useMemo(
    () => (feed.state.day === null ? null : mergeRides(others, [...feed.state.rides.values()])),
    [feed.state, others],
  );
  const { reader } = feed;
  return {
    rides,
    status: feed.status,
    fault,
    retry: () => read(listDays(addDays(today, 1), daysAhead ?? 0)),
    put: useCallback(
      (ride: RideView) => {
        if (ride.day === today) reader?.putRide(ride);
        else setOthers((held) => mergeRides(held, [ride]));
      },
      [reader, today],
    ),
  };
}
