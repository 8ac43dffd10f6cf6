import type { ShiftView } from '../../backend/contract/index.ts';

/** Is the vehicle back in its depot? The way home is reckoned as planned, from when the last stop was left. */
export function isInDepot({ stops, finish }: ShiftView, nowSecond: number): boolean {
  return stops.length > 0 && stops.every(({ state }) => state === 'departed') && nowSecond >= finish;
}

/**
 * Where to draw a vehicle: where it was last seen, or in the depot if it is reckoned to have come home since.
 * @param seenSecond second of the service day at which it was seen
 */
export function drawnAt(
  shift: ShiftView,
  seen: { readonly lon: number; readonly lat: number },
  seenSecond: number,
  nowSecond: number,
): { readonly lon: number; readonly lat: number } {
  return isInDepot(shift, nowSecond) && seenSecond < shift.finish ? shift.depot : seen;
}
