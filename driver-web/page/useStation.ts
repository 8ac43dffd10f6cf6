import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FeedStatus } from '../../screen-kit/store/feedReader.ts';
import { daySecondOf } from '../../screen-kit/words/times.ts';
import type { DriverStation, StationState } from '../device/stationState.ts';

/** The station's state; draws again after every change. */
export function useStation(station: DriverStation): StationState {
  return useSyncExternalStore(station.subscribe, station.state);
}

/**
 * How fresh the day is, told sooner than the feed can: the browser knows at once when the network is gone, and a report
 * that got no answer says as much.
 */
export function useFeedStatus(state: StationState): FeedStatus {
  const isOnline = useSyncExternalStore(onNetwork, () => navigator.onLine);
  return !isOnline || state.outbox.failures > 0 ? 'offline' : state.feedStatus;
}

function onNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Server time as the page needs it; draws again once a second. */
export interface StationNow {
  /** Ms since 1970. */
  readonly moment: number;
  /** Second of the given service day. */
  readonly second: number;
  /** Device milliseconds, for what is held back on the device. */
  readonly device: number;
}

export function useStationNow(station: DriverStation, day: string): StationNow {
  const [, count] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => count((ticks) => ticks + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const moment = station.now();
  return { moment, second: daySecondOf(day, moment), device: Date.now() };
}
