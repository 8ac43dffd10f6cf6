import type { ScheduledStop } from './shiftSchedule.ts';

/** A stop at which nobody gets in or out: the vehicle waits there, or its driver takes a break. */
export function isEmptyStop({ kind, pickups, dropoffs }: ScheduledStop): boolean {
  return kind === 'stop' && pickups.length + dropoffs.length === 0;
}

/** A stop at which the vehicle is only reckoned to have been: no driver told of it. */
export function isReckoned({ kind, state, performedArrival, performedDeparture }: ScheduledStop): boolean {
  return kind === 'stop' && state === 'departed' && performedArrival === null && performedDeparture === null;
}
