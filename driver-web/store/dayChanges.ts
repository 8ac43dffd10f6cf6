import type { RideView, ShiftView } from '../../backend/contract/index.ts';
import type { DriverDay } from './driverDay.ts';

/** Something the driver has to be told because the plan changed. */
export interface DayChange {
  readonly kind: 'added' | 'removed' | 'moved';
  readonly ride: RideView;
  /** Planned pickup before and after, seconds of the service day, for `moved`. */
  readonly pickupBefore: number | null;
  readonly pickupAfter: number | null;
}

/** A planned time that moves by less than this is not worth a word: the promise is a window anyway. */
const WORTH_TELLING_SECONDS = 180;

/**
 * What changed for the driver between two states of the server's day: rides put on the shift, taken off it, and moved
 * by three minutes or more. Rides that are finished are not told.
 */
export function listDayChanges(before: DriverDay, after: DriverDay): readonly DayChange[] {
  if (before.day !== after.day) return [];
  const beforeIds = ridesAhead(before);
  const afterIds = ridesAhead(after);
  const changes: DayChange[] = [];
  for (const id of afterIds) {
    const ride = after.rides.get(id);
    const old = before.rides.get(id);
    if (ride === undefined || ride.status === 'cancelled') continue;
    const pickupBefore = old?.scheduledPickup ?? null;
    const pickupAfter = ride.scheduledPickup;
    if (!beforeIds.has(id)) changes.push({ kind: 'added', ride, pickupBefore: null, pickupAfter });
    else if (ride.status === 'assigned' && isWorthTelling(pickupBefore, pickupAfter)) {
      changes.push({ kind: 'moved', ride, pickupBefore, pickupAfter });
    }
  }
  for (const id of beforeIds) {
    const old = before.rides.get(id);
    const now = after.rides.get(id);
    const isOver = now !== undefined && ['done', 'noShow', 'onBoard'].includes(now.status);
    if (old === undefined || isOver) continue;
    if (!afterIds.has(id) || (now?.status === 'cancelled' && old.status !== 'cancelled')) {
      changes.push({
        kind: 'removed',
        ride: now ?? old,
        pickupBefore: old.scheduledPickup,
        pickupAfter: null,
      });
    }
  }
  return changes;
}

/** Rides whose pickup lies at a stop that the vehicle has not left. */
function ridesAhead(day: DriverDay): ReadonlySet<string> {
  const ofShift = (shift: ShiftView): string[] =>
    shift.stops.filter((stop) => stop.state !== 'departed').flatMap((stop) => stop.pickups);
  return new Set(day.shifts.flatMap(ofShift));
}

function isWorthTelling(before: number | null, after: number | null): boolean {
  return before !== null && after !== null && Math.abs(after - before) >= WORTH_TELLING_SECONDS;
}

/** A later word about the same ride replaces the earlier one. */
export function mergeChanges(held: readonly DayChange[], told: readonly DayChange[]): readonly DayChange[] {
  const isTold = new Set(told.map((change) => change.ride.id));
  return [...held.filter((change) => !isTold.has(change.ride.id)), ...told];
}
