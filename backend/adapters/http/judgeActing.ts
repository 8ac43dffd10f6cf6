import type { Account, Acting } from '../../domain/account/account.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import { readActing } from '../views/readActing.ts';
import { actsOf, type EndpointKey, mayHoldGrants } from './accessTable.ts';
import type { HttpDeps } from './httpDeps.ts';
import { idOf } from './queryInput.ts';

/**
 * Whoever names a rider for whom to act does it by a grant that holds now, or not at all.
 * @param forWhom the rider's id as it came with the request
 * @returns undefined where nobody is acted for
 * @throws Refused with the reason
 */
export async function judgeActing(
  key: EndpointKey,
  forWhom: string | undefined,
  account: Account | undefined,
  { store, clock, riders }: Pick<HttpDeps, 'store' | 'clock' | 'riders'>,
): Promise<(Acting & { readonly personId: string }) | undefined> {
  if (forWhom === undefined) return undefined;
  if (!account) throw new Refused({ code: 'signInNeeded' });
  const acts = actsOf(key);
  if (acts === null) return undefined;
  if (acts.length === 0 || !mayHoldGrants(account.role)) throw new Refused({ code: 'notAllowed' });
  const personId = idOf(forWhom, 'unknownProxy');
  const judged = await readActing(store, account, personId, acts, serviceDayOf(clock.now()));
  if (!judged.ok) throw new Refused(judged.reason);
  if (judged.value.act === 'seeRides') await riders.noteLook(judged.value, account.id);
  return judged.value;
}
