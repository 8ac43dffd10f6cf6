import { driverKey } from '../../domain/fleet/driverKey.ts';
import type { Shift } from '../../domain/fleet/fleet.ts';
import { addDays, type ServiceDay } from '../../domain/units/time.ts';
import type { StoredEvent, Tables } from '../../ports/tables.ts';

/**
 * Ids of shifts whose drivers' evening before has moved: they may be rested at another hour now.
 * @param log what happened, on whatever day
 */
export async function listRestedAnew(
  { fleet }: Tables,
  day: ServiceDay,
  shifts: readonly Shift[],
  log: readonly StoredEvent[],
): Promise<ReadonlySet<string>> {
  const dayBefore = addDays(day, -1);
  const revised = log.filter((event) => event.day === dayBefore && event.body.type === 'ScheduleRevised');
  if (revised.length === 0) return new Set();
  const moved = new Set(revised.map(({ shiftId }) => shiftId));
  const evenings = (await fleet.listShifts(dayBefore)).filter(({ id }) => moved.has(id));
  const drivers = new Set(evenings.map(driverKey));
  return new Set(shifts.filter((shift) => drivers.has(driverKey(shift))).map(({ id }) => id));
}
