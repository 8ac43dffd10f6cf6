import { generateHistory } from '../../seeds/history/generateHistory.ts';
import type { RegionData } from '../../seeds/region/regionData.ts';
import { createRandom } from '../../seeds/seededRandom.ts';
import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Person } from '../domain/person/person.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { Store } from '../ports/store.ts';

/** One trial rider in so many has habits, the first one among them: the desk's card then shows usual rides. */
const ONE_IN = 7;
const WEEKS = 6;
const SEED = 20_201;
/** So many rides are written in one transaction, so that bookings need not wait. */
const AT_ONCE = 200;

/**
 * Writes the trial riders' rides of the last weeks, where a trial has none yet.
 * @param isStopped asked between two portions; what is missing then is written at the next start
 */
export async function fillHistory(
  store: Store,
  region: RegionData,
  people: readonly Person[],
  today: ServiceDay,
  isStopped: () => boolean,
): Promise<void> {
  const regular = people.filter((_, i) => i % ONE_IN === 0);
  const wish = { today, weeks: WEEKS, people: regular.length };
  const rides = generateHistory(region, regular, wish, createRandom(SEED));
  for (let start = 0; start < rides.length && !isStopped(); start += AT_ONCE) {
    const portion = rides.slice(start, start + AT_ONCE);
    const last = portion.at(-1)!.id;
    await store.write(SYSTEM_SCOPE, async (tables) => {
      if (!(await tables.rides.find(last))) await tables.rides.insertMany(portion);
    });
  }
}
