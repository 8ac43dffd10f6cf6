import { type Account, type Acting, holderScope } from '../../domain/account/account.ts';
import { mayActFor } from '../../domain/proxy/mayActFor.ts';
import { PROXY_ACTS, type ProxyAct, type ProxyGrant } from '../../domain/proxy/proxyGrant.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, success } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { Store } from '../../ports/store.ts';

/** Acts by which the feed of a rider is open; without `seeRides` it shows what was booked by the same grants. */
export const FEED_ACTS: readonly ProxyAct[] = ['seeRides', 'book', 'cancel'];

/**
 * May the account do this for the rider today, by its grants? They are asked anew each time, so that an end counts at
 * once.
 * @param acts any one of these is enough; the first that is granted is what is done
 */
export async function readActing(
  store: Store,
  account: Account,
  personId: string,
  acts: readonly ProxyAct[],
  today: ServiceDay,
): Promise<Outcome<Acting & { readonly personId: string }, Rejection>> {
  const { grants, found } = await store.read(holderScope(account), async (tables) => ({
    grants: await tables.proxyGrants.listByAccount(account.id),
    found: await tables.people.find(personId),
  }));
  // Without a grant that holds the rider is not seen; the grants that name them still say why.
  const person = found ?? { id: personId, clinicId: null, municipality: '' };
  const judge = (act: ProxyAct, of: readonly ProxyGrant[] = grants) => mayActFor(of, person, act, today);
  const granted = PROXY_ACTS.filter((act) => judge(act).ok);
  const act = acts.find((one) => granted.includes(one)) ?? acts[0] ?? 'book';
  const judged = judge(act);
  if (!judged.ok) return judged;
  const { id, kind, name } = judged.value;
  const held = grants.filter((grant) => granted.some((one) => judge(one, [grant]).ok));
  return success({
    personId: person.id,
    act,
    hand: { grantId: id, kind, name },
    acts: granted,
    grantIds: held.map((grant) => grant.id),
  });
}
