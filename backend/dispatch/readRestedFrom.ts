import type { Provider, Shift } from '../domain/fleet/fleet.ts';
import { restedFromByShift } from '../domain/fleet/offDuty.ts';
import { addDays, type DaySecond, type ServiceDay } from '../domain/units/time.ts';
import type { Tables } from '../ports/tables.ts';

/** From when on the drivers of the day's shifts are rested from the day before (`restedFromByShift`). */
export async function readRestedFrom(
  tables: Tables,
  day: ServiceDay,
  shifts: readonly Shift[],
  providers: readonly Provider[],
): Promise<ReadonlyMap<string, DaySecond>> {
  const dayBefore = addDays(day, -1);
  return restedFromByShift(shifts, providers, {
    shifts: await tables.fleet.listShifts(dayBefore),
    ends: await tables.days.listDutyEnds(dayBefore),
  });
}
