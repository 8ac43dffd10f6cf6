import type { Person } from '../../domain/person/person.ts';
import type { ProxyGrant } from '../../domain/proxy/proxyGrant.ts';
import type { Tables } from '../../ports/tables.ts';

/** A grant with the rider on whose card it stands; undefined where the asker may not see the rider. */
export async function findGrant(
  tables: Tables,
  grantId: string,
  canSee: (person: Person) => boolean,
): Promise<{ grant: ProxyGrant; person: Person } | undefined> {
  const grant = await tables.proxyGrants.find(grantId);
  const person = grant && (await tables.people.find(grant.personId));
  return grant && person && canSee(person) ? { grant, person } : undefined;
}
