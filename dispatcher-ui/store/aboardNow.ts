import type { ShiftView } from '../../backend/contract/index.ts';

/** How many places are taken in the vehicle right now: the load after the last stop it has left. */
export function aboardNow(shift: ShiftView): number {
  const left = shift.stops.filter((stop) => stop.state === 'departed').at(-1);
  return left?.loadAfter.reduce((sum, places) => sum + places, 0) ?? 0;
}
