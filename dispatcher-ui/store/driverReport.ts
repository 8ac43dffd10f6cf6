import type { DeskReport, RideView, ShiftView } from '../../backend/contract/index.ts';
import type { DriverAct } from '../../screen-kit/store/nextAct.ts';

/** The act as the desk reports it; null: there is nothing to report. */
export function reportOf(act: DriverAct, minutesAgo: number): DeskReport | null {
  switch (act.type) {
    case 'wait':
    case 'ended':
      return null;
    case 'arrive':
    case 'depart':
      return { type: `stop:${act.type}`, stopId: act.stop.id, minutesAgo };
    case 'board':
    case 'alight':
      return { type: `ride:${act.type}`, rideId: act.ride.id, minutesAgo };
  }
}

/** Can it be taken back once it is reported? Having come to a stop can, as by the driver; nothing else. */
export function isRevocable(act: DriverAct): boolean {
  return act.type === 'arrive' && act.stop.kind === 'stop';
}

/**
 * As of when a report is written: some minutes ago, but not before what was reported last.
 * @param nowSecond of the day of the shift
 */
export function writtenSecond(
  shift: ShiftView,
  rides: Iterable<RideView>,
  nowSecond: number,
  minutesAgo: number,
): number {
  const own = [...rides].filter(({ shiftId }) => shiftId === shift.id);
  const reported = [
    ...shift.stops.flatMap((stop) => [stop.performedArrival, stop.performedDeparture]),
    ...own.flatMap((ride) => [ride.performedPickup, ride.performedDropoff]),
  ].map((second) => second ?? Number.NEGATIVE_INFINITY);
  return Math.min(nowSecond, Math.max(nowSecond - minutesAgo * 60, ...reported));
}
