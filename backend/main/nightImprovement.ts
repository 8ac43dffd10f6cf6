import type { NightWork } from '../booking/index.ts';
import type { Dispatch } from '../dispatch/index.ts';
import { daySecondOf, serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { type ImproveRhythm, isNight } from './keepImproving.ts';

/** All days of a night together get as long as so many searches. */
const SEARCHES_A_NIGHT = 10;
/** Less is not worth reading a day for. */
const LEAST_SECONDS = 1;

/**
 * Plans the rides of standing orders with the rest of their days, within one budget for the night that the days share.
 * A night that is made up for by day gets the searches of the day. What stops the search stops this, too.
 * @param wallClock what the budget is counted by
 * @returns what begins a night; undefined from it: plans are not improved
 */
export function nightImprovement(
  dispatch: Pick<Dispatch, 'improveDay'>,
  rhythm: ImproveRhythm,
  clock: Clock,
  wallClock: Clock,
  log: Log,
): () => NightWork['improve'] {
  return () => {
    if (rhythm.seconds <= 0) return undefined;
    const now = clock.now();
    const most = isNight(daySecondOf(serviceDayOf(now), now)) ? rhythm.nightSeconds : rhythm.seconds;
    const until = wallClock.now() + SEARCHES_A_NIGHT * most * 1000;
    return async (day, daysLeft) => {
      const seconds = Math.min(most, (until - wallClock.now()) / 1000 / daysLeft);
      if (seconds < LEAST_SECONDS) return;
      try {
        const { outcome, before, after } = await dispatch.improveDay(day, seconds);
        if (outcome === 'improved')
          log.info({ day, before, after }, 'standing orders were planned with the rest');
      } catch (err) {
        log.warn({ err, day }, 'the plan of standing orders could not be improved');
      }
    };
  };
}
