import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Actor } from '../domain/account/actor.ts';
import { Refused } from '../domain/fault/refused.ts';
import { StaleWrite } from '../domain/fault/staleWrite.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import { type Outcome, refusal } from '../domain/units/outcome.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { Tables } from '../ports/tables.ts';
import type { DayDesk } from './dayDesk.ts';
import { advanceSnapshot, type DaySnapshot } from './daySnapshot.ts';
import { type PlanChange, writeChange } from './planChange.ts';

/** How often a writer plans again when other processes move the same day. */
const MAX_TRIES = 6;

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
  return desk.inTurn(day, async () => {
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      const snapshot = await desk.snapshot(day);
      const draft = await plan(snapshot);
      if (!draft.ok) return draft;
      const written = await write(desk, snapshot, actor, (tables) => finish(tables, draft.value));
      if (written !== 'moved') return written;
      desk.forget(day);
    }
    return refusal({ code: 'busyTryAgain' });
  });
}

async function write(
  desk: DayDesk,
  snapshot: DaySnapshot,
  actor: Actor,
  finish: (tables: Tables) => Promise<Outcome<PlanChange, Rejection>>,
): Promise<Outcome<PlanChange, Rejection> | 'moved'> {
  try {
    const outcome = await desk.world.store.write(SYSTEM_SCOPE, async (tables) => {
      if (!(await tables.days.advance(snapshot.day, snapshot.version))) throw new StaleWrite();
      const finished = await finish(tables);
      if (!finished.ok) throw new Refused(finished.reason);
      await writeChange(tables, finished.value, actor, desk.world.clock.now());
      return finished;
    });
    const { schedules, steps } = outcome.value;
    desk.keep(
      advanceSnapshot(
        snapshot,
        schedules,
        steps.map((step) => step.after),
      ),
    );
    return outcome;
  } catch (fault) {
    if (fault instanceof StaleWrite) return 'moved';
    if (fault instanceof Refused) return refusal(fault.rejection);
    desk.forget(snapshot.day);
    throw fault;
  }
}
