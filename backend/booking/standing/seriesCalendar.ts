import type { RidePlace } from '../../domain/place/place.ts';
import { checkArea } from '../../domain/service/checkService.ts';
import { closedOn } from '../../domain/service/closedOn.ts';
import { rulesInForce } from '../../domain/service/rulesInForce.ts';
import type { Service, ServiceRules } from '../../domain/service/service.ts';
import type { StandingCalendar } from '../../domain/standingOrder/expandSeries.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { Holidays } from '../../ports/holidays.ts';

/** Both ends of an order's rides, as places. */
export interface SeriesPlaces {
  readonly from: RidePlace;
  readonly to: RidePlace;
}

/** The rules in force on a day of those services that go between the two places. */
function rulesBetween(
  services: readonly Service[],
  places: SeriesPlaces,
  day: ServiceDay,
): readonly ServiceRules[] {
  return services
    .map((service) => rulesInForce(service, day))
    .filter((rules) => rules !== undefined)
    .filter((rules) => checkArea(rules, places) === undefined);
}

/**
 * The calendar of an order: holidays, and the days on which all services between its places rest. Where none goes there
 * at all nothing is closed: booking gives that reason.
 */
export function seriesCalendar(
  holidays: Holidays,
  services: readonly Service[],
  places: SeriesPlaces,
): StandingCalendar {
  return {
    holiday: (day) => holidays.nameOf(day),
    closed(day) {
      const reasons = rulesBetween(services, places, day).map((rules) => closedOn(rules, day));
      return reasons.length > 0 && reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
    },
  };
}

/** How many days ahead all services between the places take bookings; null where none goes there. */
export function horizonDays(
  services: readonly Service[],
  places: SeriesPlaces,
  today: ServiceDay,
): number | null {
  const days = rulesBetween(services, places, today).map(({ booking }) => booking.horizonDays);
  return days.length === 0 ? null : Math.min(...days);
}
