import type { Actor } from '../../domain/account/actor.ts';
import { type ApartFrom, type ApartPair, LONGEST_APART_REASON } from '../../domain/apart/apartPair.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import { apartLogEvent } from './apartLogEvent.ts';
import { isSameDriver, listDrivers } from './listDrivers.ts';

/** From whom a rider is to be kept apart, and why. */
export interface ApartEntry {
  readonly from: ApartFrom;
  readonly reason: string;
}

/** What ended so long ago cannot be taken back any more, and its reason is nobody's business. */
const REASON_KEPT_MS = 24 * 3_600_000;

/** Writes down that a rider is not to ride with somebody. Every plan from today on is made anew by whoever plans. */
export async function recordApart(
  { store, clock, ids }: RidersWorld,
  personId: string,
  entry: ApartEntry,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<ApartPair, Rejection>> {
  const reason = entry.reason.trim();
  if (reason === '') return refusal({ code: 'reasonMissing', field: 'reason' });
  if (reason.length > LONGEST_APART_REASON) {
    return refusal({ code: 'textTooLong', field: 'reason', details: { most: LONGEST_APART_REASON } });
  }
  const now = clock.now();
  try {
    return await store.write(actor.scope, async (tables) => {
      const person = await tables.people.find(personId);
      if (!person || !canSee(person)) return refusal({ code: 'unknownPerson' });
      const from = await findOther(tables, person, entry.from, canSee);
      if (!from.ok) return from;
      // First the days: who writes down the same two at the same moment waits here, and so does whoever books.
      await tables.days.advanceFrom(serviceDayOf(now));
      const pair: ApartPair = {
        id: ids.next('apart'),
        personId: person.id,
        municipality: person.municipality,
        from: from.value,
        reason,
        recordedBy: actor.name,
        recordedAt: now,
        endedAt: null,
      };
      await tables.apartPairs.insert(pair);
      await tables.apartPairs.forgetReasons(now - REASON_KEPT_MS);
      await tables.events.append([apartLogEvent('ApartRecorded', pair.id, actor, now)]);
      return success(pair);
    });
  } catch (fault) {
    if (fault instanceof StaleWrite) return refusal({ code: 'apartAlreadyThere', field: 'from' });
    throw fault;
  }
}

/** The other one as they are registered: a rider by their present entry, a driver by the name that shifts carry. */
async function findOther(
  tables: Tables,
  person: Person,
  from: ApartFrom,
  canSee: (person: Person) => boolean,
): Promise<Outcome<ApartFrom, Rejection>> {
  if (from.kind === 'driver') {
    const known = (await listDrivers(tables)).find((driver) => isSameDriver(driver, from));
    return known ? success({ ...from, driverName: known.driverName }) : refusal(UNKNOWN_DRIVER);
  }
  const other = await tables.people.find(from.personId);
  if (!other || !canSee(other)) return refusal({ code: 'unknownPerson', field: 'from' });
  if (other.id === person.id) return refusal({ code: 'apartFromSelf', field: 'from' });
  const doubles = (await tables.apartPairs.listOf(person.id)).filter(({ personId, from: named }) =>
    [personId, named.kind === 'rider' ? named.personId : ''].includes(other.id),
  );
  return doubles.length > 0
    ? refusal({ code: 'apartAlreadyThere', field: 'from' })
    : success({ kind: 'rider', personId: other.id });
}

const UNKNOWN_DRIVER: Rejection = { code: 'unknownDriver', field: 'from' };
