import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createSpedClock, systemClock } from '../adapters/system/systemClock.ts';
import { daySecondOf, type EpochMs, momentOf, serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';

/** A trial begun outside these hours starts in the morning instead: there would be nothing to see. */
const DAYLIGHT = { from: 6 * 3600, until: 15 * 3600 };
const MORNING = 8 * 3600;
const KEEP_EVERY_MS = 2000;

/** A trial's clock, with its memory. */
export interface TrialClock extends Clock {
  /** Writes down where it stands and ends. */
  stop(): void;
}

/**
 * The moment at which a trial's clock starts. It never goes back behind what an earlier run has seen: the log would
 * run backwards.
 */
export function trialStart(
  world: EpochMs,
  startsAtSecond: number | null,
  lastSeen: EpochMs | undefined,
): EpochMs {
  const today = serviceDayOf(world);
  const second = daySecondOf(today, world);
  const isDaylight = second >= DAYLIGHT.from && second < DAYLIGHT.until;
  const chosen = startsAtSecond ?? (isDaylight ? second : MORNING);
  return Math.max(momentOf(today, chosen), lastSeen ?? Number.NEGATIVE_INFINITY);
}

/** @param file where the clock notes its time every few seconds, so that a killed trial goes on from there */
export function createTrialClock(file: string, speed: number, startsAtSecond: number | null): TrialClock {
  const clock = createSpedClock(trialStart(systemClock.now(), startsAtSecond, lastSeenOf(file)), speed);
  const keep = () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify({ moment: clock.now() }));
    renameSync(`${file}.new`, file);
  };
  keep();
  const timer = setInterval(keep, KEEP_EVERY_MS);
  timer.unref();
  return {
    now: clock.now,
    speed,
    stop() {
      clearInterval(timer);
      keep();
    },
  };
}

function lastSeenOf(file: string): EpochMs | undefined {
  try {
    const { moment } = JSON.parse(readFileSync(file, 'utf8')) as { moment?: unknown };
    return typeof moment === 'number' && Number.isFinite(moment) ? moment : undefined;
  } catch {
    return undefined;
  }
}
