import type { Ride } from '../domain/ride/ride.ts';
import type { ScheduledStop, ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { DaySecond } from '../domain/units/time.ts';
import type { DriverPace } from './driverPace.ts';

/** What an invented driver taps next, and when. */
export interface NextReport {
  readonly due: DaySecond;
  readonly tap:
    | { readonly type: 'arrive' | 'depart'; readonly stopId: string }
    | { readonly type: 'board' | 'alight' | 'noShow'; readonly rideId: string };
}

/** How long a driver waits for somebody who does not come. */
const NO_SHOW_WAIT_SECONDS = 300;

/** The next tap of a shift; undefined when the day's work is done. */
export function nextReport(
  schedule: ShiftSchedule,
  rides: ReadonlyMap<string, Ride>,
  pace: DriverPace,
): NextReport | undefined {
  if (schedule.ended !== undefined) return undefined;
  let leftAt = schedule.departure;
  let plannedAt = schedule.departure;
  for (const stop of schedule.stops) {
    const isRest = stop.kind === 'break' && stop.state === 'planned';
    if (!isRest && stop.state === 'planned') return arrival(stop, leftAt, stop.arrival - plannedAt, pace);
    if (stop.state === 'arrived') return atStop(stop, rides, pace);
    leftAt = isRest ? stop.departure : (stop.performedDeparture ?? stop.departure);
    plannedAt = stop.departure;
  }
  return undefined;
}

/** @param seconds driving from the stop before, as planned: the plan's clock is rounded up, the driver left when they left */
function arrival(stop: ScheduledStop, leftAt: DaySecond, seconds: number, pace: DriverPace): NextReport {
  const due = leftAt + Math.round(Math.max(0, seconds) * pace.legFactor(stop.id));
  return { due, tap: { type: 'arrive', stopId: stop.id } };
}

function atStop(stop: ScheduledStop, rides: ReadonlyMap<string, Ride>, pace: DriverPace): NextReport {
  const arrived = stop.performedArrival ?? stop.arrival;
  const alighting = stop.dropoffs.find((id) => rides.get(id)?.status === 'onBoard');
  if (alighting) return { due: arrived, tap: { type: 'alight', rideId: alighting } };
  const waiting = stop.pickups.map((id) => rides.get(id)).find((ride) => ride?.status === 'vehicleArrived');
  if (waiting) return boarding(waiting, arrived, pace);
  return { due: Math.max(arrived, stop.departure), tap: { type: 'depart', stopId: stop.id } };
}

function boarding(ride: Ride, arrived: DaySecond, pace: DriverPace): NextReport {
  const ready = Math.max(arrived, ride.promise?.pickup.earliest ?? arrived, ride.scheduled.pickup ?? arrived);
  if (pace.isNoShow(ride.id)) {
    return { due: ready + NO_SHOW_WAIT_SECONDS, tap: { type: 'noShow', rideId: ride.id } };
  }
  return { due: ready, tap: { type: 'board', rideId: ride.id } };
}
