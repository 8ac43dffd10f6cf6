import type { RideView, SessionView, ShiftView } from '../../backend/contract/index.ts';

/** What somebody at the desk may do for the driver of a shift. */
export type ShiftEndAct = 'end' | 'goOn';

/** An evening's shift is still today's for its driver until 04:00. */
const DAY_SECONDS = 28 * 3600;

/**
 * What the reader may do now; null: nothing. Shifts are decided for on their own day, by whoever plans, of the same company
 * where that is one company's; an end is taken back as long as the hours run.
 * @param nowSecond second of the shift's service day
 */
export function shiftEndAct(
  { ended, end, providerId }: Pick<ShiftView, 'ended' | 'end' | 'providerId'>,
  reader: Pick<SessionView, 'role' | 'providerId'>,
  nowSecond: number,
): ShiftEndAct | null {
  const isPlanner = reader.role === 'dispatcher' || reader.role === 'administrator';
  const isOwn = reader.providerId === null || reader.providerId === providerId;
  if (!isPlanner || !isOwn || nowSecond < 0 || nowSecond >= DAY_SECONDS) return null;
  if (ended === undefined) return 'end';
  return nowSecond < end ? 'goOn' : null;
}

/** Rides of a shift that are aboard, and those still to be fetched, as far as the reader sees them. */
export interface UnfinishedRides {
  readonly aboard: readonly RideView[];
  readonly awaited: readonly RideView[];
}

/** As long as there are any, the shift cannot be ended. */
export function unfinishedRides(shiftId: string, rides: Iterable<RideView>): UnfinishedRides {
  const own = [...rides]
    .filter((ride) => ride.shiftId === shiftId)
    .sort((a, b) => (a.scheduledPickup ?? 0) - (b.scheduledPickup ?? 0));
  return {
    aboard: own.filter(({ status }) => status === 'onBoard'),
    awaited: own.filter(({ status }) => status === 'assigned' || status === 'vehicleArrived'),
  };
}
