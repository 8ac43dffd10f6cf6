import { deskHoursOn } from '../domain/service/deskHours.ts';
import type { Service } from '../domain/service/service.ts';
import {
  addDays,
  daySecondOf,
  type EpochMs,
  momentOf,
  serviceDayOf,
  type TimeWindow,
} from '../domain/units/time.ts';
import type { OfficeHours } from './dialogue/voiceFacts.ts';

/** お盆 and 年末年始 are over by then. */
const DAYS_AHEAD = 21;

/**
 * Is anybody at the desk (`deskHoursOn`), or when next?
 * @param own the desk's hours where the office has told us
 */
export function officeHours(services: readonly Service[], own: TimeWindow | null, now: EpochMs): OfficeHours {
  const today = serviceDayOf(now);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    const hours = deskHoursOn(services, own, day);
    if (!hours) continue;
    const second = daySecondOf(day, now);
    if (second >= hours.earliest && second < hours.latest) return { isOpen: true, opensAt: null };
    if (second < hours.earliest) return { isOpen: false, opensAt: momentOf(day, hours.earliest) };
  }
  return { isOpen: false, opensAt: null };
}
