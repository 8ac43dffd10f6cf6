import type { RoadDesk } from '../dispatch/index.ts';
import { RoadsFault } from '../domain/fault/roadsFault.ts';
import type { Log } from '../ports/log.ts';

const LOOK_MS = 10_000;

/**
 * Brings closures into travel times and plans: at once, then every few seconds for days that come and for what other
 * processes entered. @returns a function that ends it and waits for what is under way
 */
export async function keepRoadsCurrent(desk: RoadDesk, log: Log): Promise<() => Promise<void>> {
  let isFaulty = false;
  let last: Promise<void> = Promise.resolve();
  const look = async () => {
    try {
      await desk.refresh();
      isFaulty = false;
    } catch (err) {
      // Said once: roads that are away are tried again every few seconds.
      if (!isFaulty || !(err instanceof RoadsFault)) log.error({ err }, 'closures could not be brought in');
      isFaulty = true;
    }
  };
  await look();
  const timer = setInterval(() => {
    last = last.then(look);
  }, LOOK_MS);
  return async () => {
    clearInterval(timer);
    await last;
  };
}
