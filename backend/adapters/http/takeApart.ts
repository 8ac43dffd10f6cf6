import { addDays, type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import { accountScopeOf, actorOf, type Call } from './call.ts';

/** Nothing is booked further ahead than this. */
const DAYS_AHEAD = 400;

/**
 * Takes a rider's rides apart from those they are planned with though they are to be apart.
 * @returns how many rides moved
 */
export async function takeApart(call: Call, personId: string): Promise<number> {
  const days = await call.deps.store.read(accountScopeOf(call), (tables) =>
    plannedDaysOf(call, tables, personId),
  );
  let moved = 0;
  for (const day of days) {
    moved += (await call.deps.dispatch.partTogether(day, actorOf(call))).movedRideIds.length;
  }
  return moved;
}

/** The days, from today on, on which a rider is in a vehicle's plan. */
export async function plannedDaysOf(
  call: Call,
  { rides }: Pick<Tables, 'rides'>,
  personId: string,
): Promise<readonly ServiceDay[]> {
  const today = serviceDayOf(call.deps.clock.now());
  const coming = await rides.listByPerson(personId, today, addDays(today, DAYS_AHEAD));
  return [...new Set(coming.filter(({ shiftId }) => shiftId !== null).map(({ day }) => day))].sort();
}
