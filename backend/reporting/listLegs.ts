import type { Depot, Shift } from '../domain/fleet/fleet.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { TravelPoint } from '../ports/travel.ts';

/** One drive from a place to the next. */
export interface DrivenLeg {
  readonly from: TravelPoint;
  readonly to: TravelPoint;
  readonly isEmpty: boolean;
}

/** The drives of a shift, depot to depot; none when nothing is planned. */
export function listLegs(shift: Shift, schedule: ShiftSchedule, depot: Depot): DrivenLeg[] {
  const garage: TravelPoint = { id: `depot:${shift.depotId}`, ...depot.coordinates };
  const legs: DrivenLeg[] = [];
  let from = garage;
  let isEmpty = true;
  for (const stop of schedule.stops) {
    if (!stop.place) continue;
    const to = { id: stop.place.id, ...stop.place.coordinates };
    if (to.id !== from.id) legs.push({ from, to, isEmpty });
    from = to;
    isEmpty = stop.loadAfter.every((units) => units === 0);
  }
  if (from.id !== garage.id) legs.push({ from, to: garage, isEmpty: true });
  return legs;
}
