import type { Actor } from '../../domain/account/actor.ts';
import type { Person } from '../../domain/person/person.ts';
import type { ProxyGrant } from '../../domain/proxy/proxyGrant.ts';
import {
  INVITATION_MS,
  invitationCodeFrom,
  invitationText,
  type ProxyInvitation,
} from '../../domain/proxy/proxyInvitation.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import { findGrant } from './findGrant.ts';

/** A code that was just made; it is shown this once. */
export interface MadeInvitation {
  readonly grant: ProxyGrant;
  /** `1234 5678 9012` */
  readonly code: string;
  readonly expiresAt: EpochMs;
}

/** Makes the code by which a proxy comes to an account; see `Riders.inviteProxy`. */
export async function inviteProxy(
  { store, clock, wallClock, ids, hasher }: RidersWorld,
  grantId: string,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<MadeInvitation, Rejection>> {
  const now = wallClock.now();
  const code = invitationCodeFrom(ids.next('code'));
  const hash = await hasher.hash(code.proof);
  return store.write(actor.scope, async (tables) => {
    const found = await findGrant(tables, grantId, canSee);
    if (!found) return refusal({ code: 'unknownProxy' });
    const { grant, person } = found;
    if (grant.endedAt !== null) return refusal({ code: 'proxyEnded' });
    await tables.proxyInvitations.withdraw(grantId, now);
    const invitation: ProxyInvitation = {
      id: ids.next('invitation'),
      grantId,
      personId: person.id,
      municipality: person.municipality,
      selector: code.selector,
      hash,
      madeBy: actor.name,
      madeAt: now,
      expiresAt: now + INVITATION_MS,
      usedAt: null,
      endedAt: null,
      accountId: null,
    };
    await tables.proxyInvitations.insert(invitation);
    const body = { type: 'ProxyInvited', grantId, invitationId: invitation.id } as const;
    await tables.events.append([riderLogEvent(person, body, actor.name, clock.now())]);
    return success({ grant, code: invitationText(code), expiresAt: invitation.expiresAt });
  });
}

/** Takes an open code back; nothing happens where there is none. */
export async function withdrawInvitation(
  { store, wallClock }: RidersWorld,
  grantId: string,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<ProxyGrant, Rejection>> {
  return store.write(actor.scope, async (tables) => {
    const found = await findGrant(tables, grantId, canSee);
    if (!found) return refusal({ code: 'unknownProxy' });
    await tables.proxyInvitations.withdraw(grantId, wallClock.now());
    return success(found.grant);
  });
}
