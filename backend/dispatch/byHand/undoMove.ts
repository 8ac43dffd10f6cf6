import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import type { Actor } from '../../domain/account/actor.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Ride, standingPromise } from '../../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { TimeWindow } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import { changeByHand } from './changeByHand.ts';
import { planUndo, type UndoPlan } from './planUndo.ts';
import { readRide } from './takeOff.ts';
import { whoWasTold, withdrawCalls } from './whoWasTold.ts';

/** What taking a move back means for those whose promise it broke. */
export interface UndoEffect {
  /** Their promise holds again. `isTold`: they know of the other time, and are told once more; else nobody tells them anything. */
  readonly restored: readonly {
    readonly rideId: string;
    readonly isTold: boolean;
    readonly pickup: TimeWindow;
  }[];
  /** Ids of rides for which the time told stays. */
  readonly stays: readonly string[];
}

/**
 * Takes the last move by hand back: the ride returns to the shift it came from, or to nobody where nobody carried it. The
 * promises that the move broke hold again where they can; whoever was told otherwise is told once more, and of the
 * others the call leaves the queue.
 * @param seenShiftId the shift that carries it for whoever wants it back
 * @returns `nothingToUndo`, `rideMovedMeanwhile`, or `moveNotUndoable` where its place is gone
 */
export function undoMove(
  desk: DayDesk,
  rideId: string,
  seenShiftId: string,
  actor: Actor,
): Promise<Outcome<Ride, Rejection>> {
  let planned: UndoPlan;
  let told: ReadonlySet<string>;
  return changeByHand(
    desk,
    rideId,
    actor,
    'MoveUndone',
    async (snapshot) => {
      told = await toldNow(desk, snapshot, rideId);
      const plan = await planUndo(desk, snapshot, rideId, seenShiftId, told);
      if (!plan.ok) return plan;
      planned = plan.value;
      return success(planned.work);
    },
    async (tables) => {
      const { kept, restored } = planned;
      const now = desk.world.clock.now();
      const known = await whoWasTold(tables, restored, kept.at, now);
      // Somebody was rung in between: planned again with it.
      if (restored.some(({ id }) => known.has(id) !== told.has(id))) throw new StaleWrite();
      await withdrawCalls(
        tables,
        restored.map(({ id }) => id),
        kept.at,
        actor,
        now,
      );
    },
  );
}

/** What `undoMove` would mean now; nothing is changed. */
export async function lookAtUndo(
  desk: DayDesk,
  rideId: string,
  seenShiftId: string,
): Promise<Outcome<UndoEffect, Rejection>> {
  const stored = await readRide(desk, rideId);
  if (!stored) return refusal({ code: 'unknownRide' });
  const snapshot = await desk.snapshot(stored.day);
  const told = await toldNow(desk, snapshot, rideId);
  const plan = await planUndo(desk, snapshot, rideId, seenShiftId, told);
  if (!plan.ok) return plan;
  const restored = plan.value.restored.map((ride) => {
    const { pickup } = standingPromise(ride)!;
    return { rideId: ride.id, isTold: told.has(ride.id), pickup };
  });
  return success({ restored, stays: plan.value.stays });
}

function toldNow(desk: DayDesk, snapshot: DaySnapshot, rideId: string): Promise<ReadonlySet<string>> {
  const kept = snapshot.rides.get(rideId)?.keptByHand;
  const rides = (kept?.broke ?? []).flatMap((broke) => snapshot.rides.get(broke.rideId) ?? []);
  if (!kept || rides.length === 0) return Promise.resolve(new Set());
  const read = (tables: Tables) => whoWasTold(tables, rides, kept.at, desk.world.clock.now());
  return desk.world.store.read(SYSTEM_SCOPE, read);
}
