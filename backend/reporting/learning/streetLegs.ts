import type { ScheduledStop, ShiftSchedule } from '../../domain/schedule/shiftSchedule.ts';
import type { Coordinates } from '../../domain/units/coordinates.ts';
import type { DaySecond } from '../../domain/units/time.ts';

/** A drive between two stops of which the driver reported both ends. */
export interface StreetLeg {
  /** The stop it led to. */
  readonly stopId: string;
  readonly from: Coordinates;
  readonly to: Coordinates;
  readonly departure: DaySecond;
  readonly arrival: DaySecond;
}

/**
 * The reported drives of a shift. The way from the depot has no reported departure, and a drive with a break in it tells
 * nothing about roads: both are left out.
 */
export function streetLegs(schedule: ShiftSchedule): StreetLeg[] {
  return schedule.stops.flatMap((stop, i) => {
    const before = schedule.stops[i - 1];
    const leg = before && legBetween(before, stop);
    return leg ? [leg] : [];
  });
}

function legBetween(before: ScheduledStop, stop: ScheduledStop): StreetLeg | undefined {
  const { performedDeparture: departure, place: from } = before;
  const { performedArrival: arrival, place: to } = stop;
  if (departure === null || arrival === null || !from || !to || arrival <= departure) return undefined;
  return { stopId: stop.id, from: from.coordinates, to: to.coordinates, departure, arrival };
}
