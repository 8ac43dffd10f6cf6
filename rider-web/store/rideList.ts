import type { RideView } from '../../backend/contract/index.ts';

/** Where a ride stands, for the one sentence about it. */
export type RideMoment =
  | 'planned'
  | 'searching'
  | 'today'
  | 'soon'
  | 'late'
  | 'arrived'
  | 'onBoard'
  | 'done'
  | 'cancelled'
  | 'noShow'
  | 'missed'
  | 'willCall'
  | 'notBooked';

/** From this many seconds before the planned pickup on, the rider should be ready. */
const SOON_SECONDS = 15 * 60;

/**
 * Where a ride stands.
 * @param nowSecond second of the service day `today`
 */
export function rideMoment(ride: RideView, today: string, nowSecond: number): RideMoment {
  switch (ride.status) {
    case 'requested':
    case 'offered':
    case 'denied':
    case 'declined':
    case 'lapsed':
      return 'notBooked';
    // Promised, and in no vehicle's schedule any more.
    case 'booked':
      return 'searching';
    case 'assigned': {
      if (ride.day !== today) return 'planned';
      const latest = ride.promisedPickup?.latest;
      if (latest !== undefined && nowSecond > latest) return 'late';
      const pickup = ride.scheduledPickup ?? ride.promisedPickup?.earliest;
      return pickup !== undefined && pickup !== null && pickup - nowSecond <= SOON_SECONDS ? 'soon' : 'today';
    }
    case 'vehicleArrived':
      return 'arrived';
    default:
      return ride.status;
  }
}

/** A ride that can still be called off: nobody has got in yet. */
export function canCancel(ride: RideView): boolean {
  return ['willCall', 'booked', 'assigned', 'vehicleArrived'].includes(ride.status);
}

/** A ride that can be changed here: a vehicle has not come for it yet. */
export function canChange(ride: RideView): boolean {
  return ['booked', 'assigned'].includes(ride.status);
}

/** Rides that are still to come or under way, in order of time. */
export function listComingRides(rides: readonly RideView[]): readonly RideView[] {
  return inOrder(
    rides.filter((ride) =>
      ['willCall', 'booked', 'assigned', 'vehicleArrived', 'onBoard'].includes(ride.status),
    ),
  );
}

/** The way home that stands for a ride, where it was booked. */
export function homeOf(rides: readonly RideView[], outbound: RideView): RideView | null {
  return listComingRides(rides).find(({ returnOf }) => returnOf === outbound.id) ?? null;
}

/** Rides that have ended, latest first; one that was changed lives on in the ride that stands instead. */
export function listPastRides(rides: readonly RideView[]): readonly RideView[] {
  const ended = rides.filter(
    (ride) => ride.replacedById === null && ['done', 'cancelled', 'noShow', 'missed'].includes(ride.status),
  );
  return [...inOrder(ended)].reverse();
}

/** Every ride once; the later list wins, because the feed knows more than an older answer. */
export function mergeRides(...lists: readonly (readonly RideView[])[]): readonly RideView[] {
  const byId = new Map<string, RideView>();
  for (const ride of lists.flat()) {
    const known = byId.get(ride.id);
    if (known === undefined || ride.revision >= known.revision) byId.set(ride.id, ride);
  }
  return [...byId.values()];
}

function inOrder(rides: readonly RideView[]): RideView[] {
  const second = (ride: RideView): number =>
    ride.scheduledPickup ?? ride.promisedPickup?.earliest ?? ride.requested.second;
  return [...rides].sort((a, b) => a.day.localeCompare(b.day) || second(a) - second(b));
}
