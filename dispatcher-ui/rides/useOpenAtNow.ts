import { useEffect, useRef } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { daySecondOf } from '../../screen-kit/words/times.ts';
import { useDesk } from '../frame/deskContext.ts';
import { type RideGroup, rideSecond } from '../store/filterRides.ts';

const LOOK_BACK_SECONDS = 15 * 60;

/** Opens the list at the present hour, once for each day and group: what is over lies above. Null: words are sought. */
export function useOpenAtNow(
  shown: readonly RideView[],
  group: RideGroup | null,
  showFrom: (index: number) => void,
): void {
  const { feed } = useDesk();
  const { clock } = useScreen();
  const opened = useRef<string | null>(null);
  useEffect(() => {
    const day = feed.state.day;
    const about = group === null ? null : `${day} ${group}`;
    if (day === null || shown.length === 0 || opened.current === about) return;
    opened.current = about;
    if (about === null) {
      showFrom(0);
      return;
    }
    const now = daySecondOf(day, clock.now());
    const next = shown.findIndex((ride) => rideSecond(ride) >= now - LOOK_BACK_SECONDS);
    showFrom(next < 0 ? shown.length - 1 : next);
  }, [feed.state.day, shown, group, showFrom, clock]);
}
