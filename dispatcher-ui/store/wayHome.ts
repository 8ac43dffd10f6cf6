import type { ReturnTime, RideView } from '../../backend/contract/index.ts';
import type { WayHomeToAsk } from './callStage.ts';
import { readWhen } from './readWhen.ts';

const STAY_SECONDS = 2 * 3600;
const HALF_HOUR = 1800;

/** When riders usually go home: two hours after they have arrived, on the half hour; second of the service day. */
export function usualWayHome(rides: readonly RideView[]): number {
  const arrivals = rides.map((ride) => ride.promisedDropoff?.latest ?? ride.requested.second);
  return Math.ceil((Math.max(...arrivals, 0) + STAY_SECONDS) / HALF_HOUR) * HALF_HOUR;
}

/** When to go home after a change: as much later or earlier as the way there; second of the service day. */
export function movedWayHome({ outbound, ride }: Pick<WayHomeToAsk, 'outbound' | 'ride'>): number {
  const before = outbound.changedFrom?.requested;
  const isSameKind = before?.kind === outbound.requested.kind;
  const shift = isSameKind ? outbound.requested.second - before.second : 0;
  return Math.max(0, ride.requested.second + shift);
}

/** The time of a way home as typed; going home one leaves at a time unless arriving is said. Null: not readable. */
export function wayHomeOf(text: string): ReturnTime | null {
  const anyDay = '2000-01-01';
  const reading = readWhen(text, anyDay, anyDay);
  if (typeof reading === 'string' || reading.hasDay || reading.moments.length !== 1) return null;
  return { kind: reading.kind ?? 'departAfter', at: reading.moments[0]!.at };
}
