import type { RideView, ShiftView, StopView } from '../../backend/contract/index.ts';

/** Rides by id. */
export interface KnownRides {
  readonly rides: ReadonlyMap<string, RideView>;
}

/** The one thing the driver does next. */
export type DriverAct =
  /** `from`: the stop before, where it is not the depot. */
  | { readonly type: 'arrive'; readonly stop: StopView; readonly from: StopView | null }
  | { readonly type: 'alight'; readonly stop: StopView; readonly ride: RideView }
  | { readonly type: 'board'; readonly stop: StopView; readonly ride: RideView }
  /** `next` is where to; null: back to the depot. */
  | { readonly type: 'depart'; readonly stop: StopView; readonly next: StopView | null }
  /** No stop planned at the moment. */
  | { readonly type: 'wait' }
  /** The driver has ended the shift. */
  | { readonly type: 'ended' };

/** Who gets in and out at a stop. */
export interface StopRides {
  readonly dropoffs: readonly RideView[];
  readonly pickups: readonly RideView[];
}

/** The rides of a stop, cancelled ones left out. */
export function listStopRides(day: KnownRides, stop: StopView): StopRides {
  const known = (ids: readonly string[]): RideView[] =>
    ids
      .map((id) => day.rides.get(id))
      .filter((ride): ride is RideView => ride !== undefined && ride.status !== 'cancelled');
  return { dropoffs: known(stop.dropoffs), pickups: known(stop.pickups) };
}

/** The first stop that the vehicle has not left. */
export function findCurrentStop(shift: ShiftView): StopView | undefined {
  return shift.stops.find((stop) => stop.state !== 'departed');
}

/** The vehicle is only reckoned to have been there, and nobody got in or out: nothing that the driver did. */
export function isPassed({ state, performedArrival, pickups, dropoffs }: StopView): boolean {
  return state === 'departed' && performedArrival === null && pickups.length + dropoffs.length === 0;
}

/** Whose door a stop is at, of those who get in or out there: a driver may have several homes in a row. Null: at no such door. */
export function findHomeOf(day: KnownRides, stop: StopView): string | null {
  const { place } = stop;
  if (!place?.id.startsWith('door:')) return null;
  const { dropoffs, pickups } = listStopRides(day, stop);
  const ride = [...pickups, ...dropoffs].find(({ from, to }) => from.id === place.id || to.id === place.id);
  return ride?.riderName ?? null;
}

/** Rides at this stop for which the driver still has to say what happened: first out, then in. */
export function listOpenRides(day: KnownRides, stop: StopView): readonly RideView[] {
  const { dropoffs, pickups } = listStopRides(day, stop);
  return [
    ...dropoffs.filter((ride) => ride.status === 'onBoard'),
    ...pickups.filter((ride) => ride.status === 'vehicleArrived' || ride.status === 'assigned'),
  ];
}

/** May the driver still take back having come to the stop? Nobody has got in or out there, nor was said not to come. */
export function canTakeBackArrival(day: KnownRides, stop: StopView): boolean {
  if (stop.kind !== 'stop' || stop.state !== 'arrived') return false;
  const { dropoffs, pickups } = listStopRides(day, stop);
  return (
    pickups.every(({ status }) => status === 'vehicleArrived' || status === 'assigned') &&
    dropoffs.every(({ status }) => status === 'onBoard')
  );
}

/**
 * The next act of a shift: arrive, everybody out, everybody in, depart.
 * @param chosenRideId the rider the driver pointed at, served before the others of the same stop
 */
export function findNextAct(
  day: KnownRides,
  shift: ShiftView,
  chosenRideId: string | null = null,
): DriverAct {
  if (shift.ended !== undefined) return { type: 'ended' };
  const stop = findCurrentStop(shift);
  if (stop === undefined) return { type: 'wait' };
  if (stop.state === 'planned') {
    return { type: 'arrive', stop, from: shift.stops[shift.stops.indexOf(stop) - 1] ?? null };
  }
  const open = listOpenRides(day, stop);
  const ride = open.find((candidate) => candidate.id === chosenRideId) ?? open[0];
  if (ride === undefined) return { type: 'depart', stop, next: stopAfter(shift, stop) };
  return { type: ride.status === 'onBoard' ? 'alight' : 'board', stop, ride };
}

/** Names an act, so that a change of act can be told from a mere redraw. */
export function actKey(act: DriverAct): string {
  switch (act.type) {
    case 'wait':
    case 'ended':
      return act.type;
    case 'arrive':
    case 'depart':
      return `${act.type}:${act.stop.id}`;
    case 'alight':
    case 'board':
      return `${act.type}:${act.ride.id}`;
  }
}

function stopAfter(shift: ShiftView, stop: StopView): StopView | null {
  return shift.stops[shift.stops.indexOf(stop) + 1] ?? null;
}
