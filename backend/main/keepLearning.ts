import { RoadsFault } from '../domain/fault/roadsFault.ts';
import { addDays, serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { type LearningWorld, recordLegs, renewSuggestions } from '../reporting/index.ts';

const LOOK_MS = 60_000;
/** Suggestions rest on a season's legs, which are not read every minute. */
const LOOKS_PER_RENEWAL = 10;

/**
 * Records what the street reported of yesterday and today, every minute of the world's clock, and renews suggestions
 * every ten.
 * @returns a function that ends it and waits for what is under way
 */
export function keepLearning(world: LearningWorld, clock: Clock, log: Log): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let looks = 0;
  let fresh = 0;
  const look = async () => {
    const now = clock.now();
    const today = serviceDayOf(now);
    try {
      for (const day of [addDays(today, -1), today]) fresh += await recordLegs(world, day);
      if (fresh > 0 && looks++ % LOOKS_PER_RENEWAL === 0) {
        await renewSuggestions(world, today, now);
        fresh = 0;
      }
    } catch (err) {
      // Roads that are away are waited for: the next look takes the same legs.
      if (!(err instanceof RoadsFault)) log.error({ err }, 'driven legs could not be recorded');
    }
  };
  const timer = setInterval(() => {
    last = last.then(look);
  }, LOOK_MS);
  return async () => {
    clearInterval(timer);
    await last;
  };
}
