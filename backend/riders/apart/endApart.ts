import type { Actor } from '../../domain/account/actor.ts';
import type { ApartPair } from '../../domain/apart/apartPair.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import { isUndoOver } from '../../domain/units/undoTime.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import { apartLogEvent } from './apartLogEvent.ts';

/** Lets two ride together again from now on; what has ended already stays so. */
export function endApart(
  world: RidersWorld,
  apartId: string,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<ApartPair, Rejection>> {
  return setEnded(world, apartId, true, actor, canSee);
}

/** Takes the end back within seconds. */
export async function restoreApart(
  world: RidersWorld,
  apartId: string,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<ApartPair, Rejection>> {
  try {
    return await setEnded(world, apartId, false, actor, canSee);
  } catch (fault) {
    // Somebody has written the same two down again meanwhile.
    if (fault instanceof StaleWrite) return refusal({ code: 'apartAlreadyThere' });
    throw fault;
  }
}

function setEnded(
  { store, clock }: RidersWorld,
  apartId: string,
  isEnd: boolean,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<ApartPair, Rejection>> {
  const now = clock.now();
  return store.write(actor.scope, async (tables) => {
    const pair = await tables.apartPairs.find(apartId);
    const person = pair && (await tables.people.find(pair.personId));
    if (!pair || !person || !canSee(person)) return refusal({ code: 'unknownApart' });
    if (!isEnd && pair.endedAt !== null && isUndoOver(pair.endedAt, now, clock.speed)) {
      return refusal({ code: 'undoTooLate' });
    }
    await tables.days.advanceFrom(serviceDayOf(now));
    const endedAt = isEnd ? now : null;
    if (!(await tables.apartPairs.setEnded(apartId, endedAt))) return success(pair);
    await tables.events.append([apartLogEvent(isEnd ? 'ApartEnded' : 'ApartRestored', apartId, actor, now)]);
    return success({ ...pair, endedAt });
  });
}
