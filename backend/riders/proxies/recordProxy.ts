import type { Actor } from '../../domain/account/actor.ts';
import type { Person } from '../../domain/person/person.ts';
import { normalisePhone } from '../../domain/person/phoneNumber.ts';
import {
  covers,
  holdsOn,
  namesSomebody,
  type ProxyGrant,
  type ProxyScope,
} from '../../domain/proxy/proxyGrant.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { type EpochMs, type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';

/** A proxy as told at the desk. */
export interface ProxyEntry
  extends Pick<ProxyGrant, 'name' | 'kind' | 'relation' | 'phone' | 'accountId' | 'acts'>,
    Pick<ProxyGrant, 'consentBy' | 'consentOn' | 'validUntil'> {
  /** Null: this rider only. */
  readonly scope: ProxyScope | null;
  /** Null: from today. */
  readonly validFrom: ServiceDay | null;
}

/** Writes down who may act for a rider. */
export async function recordProxy(
  { store, clock, ids, accounts }: RidersWorld,
  personId: string,
  entry: ProxyEntry,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<ProxyGrant, Rejection>> {
  const now = clock.now();
  const { accountId } = entry;
  if (accountId !== null && !(await accounts.find(accountId))) {
    return refusal({ code: 'malformedInput', field: 'accountId' });
  }
  return store.write(actor.scope, async (tables) => {
    const person = await tables.people.find(personId);
    if (!person || !canSee(person)) return refusal({ code: 'unknownPerson' });
    const scope = entry.scope ?? { kind: 'people', personIds: [person.id] };
    const fault = faultOf(entry, now) ?? (await faultOfScope(tables, scope, person, canSee));
    if (fault) return refusal(fault);
    const grant: ProxyGrant = {
      ...entry,
      id: ids.next('proxy'),
      personId: person.id,
      municipality: person.municipality,
      phone: entry.phone === null ? null : (normalisePhone(entry.phone) ?? null),
      scope,
      validFrom: entry.validFrom ?? serviceDayOf(now),
      endedAt: null,
      recordedBy: actor.name,
      recordedAt: now,
    };
    // Two desks that write down the same proxy at once must not both find them new.
    if (grant.phone !== null) await tables.proxyGrants.takeTurn(grant.phone);
    const known = await tables.proxyGrants.listFor(person);
    if (known.some((other) => isSameProxy(other, grant))) {
      return refusal({ code: 'proxyAlreadyThere', field: 'name' });
    }
    await tables.proxyGrants.insert(grant);
    const body = { type: 'ProxyAdded', grantId: grant.id } as const;
    await tables.events.append([riderLogEvent(person, body, actor.name, now)]);
    return success(grant);
  });
}

/**
 * Is it the same person, by name and number, with an entry that holds already when the new one begins? Without a number
 * two of a name cannot be told apart.
 */
function isSameProxy(known: ProxyGrant, added: ProxyGrant): boolean {
  const nameOf = ({ name }: ProxyGrant): string => name.normalize('NFKC').replaceAll(/\s/g, '');
  const isSameNumber = added.phone !== null && known.phone === added.phone;
  return isSameNumber && nameOf(known) === nameOf(added) && holdsOn(known, added.validFrom);
}

function faultOf(entry: ProxyEntry, now: EpochMs): Rejection | undefined {
  const { phone, consentOn, validFrom, validUntil } = entry;
  const today = serviceDayOf(now);
  if (phone !== null && normalisePhone(phone) === undefined) {
    return { code: 'phoneUnreadable', field: 'phone' };
  }
  // Nobody has agreed tomorrow.
  if (consentOn > today) return { code: 'malformedInput', field: 'consentOn' };
  if (validUntil !== null && validUntil < (validFrom ?? today)) {
    return { code: 'proxyEndsTooEarly', field: 'validUntil' };
  }
  return undefined;
}

async function faultOfScope(
  tables: Tables,
  scope: ProxyScope,
  person: Person,
  canSee: (person: Person) => boolean,
): Promise<Rejection | undefined> {
  if (!namesSomebody(scope)) return { code: 'proxyScopeEmpty', field: 'scope' };
  if (!covers(scope, person)) return { code: 'proxyOutsideScope', field: 'scope' };
  if (scope.kind === 'people') {
    const known = await tables.people.listByIds(scope.personIds);
    const isWhole = scope.personIds.every((id) => known.some((one) => one.id === id && canSee(one)));
    return isWhole ? undefined : { code: 'unknownPerson', field: 'scope.personIds' };
  }
  if (scope.kind !== 'residents') return undefined;
  const codes = (await tables.places.listMunicipalities()).map(({ code }) => code);
  const isKnown = scope.municipalities.every((code) => codes.includes(code));
  return isKnown ? undefined : { code: 'malformedInput', field: 'scope.municipalities' };
}
