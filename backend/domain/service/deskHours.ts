import { type ServiceDay, type TimeWindow, weekdayOf } from '../units/time.ts';
import { closedOn } from './closedOn.ts';
import { rulesInForce } from './rulesInForce.ts';
import type { Service } from './service.ts';

/**
 * When somebody is at the desk on a day, in seconds of it: only on days on which a service runs, in the desk's own
 * hours, else from the first pickup of any service to the last of all.
 * @param own the desk's hours where the office has told us
 * @returns undefined: nobody is there all day
 */
export function deskHoursOn(
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
