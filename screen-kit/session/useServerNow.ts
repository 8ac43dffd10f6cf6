import { useEffect, useState } from 'react';
import { daySecondOf, serviceDayOf } from '../words/times.ts';
import { useScreen } from './screenContext.ts';

/** The server's time as a screen needs it; draws again about once a second. */
export interface ServerNow {
  /** Ms since 1970 by the server's clock. */
  readonly moment: number;
  /** Service day of the moment. */
  readonly day: string;
  /** Seconds since the start of that day. */
  readonly second: number;
}

export function useServerNow(everyMs = 1000): ServerNow {
  const { clock } = useScreen();
  const [moment, setMoment] = useState(() => clock.now());
  useEffect(() => {
    setMoment(clock.now());
    const timer = setInterval(() => setMoment(clock.now()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  const day = serviceDayOf(moment);
  return { moment, day, second: daySecondOf(day, moment) };
}
