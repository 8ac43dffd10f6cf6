import type { ActedFor, ActingForAnswer } from '../../contract/index.ts';
import { holderScope } from '../../domain/account/account.ts';
import { type Person, personName } from '../../domain/person/person.ts';
import { covers, holdsOn, PROXY_ACTS, type ProxyGrant } from '../../domain/proxy/proxyGrant.ts';
import { type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import { accountOf, answer, type Call, type Reply } from './call.ts';
import { hasSearchText, searchTextOf } from './queryInput.ts';

const MOST_FOUND = 20;

/** For whom an account may act. */
export const actingRoutes = { 'GET /api/v1/acting-for': listActedFor };

async function listActedFor(call: Call): Promise<Reply> {
  const account = accountOf(call);
  const today = serviceDayOf(call.deps.clock.now());
  const text = hasSearchText(call.query) ? searchTextOf(call.query) : null;
  const { grants, people } = await call.deps.store.read(holderScope(account), async (tables) => {
    const held = (await tables.proxyGrants.listByAccount(account.id)).filter((one) => holdsOn(one, today));
    const named = held.flatMap(({ scope }) => (scope.kind === 'people' ? scope.personIds : []));
    const found =
      text === null ? await tables.people.listByIds(named) : await tables.people.search(text, MOST_FOUND);
    return { grants: held, people: found };
  });
  const view: ActingForAnswer = {
    people: people.flatMap((person) => actedFor(person, grants, today)),
    isWider: grants.some(({ scope }) => scope.kind !== 'people'),
  };
  return answer(view);
}

/** A rider as the proxy's choice shows them, with what the grants allow together; none where no grant holds them. */
function actedFor(person: Person, grants: readonly ProxyGrant[], today: ServiceDay): readonly ActedFor[] {
  const holding = grants.filter((grant) => holdsOn(grant, today) && covers(grant.scope, person));
  if (holding.length === 0) return [];
  return [
    {
      personId: person.id,
      name: personName(person),
      kana: `${person.familyKana} ${person.givenKana}`,
      birthYear: person.birthYear,
      hamlet: person.hamlet,
      relation: holding.find(({ personId }) => personId === person.id)?.relation ?? null,
      acts: PROXY_ACTS.filter((act) => holding.some(({ acts }) => acts.includes(act))),
    },
  ];
}
