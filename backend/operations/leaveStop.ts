import type { ScheduledStop } from '../domain/schedule/shiftSchedule.ts';

/** A stop that the vehicle has left, by its driver's word or because it is elsewhere now. */
export function leaveStop(stop: ScheduledStop, second: number): ScheduledStop {
  const performedArrival = stop.performedArrival ?? stop.arrival;
  return {
    ...stop,
    state: 'departed',
    performedArrival,
    performedDeparture: stop.performedDeparture ?? second,
  };
}
