import { type Account, SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { isFitLogin, isFitSecret, normaliseLogin, SHORTEST_SECRET } from '../../domain/account/ownLogin.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Person } from '../../domain/person/person.ts';
import type { ProxyGrant } from '../../domain/proxy/proxyGrant.ts';
import {
  isOpenInvitation,
  type ProxyInvitation,
  readInvitationCode,
} from '../../domain/proxy/proxyInvitation.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';

/** What somebody with a code is told before they choose a user name. */
export interface OpenInvitation {
  readonly grant: ProxyGrant;
  readonly person: Person;
  /** The account that the grant has already: the code then gives it a new secret. */
  readonly account: Account | undefined;
}

/** With what somebody joins: as the account that is signed in, or with a user name and secret of their own. */
export type JoinWish =
  | { readonly kind: 'signedIn'; readonly account: Account }
  | { readonly kind: 'own'; readonly login: string; readonly secret: string };

/** After this many wrong tries at one code within the window it is not looked at. */
const MOST_TRIES = 8;
const TRIES_WITHIN_MS = 15 * 60_000;

type Found = OpenInvitation & { readonly invitation: ProxyInvitation };

/** Whose code it is; see `Riders.checkInvitation`. */
export function checkInvitation(
  world: RidersWorld,
  typed: string,
): Promise<Outcome<OpenInvitation, Rejection>> {
  return find(world, typed);
}

/** Uses a code; see `Riders.acceptInvitation`. */
export async function acceptInvitation(
  world: RidersWorld,
  typed: string,
  wish: JoinWish,
): Promise<Outcome<Account, Rejection>> {
  const found = await find(world, typed);
  if (!found.ok) return found;
  const joined = wish.kind === 'signedIn' ? success(wish.account) : await saveOwn(world, found.value, wish);
  if (!joined.ok) return joined;
  return link(world, found.value, joined.value);
}

async function find(world: RidersWorld, typed: string): Promise<Outcome<Found, Rejection>> {
  const { store, wallClock, accounts, hasher } = world;
  const now = wallClock.now();
  const unknown = refusal<Rejection>({ code: 'unknownInvitation', field: 'code' });
  const code = readInvitationCode(typed);
  if (!code) return unknown;
  const counted = `invitation:${code.selector}`;
  if ((await accounts.countFailures(counted, now - TRIES_WITHIN_MS)) >= MOST_TRIES) {
    return refusal({ code: 'tooManyAttempts', field: 'code' });
  }
  const candidates = await store.read(SYSTEM_SCOPE, ({ proxyInvitations }) =>
    proxyInvitations.listBySelector(code.selector),
  );
  for (const invitation of candidates) {
    if (!(await hasher.verify(invitation.hash, code.proof))) continue;
    if (invitation.usedAt !== null) return refusal({ code: 'invitationUsed', field: 'code' });
    if (!isOpenInvitation(invitation, now)) return unknown;
    return open(world, invitation);
  }
  await accounts.recordFailure(counted, now);
  return unknown;
}

async function open(
  { store, accounts }: RidersWorld,
  invitation: ProxyInvitation,
): Promise<Outcome<Found, Rejection>> {
  const { grant, person } = await store.read(SYSTEM_SCOPE, async (tables) => ({
    grant: await tables.proxyGrants.find(invitation.grantId),
    person: await tables.people.find(invitation.personId),
  }));
  if (!grant || !person || grant.endedAt !== null) return refusal({ code: 'proxyEnded', field: 'code' });
  const account = grant.accountId === null ? undefined : await accounts.find(grant.accountId);
  return success({ invitation, grant, person, account });
}

/** The account under its own name; the same code makes the same one however often it is tried. */
async function saveOwn(
  { accounts }: RidersWorld,
  { invitation, grant, account: known }: Found,
  { login: typed, secret }: Extract<JoinWish, { kind: 'own' }>,
): Promise<Outcome<Account, Rejection>> {
  // Only an account of the proxy's own kind gets a new secret by a code: never a clinic's or a rider's.
  const own = known?.role === 'proxy' ? known : undefined;
  const login = own?.login ?? normaliseLogin(typed);
  if (!isFitLogin(login)) return refusal({ code: 'loginUnfit', field: 'login' });
  if (!isFitSecret(secret, login)) {
    return refusal({ code: 'secretTooShort', field: 'secret', details: { least: SHORTEST_SECRET } });
  }
  const account: Account = own ?? {
    id: `proxy:${invitation.id}`,
    login,
    displayName: grant.name,
    role: 'proxy',
    municipalities: [],
    providerId: null,
    clinicId: null,
    personId: null,
    vehicleId: null,
    isTrial: false,
  };
  try {
    await accounts.save(account, secret);
    // A lost telephone, or whoever knows the old secret, is not signed in any more.
    await accounts.closeSessionsOf(account.id);
  } catch (fault) {
    if (fault instanceof StaleWrite) return refusal({ code: 'loginTaken', field: 'login' });
    throw fault;
  }
  return success(account);
}

/** Gives the grant to the account, and uses the code up, in one step. */
function link(
  { store, clock, wallClock }: RidersWorld,
  { invitation, grant, person }: Found,
  account: Account,
): Promise<Outcome<Account, Rejection>> {
  return store.write(SYSTEM_SCOPE, async (tables) => {
    if (!(await tables.proxyInvitations.use(invitation.id, account.id, wallClock.now()))) {
      return refusal({ code: 'invitationUsed', field: 'code' });
    }
    await tables.proxyGrants.setAccount(grant.id, account.id);
    const body = { type: 'ProxyJoined', grantId: grant.id, invitationId: invitation.id } as const;
    await tables.events.append([riderLogEvent(person, body, account.id, clock.now())]);
    return success(account);
  });
}
