import type { Ride } from '../../domain/ride/ride.ts';
import { addDays, type ServiceDay } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';

/** How far ahead bookings can lie. */
const DAYS_AHEAD = 60;

/** The last day whose rides stand on a rider's card. */
export function lastCardDay(today: ServiceDay): ServiceDay {
  return addDays(today, DAYS_AHEAD);
}

/**
 * Another text whenever one of a rider's rides from today on comes or changes: rides are never removed, and each change
 * counts their revision up.
 */
export function cardStamp(rides: readonly Ride[], today: ServiceDay): string {
  const ahead = rides.filter(({ day }) => day >= today);
  return `${ahead.length}.${ahead.reduce((sum, { revision }) => sum + revision, 0)}`;
}

/** The stamp of a rider's card as it would be now. */
export async function readCardStamp({ rides }: Tables, personId: string, today: ServiceDay): Promise<string> {
  return cardStamp(await rides.listByPerson(personId, today, lastCardDay(today)), today);
}
