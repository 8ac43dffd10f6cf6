import type { RegionData } from '../../seeds/region/regionData.ts';
import { standingSeries } from '../../seeds/standing/standingSeries.ts';
import type { StandingDesk } from '../booking/index.ts';
import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { SYSTEM_ACTOR } from '../domain/account/actor.ts';
import { noWish } from '../domain/callBack/contactWish.ts';
import type { Person } from '../domain/person/person.ts';
import { addDays, serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';

/** Gives a trial's riders their standing orders and wishes, once. @returns how many orders were added */
export async function fillStanding(
  store: Store,
  standing: StandingDesk,
  clock: Clock,
  region: RegionData,
  people: readonly Person[],
): Promise<number> {
  const today = serviceDayOf(clock.now());
  const known = await store.read(SYSTEM_SCOPE, (tables) => tables.standingOrders.listActive(today));
  if (known.length > 0) return 0;
  let added = 0;
  for (const { person, wish, wantsEveningCall } of standingSeries(region, people, addDays(today, 1))) {
    const created = await standing.create(person.id, 'phone', wish, [], SYSTEM_ACTOR);
    if (!created.ok) continue;
    added += 1;
    const contact = { ...noWish(person.id, person.municipality), eveningCall: wantsEveningCall };
    await store.write(SYSTEM_SCOPE, (tables) => tables.contactWishes.save(contact));
  }
  return added;
}
