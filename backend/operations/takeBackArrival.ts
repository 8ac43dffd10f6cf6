import type { Rejection } from '../domain/rejection/rejection.ts';
import type { ScheduledStop } from '../domain/schedule/shiftSchedule.ts';
import { isEmptyStop } from '../domain/schedule/stopKinds.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { ShiftPicture, StreetChange } from '../ports/shiftRevision.ts';

/** Somebody has got in or out, or was said not to have come: the vehicle was there. */
const SERVED: readonly string[] = ['onBoard', 'done', 'noShow'];

/**
 * A driver takes back that they have come to a stop: tapped by mistake, or long before. Its riders are awaited again, and
 * what the tap had closed behind it is open again. Refused once anybody has got in or out there.
 */
export function takeBackArrival(
  { schedule, rides }: ShiftPicture,
  stopId: string,
  second: number,
): Outcome<StreetChange, Rejection> {
  const position = schedule.stops.findIndex(({ id }) => id === stopId);
  const stop = schedule.stops[position];
  if (!stop) return refusal({ code: 'staleVersion' });
  const isServed =
    stop.pickups.some((id) => SERVED.includes(rides.get(id)?.status ?? '')) ||
    stop.dropoffs.some((id) => rides.get(id)?.status === 'done');
  if (stop.state !== 'arrived' || isServed) {
    return refusal({
      code: 'commandOutOfOrder',
      details: { place: stop.place?.name ?? '', status: stop.state },
    });
  }
  const waiting = stop.pickups.filter((id) => rides.get(id)?.status === 'vehicleArrived');
  const before = schedule.stops.slice(0, position);
  const stops = [...reopened(before, stop), awaited(stop), ...schedule.stops.slice(position + 1)];
  return success({
    stops,
    commands: waiting.map((rideId) => ({
      rideId,
      command: { type: 'withdrawArrival', reason: 'takenBack' },
    })),
    events: [{ type: 'ArrivalTakenBack', stopId, second }],
  });
}

/** Where nobody gets in or out the vehicle is reckoned to be all the same: others are fetched after it. */
function awaited(stop: ScheduledStop): ScheduledStop {
  return { ...stop, state: isEmptyStop(stop) ? 'departed' : 'planned', performedArrival: null };
}

/**
 * Stops right before it whose end nobody tapped were written down as left when the vehicle came, not when it left. A
 * break that was over by then stays taken.
 */
function reopened(before: readonly ScheduledStop[], { performedArrival }: ScheduledStop): ScheduledStop[] {
  const wasOpen = ({ kind, performedDeparture: left, departure }: ScheduledStop) =>
    left !== null && left === performedArrival && (kind === 'break' ? left < departure : left !== departure);
  const first = before.findLastIndex((stop) => !wasOpen(stop)) + 1;
  return before.map((stop, i) => (i < first ? stop : asOpen(stop)));
}

function asOpen(stop: ScheduledStop): ScheduledStop {
  const wasPlanned = stop.kind === 'break' && stop.performedArrival === stop.arrival;
  return wasPlanned
    ? { ...stop, state: 'planned', performedArrival: null, performedDeparture: null }
    : { ...stop, state: 'arrived', performedDeparture: null };
}
