import type { NightWork } from '../booking/index.ts';
import type { Dispatch } from '../dispatch/index.ts';
import { daySecondOf, type EpochMs, serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { type ImproveRhythm, secondsOfNightLeft } from './keepImproving.ts';

/** All days of a night together get as long as so many searches, */
const SEARCHES_A_NIGHT = 10;
/** but no longer than this, however many days a first night makes rides for. */
const MOST_SECONDS_A_NIGHT = 600;
/** Less is not worth reading a day for. */
const LEAST_SECONDS = 1;

/** How long a night's searches may take, in seconds of the wall's clock. */
export interface NightBudget {
  readonly each: number;
  readonly together: number;
}

/**
 * The budget of a night's work that begins now. It ends with the night: by then people call, and want the machine. A
 * night that is made up for by day gets the searches of the day.
 * @param speed of the clock that `now` is of, against the wall's
 */
export function nightBudget(
  now: EpochMs,
  { seconds, nightSeconds }: ImproveRhythm,
  speed: number,
): NightBudget {
  const nightLeft = secondsOfNightLeft(daySecondOf(serviceDayOf(now), now));
  const each = nightLeft > 0 ? nightSeconds : seconds;
  const longest = nightLeft > 0 ? nightLeft / speed : MOST_SECONDS_A_NIGHT;
  return { each, together: Math.min(SEARCHES_A_NIGHT * each, MOST_SECONDS_A_NIGHT, longest) };
}

/**
 * Plans the rides of standing orders with the rest of their days, within one budget for the night that the days share.
 * What stops the search stops this, too.
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
    const { each, together } = nightBudget(clock.now(), rhythm, clock.speed ?? 1);
    const until = wallClock.now() + together * 1000;
    return async (day, daysLeft) => {
      const seconds = Math.min(each, (until - wallClock.now()) / 1000 / daysLeft);
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
