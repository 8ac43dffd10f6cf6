import type { ScheduledStop } from '../domain/schedule/shiftSchedule.ts';

/** A planned stop at which nobody gets in or out: the vehicle waits there, or its driver takes a break. */
export function isWaitingPlace({ kind, state, pickups, dropoffs }: ScheduledStop): boolean {
  return kind === 'stop' && state === 'planned' && pickups.length + dropoffs.length === 0;
}

const PREFIX = 'place:';

/** What the planner calls the request that keeps a stop without riders in its tour. */
export function waitingId({ id }: Pick<ScheduledStop, 'id'>): string {
  return `${PREFIX}${id}`;
}
