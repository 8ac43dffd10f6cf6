import { addDays, daySecondOf, type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Scheduler } from '../../ports/scheduler.ts';

const LOOK_MS = 1000;

/** Wakes by a clock of its own, for trials whose days run faster than the world's. */
export function createClockScheduler(clock: Clock, lookMs = LOOK_MS): Scheduler {
  return {
    daily(second, work) {
      let last = lastWake(clock, second);
      const timer = setInterval(() => {
        const latest = lastWake(clock, second);
        if (latest === last) return;
        last = latest;
        work();
      }, lookMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

/** The day whose hour struck last. */
function lastWake(clock: Clock, second: number): ServiceDay {
  const today = serviceDayOf(clock.now());
  return daySecondOf(today, clock.now()) >= second ? today : addDays(today, -1);
}
