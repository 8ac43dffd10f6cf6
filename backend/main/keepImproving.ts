import type { DayImprovement, Dispatch } from '../dispatch/index.ts';
import { addDays, DAY_SECONDS, daySecondOf, type ServiceDay, serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

/** When and how long plans are improved; seconds of the wall's clock. */
export interface ImproveRhythm {
  /** For each search by day; 0: never. */
  readonly seconds: number;
  /** From the end of one round to the next. */
  readonly everySeconds: number;
  /** For each search at night, when hardly anybody calls. */
  readonly nightSeconds: number;
}

/** From ten at night the next day is what counts, until five in the morning of that day. */
const NIGHT_FROM = 22 * 3600;
const NIGHT_UNTIL = 5 * 3600;
/** A plan that nobody moves is left alone after so many searches in vain. */
const MOST_IN_VAIN = 3;

/** Until five in the morning, at a second of the day; 0 by day. */
export function secondsOfNightLeft(second: number): number {
  if (second < NIGHT_UNTIL) return NIGHT_UNTIL - second;
  return second >= NIGHT_FROM ? NIGHT_UNTIL + DAY_SECONDS - second : 0;
}

/** The days to improve at a moment, the nearer first, and for how long each. */
export function daysToImprove(
  now: number,
  { seconds, nightSeconds }: ImproveRhythm,
): { readonly day: ServiceDay; readonly seconds: number }[] {
  const today = serviceDayOf(now);
  const tomorrow = addDays(today, 1);
  const second = daySecondOf(today, now);
  if (second < NIGHT_UNTIL) return [{ day: today, seconds: nightSeconds }];
  if (second >= NIGHT_FROM) return [{ day: tomorrow, seconds: nightSeconds }];
  return [
    { day: today, seconds },
    { day: tomorrow, seconds },
  ];
}

/**
 * Improves plans in the background: today's and tomorrow's all day, the coming day's longer at night.
 * @param improver what dispatch searches with, closed with the rounds
 * @returns a function that ends it; what is being searched for is given up
 */
export function keepImproving(
  dispatch: Pick<Dispatch, 'improveDay'>,
  improver: { close(): Promise<void> },
  clock: Clock,
  rhythm: ImproveRhythm,
  log: Log,
): () => Promise<void> {
  const vain = new Map<ServiceDay, { readonly version: number; readonly searches: number }>();
  let seed = 0;
  let isOver = false;

  async function improve(day: ServiceDay, seconds: number): Promise<void> {
    const known = vain.get(day);
    const rests = known !== undefined && known.searches >= MOST_IN_VAIN;
    const done = await dispatch.improveDay(day, seconds, {
      seed: ++seed,
      ...(rests && { unlessVersion: known.version }),
    });
    if (done.outcome === 'improved') log.info(linesOf(day, done), 'a plan was improved');
    if (done.outcome === 'nothingBetter') {
      const searches = known?.version === done.version ? known.searches + 1 : 1;
      vain.set(day, { version: done.version, searches });
    }
  }

  async function round(): Promise<void> {
    const today = serviceDayOf(clock.now());
    for (const day of vain.keys()) if (day < today) vain.delete(day);
    for (const { day, seconds } of daysToImprove(clock.now(), rhythm)) {
      if (isOver) return;
      try {
        await improve(day, seconds);
      } catch (err) {
        if (!isOver) log.error({ err, day }, 'a plan could not be improved');
      }
    }
  }

  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  const wait = () => {
    timer = setTimeout(() => {
      last = round().finally(() => {
        if (!isOver) wait();
      });
    }, rhythm.everySeconds * 1000);
  };
  if (rhythm.seconds > 0) wait();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await improver.close();
    await last;
  };
}

function linesOf(day: ServiceDay, { version, movedRideIds, before, after }: DayImprovement) {
  return { day, version, moved: movedRideIds.length, before, after };
}
