import type { Actor } from '../../domain/account/actor.ts';
import type { Person } from '../../domain/person/person.ts';
import type { ProxyGrant } from '../../domain/proxy/proxyGrant.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { isUndoOver } from '../../domain/units/undoTime.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import { findGrant } from './findGrant.ts';

/** Ends a grant now; one that has ended stays as it is. */
export function endProxy(
  world: RidersWorld,
  grantId: string,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<ProxyGrant, Rejection>> {
  return setEnded(world, grantId, true, actor, canSee);
}

/** Takes the end of a grant back within seconds. */
export function restoreProxy(
  world: RidersWorld,
  grantId: string,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<ProxyGrant, Rejection>> {
  return setEnded(world, grantId, false, actor, canSee);
}

function setEnded(
  { store, clock }: RidersWorld,
  grantId: string,
  isEnd: boolean,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<ProxyGrant, Rejection>> {
  const now = clock.now();
  return store.write(actor.scope, async (tables) => {
    const found = await findGrant(tables, grantId, canSee);
    if (!found) return refusal({ code: 'unknownProxy' });
    const { grant, person } = found;
    if (!isEnd && grant.endedAt !== null && isUndoOver(grant.endedAt, now, clock.speed)) {
      return refusal({ code: 'undoTooLate' });
    }
    const endedAt = isEnd ? now : null;
    if (!(await tables.proxyGrants.setEnded(grantId, endedAt))) return success(grant);
    const body = { type: isEnd ? 'ProxyEnded' : 'ProxyRestored', grantId } as const;
    await tables.events.append([riderLogEvent(person, body, actor.name, now)]);
    return success({ ...grant, endedAt });
  });
}
