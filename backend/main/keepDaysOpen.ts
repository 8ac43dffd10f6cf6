import type { Dispatch } from '../dispatch/index.ts';
import { addDays, serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

const LOOK_MS = 10_000;

/** Opens today and tomorrow, and each new day when it comes. @returns a function that ends it */
export async function keepDaysOpen(dispatch: Dispatch, clock: Clock, log: Log): Promise<() => void> {
  const open = async () => {
    const today = serviceDayOf(clock.now());
    await dispatch.openDay(today);
    await dispatch.openDay(addDays(today, 1));
  };
  await open();
  const timer = setInterval(() => {
    open().catch((err: unknown) => log.error({ err }, 'a service day could not be opened'));
  }, LOOK_MS);
  return () => clearInterval(timer);
}
