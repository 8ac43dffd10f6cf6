import { closedOn } from '../domain/service/closedOn.ts';
import { rulesInForce } from '../domain/service/rulesInForce.ts';
import type { Service } from '../domain/service/service.ts';
import {
  addDays,
  daySecondOf,
  type EpochMs,
  momentOf,
  type ServiceDay,
  serviceDayOf,
  type TimeWindow,
  weekdayOf,
} from '../domain/units/time.ts';
import type { OfficeHours } from './dialogue/voiceFacts.ts';

/** お盆 and 年末年始 are over by then. */
const DAYS_AHEAD = 21;

/**
 * Is anybody at the desk? It is there on days on which a service runs: in its own hours, else from the first pickup to
 * the last.
 * @param own the desk's hours where the office has told us
 */
export function officeHours(services: readonly Service[], own: TimeWindow | null, now: EpochMs): OfficeHours {
  const today = serviceDayOf(now);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    const hours = hoursOn(services, own, day);
    if (!hours) continue;
    const second = daySecondOf(day, now);
    if (second >= hours.earliest && second < hours.latest) return { isOpen: true, opensAt: null };
    if (second < hours.earliest) return { isOpen: false, opensAt: momentOf(day, hours.earliest) };
  }
  return { isOpen: false, opensAt: null };
}

function hoursOn(
  services: readonly Service[],
  own: TimeWindow | null,
  day: ServiceDay,
): TimeWindow | undefined {
  const running = services.flatMap((service) => {
    const rules = rulesInForce(service, day);
    return rules && closedOn(rules, day) === undefined ? (rules.hours[weekdayOf(day)] ?? []) : [];
  });
  if (running.length === 0) return undefined;
  return (
    own ?? {
      earliest: Math.min(...running.map(({ earliest }) => earliest)),
      latest: Math.max(...running.map(({ latest }) => latest)),
    }
  );
}
