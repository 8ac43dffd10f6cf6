import type { Actor } from '../../domain/account/actor.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { Tables } from '../../ports/tables.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import { findHome } from './findHome.ts';
import { type PlainEntry, type RiderEntry, readEntry } from './riderEntry.ts';
import { riderLogEvent } from './riderLogEvent.ts';

/** A change of a rider, made on what somebody read. */
export interface RiderChange {
  readonly personId: string;
  /** The revision that was on the screen; another one in the register refuses the change. */
  readonly readRevision: number;
  readonly entry: RiderEntry;
}

/** Changes a rider's entry, unless somebody else has meanwhile. */
export async function changeRider(
  { store, clock }: RidersWorld,
  { personId, readRevision, entry }: RiderChange,
  actor: Actor,
  canSee: (person: Person) => boolean,
): Promise<Outcome<Person, Rejection>> {
  const now = clock.now();
  const plain = readEntry(entry, now);
  if (!plain.ok) return plain;
  const stale = refusal({ code: 'staleVersion' as const });
  try {
    return await store.write(actor.scope, async (tables) => {
      const before = await tables.people.find(personId);
      if (!before || !canSee(before)) return refusal({ code: 'unknownPerson' });
      if (before.revision !== readRevision) return stale;
      const after = await changed(tables, before, plain.value, entry);
      if (!after.ok) return after;
      const fields = changedFields(before, after.value);
      if (fields.length === 0) return success(before);
      await tables.people.update(after.value);
      const body = { type: 'RiderChanged', revision: after.value.revision, fields } as const;
      await tables.events.append([riderLogEvent(after.value, body, actor.name, now)]);
      return success(after.value);
    });
  } catch (fault) {
    // Two desks saved in the same moment.
    if (fault instanceof StaleWrite) return stale;
    throw fault;
  }
}

async function changed(
  tables: Tables,
  before: Person,
  plain: PlainEntry,
  { home: said }: RiderEntry,
): Promise<Outcome<Person, Rejection>> {
  const revision = before.revision + 1;
  const kept = { ...before, ...plain, hamlet: plain.hamlet === '' ? before.hamlet : plain.hamlet, revision };
  if (said === null) return success(kept);
  const found = await findHome(said, tables);
  if (!found.ok) return found;
  const { home, municipality, hamlet, householdId } = found.value;
  return success({
    ...kept,
    home,
    municipality,
    hamlet: plain.hamlet === '' ? hamlet : plain.hamlet,
    householdId: householdId ?? before.householdId,
  });
}

/** The names of the fields that differ; the log holds no contents. */
function changedFields(before: Person, after: Person): readonly string[] {
  return (Object.keys(after) as (keyof Person)[]).filter(
    (field) => field !== 'revision' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}
