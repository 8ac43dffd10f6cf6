import { useEffect, useState, useSyncExternalStore } from 'react';
import { daySecondOf } from '../../screen-kit/words/times.ts';
import type { DriverStation, StationState } from '../device/driverStation.ts';

/** The station's state; draws again after every change. */
export function useStation(station: DriverStation): StationState {
  return useSyncExternalStore(station.subscribe, station.state);
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
