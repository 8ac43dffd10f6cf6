import type { Actor } from '../../domain/account/actor.ts';
import type { LogEvent, RiderEvent } from '../../domain/event/logEvent.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Person } from '../../domain/person/person.ts';
import { joinRiders, partRiders, type RiderMerge } from '../../domain/person/riderMerge.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { type EpochMs, serviceDayOf } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';

/** Two entries of one person, as they were on the screen. */
export interface MergeWish {
  readonly keptId: string;
  readonly keptRevision: number;
  readonly goneId: string;
  readonly goneRevision: number;
}

/** What a merge is shown with. */
export interface DoneMerge {
  readonly merge: RiderMerge;
  readonly kept: Person;
  readonly gone: Person;
}

/**
 * Makes two entries one: the other's rides, numbers, needs and notes move, and its id leads here from now on. Whoever
 * changed one of them meanwhile refuses it.
 */
export function mergeRiders(
  world: RidersWorld,
  wish: MergeWish,
  actor: Actor,
): Promise<Outcome<DoneMerge, Rejection>> {
  return guardStale(() =>
    world.store.write(actor.scope, async (tables) => {
      const kept = await tables.people.findEntry(wish.keptId);
      const gone = await tables.people.findEntry(wish.goneId);
      if (!kept || !gone) return refusal({ code: 'unknownPerson' });
      if (wish.keptId === wish.goneId) return refusal({ code: 'mergeWithSelf' });
      const isStale =
        kept.mergedInto !== null ||
        gone.mergedInto !== null ||
        kept.person.revision !== wish.keptRevision ||
        gone.person.revision !== wish.goneRevision;
      if (isStale) return refusal({ code: 'staleVersion' });
      return success(await merge(world, tables, kept.person, gone.person, actor));
    }),
  );
}

async function merge(
  { clock, ids }: RidersWorld,
  tables: Tables,
  kept: Person,
  gone: Person,
  actor: Actor,
): Promise<DoneMerge> {
  const now = clock.now();
  const after = joinRiders(kept, gone);
  // Who is kept apart from one of them is so from both, and whoever planned without knowing it plans again. The days come
  // first, as with everybody who writes a plan.
  await tables.days.advanceFrom(serviceDayOf(now));
  // Then the entries, then what belongs to them: who books meanwhile waits for the entry.
  await tables.people.setMergedInto(gone.id, gone.revision, kept.id);
  await tables.people.update(after);
  const moved = await tables.people.moveBelongings(gone.id, after, null);
  const done: RiderMerge = {
    id: ids.next('merge'),
    keptId: kept.id,
    goneId: gone.id,
    municipality: kept.municipality,
    mergedBy: actor.name,
    mergedAt: now,
    undoneAt: null,
    keptBefore: kept,
    keptRevision: after.revision,
    moved,
  };
  await tables.register.insertMerge(done);
  const body = { type: 'RidersMerged', goneId: gone.id, mergeId: done.id } as const;
  await tables.events.append(await mergeEvents(tables, after, moved.rides, body, actor, now));
  return { merge: done, kept: after, gone };
}

/** Takes a merge back: the other entry is itself again and has its rides again. */
export function undoMerge(
  { store, clock }: RidersWorld,
  mergeId: string,
  actor: Actor,
): Promise<Outcome<{ readonly kept: Person; readonly parted: Person }, Rejection>> {
  return guardStale(() =>
    store.write(actor.scope, async (tables) => {
      const merge = await tables.register.findMerge(mergeId);
      if (!merge || merge.undoneAt !== null) return refusal({ code: 'unknownMerge' });
      const kept = await tables.people.findEntry(merge.keptId);
      const gone = await tables.people.findEntry(merge.goneId);
      if (!kept || !gone) return refusal({ code: 'unknownMerge' });
      if (kept.mergedInto !== null || gone.mergedInto !== merge.keptId) {
        return refusal({ code: 'mergeOutlived' });
      }
      const now = clock.now();
      await tables.days.advanceFrom(serviceDayOf(now));
      await tables.people.setMergedInto(gone.person.id, gone.person.revision, null);
      const after = partRiders(kept.person, merge);
      await tables.people.update(after);
      const moved = await tables.people.moveBelongings(merge.keptId, gone.person, merge.moved);
      await tables.register.undoMerge(mergeId, now);
      const body = { type: 'MergeUndone', goneId: merge.goneId, mergeId } as const;
      await tables.events.append(await mergeEvents(tables, after, moved.rides, body, actor, now));
      const parted = { ...gone.person, revision: gone.person.revision + 1 };
      return success({ kept: after, parted });
    }),
  );
}

/** One line for the rider, and one for each ride that moved, so that every screen shows whose it is. */
async function mergeEvents(
  tables: Tables,
  kept: Person,
  rideIds: readonly string[],
  body: RiderEvent,
  actor: Actor,
  now: EpochMs,
): Promise<readonly LogEvent[]> {
  const rides = await tables.rides.listByIds(rideIds);
  const shown = rides.filter(({ day }) => day >= serviceDayOf(now));
  const own = riderLogEvent(kept, body, actor.name, now);
  const ofRides = shown.map((ride) => ({
    ...own,
    day: ride.day,
    rideId: ride.id,
    shiftId: ride.shiftId,
    personId: ride.personId,
    municipality: ride.municipality,
  }));
  return [own, ...ofRides];
}

/** Two desks at the same moment: the second is told to look again. */
async function guardStale<Value>(
  work: () => Promise<Outcome<Value, Rejection>>,
): Promise<Outcome<Value, Rejection>> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof StaleWrite) return refusal({ code: 'staleVersion' });
    throw fault;
  }
}
