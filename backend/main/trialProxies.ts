import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Person } from '../domain/person/person.ts';
import type { ProxyAct, ProxyGrant } from '../domain/proxy/proxyGrant.ts';
import { type EpochMs, serviceDayOf } from '../domain/units/time.ts';
import type { Store } from '../ports/store.ts';

/** A daughter who acts for her mother in everything, and looks after an uncle's rides: to try the page of proxies. */
export async function saveTrialProxies(
  store: Store,
  accountId: string,
  [mother, uncle]: readonly Person[],
  now: EpochMs,
): Promise<void> {
  const wanted = [
    ...(mother ? [trialGrant(mother, accountId, '娘', ['book', 'cancel', 'seeRides'], now)] : []),
    ...(uncle ? [trialGrant(uncle, accountId, 'めい', ['seeRides'], now)] : []),
  ];
  await store.write(SYSTEM_SCOPE, async ({ people, proxyGrants }) => {
    for (const grant of wanted) {
      const isThere = (await proxyGrants.find(grant.id)) !== undefined;
      if (!isThere && (await people.find(grant.personId))) await proxyGrants.insert(grant);
    }
  });
}

function trialGrant(
  person: Person,
  accountId: string,
  relation: string,
  acts: readonly ProxyAct[],
  now: EpochMs,
): ProxyGrant {
  return {
    id: `trial-proxy:${person.id}`,
    personId: person.id,
    municipality: person.municipality,
    name: TRIAL_PROXY_NAME,
    kind: 'family',
    relation,
    phone: null,
    accountId,
    scope: { kind: 'people', personIds: [person.id] },
    acts,
    consentBy: 'ご本人',
    consentOn: serviceDayOf(now),
    validFrom: serviceDayOf(now),
    validUntil: null,
    endedAt: null,
    recordedBy: 'system',
    recordedAt: now,
  };
}

/** The invented daughter of the trial. */
export const TRIAL_PROXY_NAME = '星 美咲';
