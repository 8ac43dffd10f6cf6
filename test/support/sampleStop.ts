import type { ScheduledStop } from '../../backend/domain/schedule/shiftSchedule.ts';

/** A planned stop at nobody's place, from ten for a minute unless stated, at which nobody gets in or out. */
export function sampleStop(given: Partial<ScheduledStop> = {}): ScheduledStop {
  const { start = 36_000 } = given;
  return {
    id: `stop-${start}`,
    kind: 'stop',
    place: null,
    arrival: start,
    start,
    departure: start + 60,
    pickups: [],
    dropoffs: [],
    loadAfter: [0, 0, 0],
    slackSeconds: 0,
    state: 'planned',
    performedArrival: null,
    performedDeparture: null,
    ...given,
  };
}
