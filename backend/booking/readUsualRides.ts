import type { Person } from '../domain/person/person.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { daySecondOf, type EpochMs, serviceDayOf } from '../domain/units/time.ts';
import type { Tables } from '../ports/tables.ts';
import { type UsualRide, usualRides } from './usualRides.ts';

/** How far back habits are looked for, in days. */
export const HABIT_DAYS_BACK = 365;

/**
 * What a rider will probably ask for.
 * @param rides theirs since `HABIT_DAYS_BACK`, those to come too
 */
export async function readUsualRides(
  tables: Tables,
  person: Person,
  rides: readonly Ride[],
  now: EpochMs,
): Promise<readonly UsualRide[]> {
  const today = serviceDayOf(now);
  const points = await knownPoints(tables, rides);
  return usualRides({
    person,
    rides,
    today,
    nowSecond: daySecondOf(today, now),
    isKnownPoint: (id) => points.has(id),
  });
}

/** Those of the rides' boarding points that still stand. */
async function knownPoints(tables: Tables, rides: readonly Ride[]): Promise<ReadonlySet<string>> {
  const ids = new Set(rides.flatMap(({ from, to }) => [from.id, to.id]).filter((id) => !id.includes(':')));
  const points = ids.size === 0 ? [] : await tables.places.listBoardingPointsByIds([...ids]);
  return new Set(points.map(({ id }) => id));
}
