import { type Acting, SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';

/** Writes down, once a day for each proxy and rider, that rides were looked at: pages ask every few seconds. */
export function createLookNotes({
  store,
  clock,
}: RidersWorld): (acting: Acting & { readonly personId: string }, accountId: string) => Promise<void> {
  const noted = new Set<string>();
  let notedDay = '';
  return async ({ personId, hand }, accountId) => {
    const now = clock.now();
    const today = serviceDayOf(now);
    if (today !== notedDay) noted.clear();
    notedDay = today;
    const key = `${accountId} ${personId} ${hand.grantId}`;
    if (noted.has(key)) return;
    noted.add(key);
    try {
      await store.write(SYSTEM_SCOPE, async (tables) => {
        const person = await tables.people.find(personId);
        if (!person || hand.grantId === null) return;
        const body = { type: 'ProxyLooked', grantId: hand.grantId } as const;
        await tables.events.append([riderLogEvent(person, body, accountId, now)]);
      });
    } catch (fault) {
      noted.delete(key);
      throw fault;
    }
  };
}
