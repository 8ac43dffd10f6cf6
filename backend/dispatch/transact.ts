import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Actor } from '../domain/account/actor.ts';
import { Refused } from '../domain/fault/refused.ts';
import { StaleWrite } from '../domain/fault/staleWrite.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { Tables } from '../ports/tables.ts';
import type { DayDesk } from './dayDesk.ts';
import { advanceSnapshot, type DaySnapshot } from './daySnapshot.ts';
import { meetStanding } from './meetStanding.ts';
import { type PlanChange, writeChanges } from './planChange.ts';

/** How often a writer plans again when other processes move the same day. */
const MAX_TRIES = 6;

/** The changes of one transaction, each of a day of its own; the first is whose answer counts. */
export type PlanChanges = readonly [PlanChange, ...PlanChange[]];

/**
 * Runs one writer's turn at a day: plan on the present version, write under it, and plan again when it was moved in
 * the meantime.
 * @param plan works out the change on a version, before the transaction
 * @param finish called inside the transaction, after the version is held: adds what only the database can tell
 */
export async function changePlan<Draft>(
  desk: DayDesk,
  day: ServiceDay,
  actor: Actor,
  plan: (snapshot: DaySnapshot) => Promise<Outcome<Draft, Rejection>>,
  finish: (tables: Tables, draft: Draft) => Promise<Outcome<PlanChange, Rejection>>,
): Promise<Outcome<PlanChange, Rejection>> {
  const written = await changePlans<Draft>(
    desk,
    [day],
    actor,
    (snapshots) => plan(snapshots.get(day)!),
    async (tables, draft) => {
      const finished = await finish(tables, draft);
      return finished.ok ? success([finished.value]) : finished;
    },
  );
  return written.ok ? success(written.value[0]) : written;
}

/** The same for several days at once: all of them change, or none. */
export function changePlans<Draft>(
  desk: DayDesk,
  days: readonly ServiceDay[],
  actor: Actor,
  plan: (snapshots: ReadonlyMap<ServiceDay, DaySnapshot>) => Promise<Outcome<Draft, Rejection>>,
  finish: (tables: Tables, draft: Draft) => Promise<Outcome<PlanChanges, Rejection>>,
): Promise<Outcome<PlanChanges, Rejection>> {
  // In the order of the calendar, so that two writers of the same days never wait for each other.
  const inOrder = [...new Set(days)].sort();
  return inTurns(desk, inOrder, async () => {
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      const snapshots = new Map<ServiceDay, DaySnapshot>();
      for (const day of inOrder) snapshots.set(day, await desk.snapshot(day));
      const draft = await plan(snapshots);
      if (!draft.ok) return draft;
      const written = await write(desk, [...snapshots.values()], actor, (tables) =>
        finish(tables, draft.value),
      );
      if (written !== 'moved') return written;
      for (const day of inOrder) desk.forget(day);
    }
    return refusal({ code: 'busyTryAgain' });
  });
}

function inTurns<Value>(
  desk: DayDesk,
  [day, ...others]: readonly ServiceDay[],
  work: () => Promise<Value>,
): Promise<Value> {
  return day === undefined ? work() : desk.inTurn(day, () => inTurns(desk, others, work));
}

async function write(
  desk: DayDesk,
  snapshots: readonly DaySnapshot[],
  actor: Actor,
  finish: (tables: Tables) => Promise<Outcome<PlanChanges, Rejection>>,
): Promise<Outcome<PlanChanges, Rejection> | 'moved'> {
  try {
    const outcome = await desk.world.store.write(SYSTEM_SCOPE, async (tables) => {
      for (const { day, version } of snapshots) {
        if (!(await tables.days.advance(day, version))) throw new StaleWrite();
      }
      const finished = await finish(tables);
      if (!finished.ok) throw new Refused(finished.reason);
      const now = desk.world.clock.now();
      const [first, ...others] = finished.value;
      const meet = (change: PlanChange) => meetStanding(change, now);
      const changes: PlanChanges = [meet(first), ...others.map(meet)];
      await writeChanges(tables, changes, actor, now);
      return success(changes);
    });
    for (const snapshot of snapshots) desk.keep(nextVersion(snapshot, outcome.value));
    return outcome;
  } catch (fault) {
    if (fault instanceof StaleWrite) return 'moved';
    if (fault instanceof Refused) return refusal(fault.rejection);
    for (const { day } of snapshots) desk.forget(day);
    throw fault;
  }
}

/** A day's version after the changes; one that none of them touched has still got a new number. */
function nextVersion(snapshot: DaySnapshot, changes: PlanChanges): DaySnapshot {
  const own = changes.filter((change) => change.snapshot.day === snapshot.day);
  return advanceSnapshot(
    snapshot,
    own.flatMap(({ schedules }) => schedules),
    own.flatMap(({ steps }) => steps.map(({ after }) => after)),
  );
}
