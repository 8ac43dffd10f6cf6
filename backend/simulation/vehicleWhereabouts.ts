import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { Coordinates } from '../domain/units/coordinates.ts';
import type { DaySecond } from '../domain/units/time.ts';

/** Where a vehicle is: at a place, or on its way between two. */
export interface Whereabouts {
  readonly from: Coordinates;
  readonly to: Coordinates;
  /** 0 at `from`, 1 at `to`. */
  readonly share: number;
}

/** Where a vehicle that follows its schedule is at a second; undefined while it stands in the depot. */
export function whereaboutsAt(
  schedule: ShiftSchedule,
  depot: Coordinates,
  second: DaySecond,
): Whereabouts | undefined {
  let from = depot;
  let leftAt = schedule.departure;
  for (const stop of schedule.stops) {
    if (!stop.place) continue;
    const to = stop.place.coordinates;
    if (stop.state === 'planned')
      return second < leftAt && from === depot ? undefined : onTheWay(from, to, leftAt, stop.arrival, second);
    if (stop.state === 'arrived') return { from: to, to, share: 1 };
    from = to;
    leftAt = stop.performedDeparture ?? stop.departure;
  }
  if (from === depot || second >= schedule.finish) return undefined;
  return onTheWay(from, depot, leftAt, schedule.finish, second);
}

function onTheWay(
  from: Coordinates,
  to: Coordinates,
  start: number,
  end: number,
  second: number,
): Whereabouts {
  const share = end > start ? Math.min(1, Math.max(0, (second - start) / (end - start))) : 1;
  return { from, to, share };
}
