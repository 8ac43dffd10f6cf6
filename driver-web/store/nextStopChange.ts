import type { ShiftView, StopView } from '../../backend/contract/index.ts';
import type { DriverDay } from './driverDay.ts';

/** The driver is to go somewhere else than was said last. */
export interface NextStopChange {
  readonly now: StopView;
  /** Where the driver was to go, where that comes after it; null: not at all any more. */
  readonly later: StopView | null;
}

/** Whoever was to get in or out has done so, or did not come: the driver's own doing. */
const SERVED: ReadonlySet<string> = new Set(['onBoard', 'done', 'noShow']);

/** What a driver who acts on the former day has to be told about where to go first. */
export function findNextStopChange(before: DriverDay, after: DriverDay): NextStopChange | null {
  if (before.day !== after.day) return null;
  for (const shift of after.shifts) {
    const old = before.shifts.find(({ id }) => id === shift.id);
    const was = old && stopAhead(old);
    const now = stopAhead(shift);
    if (!was || !now || now.place?.id === was.place?.id) continue;
    const meant = [...was.pickups, ...was.dropoffs];
    if (meant.some((id) => SERVED.has(after.rides.get(id)?.status ?? ''))) continue;
    const isOf = ({ pickups, dropoffs }: StopView) =>
      [...pickups, ...dropoffs].some((id) => meant.includes(id));
    return { now, later: shift.stops.find((stop) => stop.state === 'planned' && isOf(stop)) ?? null };
  }
  return null;
}

/** Is it still what the driver is to do, and not done yet? */
export function isNextStill({ now }: NextStopChange, day: DriverDay): boolean {
  return day.shifts.some((shift) => {
    const stop = stopAhead(shift);
    return stop?.id === now.id && stop.state === 'planned';
  });
}

/** The first stop ahead at which somebody gets in or out. */
function stopAhead({ stops }: ShiftView): StopView | undefined {
  return stops.find(
    ({ kind, state, pickups, dropoffs }) =>
      kind === 'stop' && state !== 'departed' && pickups.length + dropoffs.length > 0,
  );
}
