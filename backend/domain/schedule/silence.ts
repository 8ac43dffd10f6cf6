import type { DaySecond } from '../units/time.ts';
import type { ScheduledStop, ShiftSchedule } from './shiftSchedule.ts';

/**
 * A driver who reports nothing for longer than this after a report was due is to be asked, where the region says nothing
 * else (`silentAfterSeconds` in `region.json`). Five minutes of reserve lie inside a promise and new promises are ten
 * minutes wide: asked later, the next rider has waited in vain; asked sooner, every tap forgotten for a moment and
 * every valley without a signal rings a bell, and the bell is not listened to any more.
 */
export const SILENT_AFTER_SECONDS = 600;

/**
 * When the vehicle was to be at a stop by the street's last word. Plans are timed anew for other reasons, too (a rider
 * cancels, a road is closed), and then nobody comes before now: without this, a driver's silence would look like a plan.
 * @param schedule the shift's plan as it was, with the stop in it and all that the street reported
 * @returns undefined where the stop's own times say it
 */
export function expectedAt(
  stop: ScheduledStop,
  schedule: ShiftSchedule,
  nowSecond: number,
): DaySecond | undefined {
  if (stop.state !== 'planned') return undefined;
  const expected = stop.expected ?? stop.start;
  return expected < nowSecond && expected > lastWordOf(schedule) ? expected : undefined;
}

function lastWordOf({ stops }: ShiftSchedule): number {
  const words = stops.flatMap(({ performedArrival, performedDeparture }) => [
    performedArrival ?? Number.NEGATIVE_INFINITY,
    performedDeparture ?? Number.NEGATIVE_INFINITY,
  ]);
  return Math.max(Number.NEGATIVE_INFINITY, ...words);
}
