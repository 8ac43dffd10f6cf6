import type { Booking } from '../booking/index.ts';
import { addDays, daySecondOf, type ServiceDay, serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

const LOOK_MS = 60_000;
/** A service day runs on to three in the morning; then nobody rings for it any more. */
const NIGHT_ENDS_SECOND = 3 * 3600;
/** Days that a server which stood still has to catch up with. */
const DAYS_BACK = 7;

/** Ends, every night, what nobody answered and the ways home that nobody rang for. @returns a function that stops it */
export function keepDaysClosed(booking: Booking, clock: Clock, log: Log): () => Promise<void> {
  let closed: ServiceDay | undefined;
  let work: Promise<void> | undefined;
  const look = async () => {
    const now = clock.now();
    const today = serviceDayOf(now);
    const isNight = daySecondOf(today, now) < NIGHT_ENDS_SECOND;
    const last = addDays(today, isNight ? -2 : -1);
    if (closed === last) return;
    for (let ago = closed ? 0 : DAYS_BACK; ago >= 0; ago--) {
      const day = addDays(last, -ago);
      const ended = await booking.closeDay(day);
      if (ended > 0) log.info({ day, ended }, 'open requests of a past day were closed');
    }
    closed = last;
  };
  const lookOnce = () => {
    work ??= look()
      .catch((err: unknown) => log.error({ err }, 'a past day could not be closed'))
      .finally(() => {
        work = undefined;
      });
  };
  lookOnce();
  const timer = setInterval(lookOnce, LOOK_MS);
  return async () => {
    clearInterval(timer);
    await work;
  };
}
