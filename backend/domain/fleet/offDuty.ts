import type { ShiftSchedule } from '../schedule/shiftSchedule.ts';
import { DAY_SECONDS, type DaySecond } from '../units/time.ts';
import { driverKey } from './driverKey.ts';
import { leastOffDutyOf } from './dutyRules.ts';
import type { Provider, Shift } from './fleet.ts';

/** What of a shift's schedule tells when its driver goes home. */
export type DutyEnd = Pick<ShiftSchedule, 'shiftId' | 'finish' | 'ended'>;

/** The shifts of the day before, and how they end; in seconds of that day. */
export interface DayBefore {
  readonly shifts: readonly Shift[];
  readonly ends: readonly DutyEnd[];
}

/**
 * When drivers have been off duty for long enough since the day before, by shift id; only for shifts that begin sooner
 * than that. A driver is known by provider and name, and goes home when the shift ends, or when its vehicle is to be
 * back where that is later, or when the driver has ended it.
 */
export function restedFromByShift(
  shifts: readonly Shift[],
  providers: readonly Provider[],
  before: DayBefore,
): ReadonlyMap<string, DaySecond> {
  const offFrom = latestEnds(before);
  const categories = new Map(providers.map(({ id, category }) => [id, category]));
  return new Map(
    shifts.flatMap((shift): [string, DaySecond][] => {
      const off = offFrom.get(driverKey(shift));
      const category = categories.get(shift.providerId);
      if (off === undefined || category === undefined) return [];
      const restedFrom = off - DAY_SECONDS + leastOffDutyOf(category);
      return restedFrom > shift.start ? [[shift.id, restedFrom]] : [];
    }),
  );
}

/** By driver, the end of the last shift of the day. */
function latestEnds({ shifts, ends }: DayBefore): ReadonlyMap<string, DaySecond> {
  const endOf = new Map(ends.map((end) => [end.shiftId, end]));
  const latest = new Map<string, DaySecond>();
  for (const shift of shifts) {
    const driver = driverKey(shift);
    const end = endOf.get(shift.id);
    const off = end?.ended ?? Math.max(shift.end, end?.finish ?? shift.end);
    latest.set(driver, Math.max(off, latest.get(driver) ?? off));
  }
  return latest;
}
