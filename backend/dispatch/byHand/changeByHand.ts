import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { KeptByHand, Ride } from '../../domain/ride/ride.ts';
import type { RideCommand } from '../../domain/ride/rideEvent.ts';
import { handOfActor } from '../../domain/ride/rideHand.ts';
import { joinSteps, stepRide } from '../../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { Tables } from '../../ports/tables.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { PlanChange } from '../planChange.ts';
import type { ShiftWork } from '../replan/shiftWork.ts';
import { changePlan } from '../transact.ts';
import { readRide, type TakenOff, takeOff } from './takeOff.ts';
import { type TriedMove, tryMove } from './tryMove.ts';

/**
 * One writer's turn at the day of a ride.
 * @param cause for the log
 * @param decide works the change out on the present version
 * @param settle writes what goes along with it, in the same transaction
 */
export async function changeByHand(
  desk: DayDesk,
  rideId: string,
  actor: Actor,
  cause: string,
  decide: (snapshot: DaySnapshot) => Promise<Outcome<ShiftWork, Rejection>>,
  settle: (tables: Tables) => Promise<void> = async () => {},
): Promise<Outcome<Ride, Rejection>> {
  const stored = await readRide(desk, rideId);
  if (!stored) return refusal({ code: 'unknownRide' });
  const written = await changePlan<PlanChange>(
    desk,
    stored.day,
    actor,
    async (snapshot) => {
      const work = await decide(snapshot);
      if (!work.ok) return work;
      const { steps, changed, snapshot: after } = work.value;
      const schedules = [...changed].map((id) => after.schedules.get(id)!);
      return success({ snapshot, schedules, steps, events: [], cause });
    },
    async (tables, change) => {
      await settle(tables);
      return success(change);
    },
  );
  if (!written.ok) return written;
  return success(written.value.steps.find(({ after }) => after.id === rideId)!.after);
}

/** Takes a ride off the shift on which it was seen; `rideMovedMeanwhile` where it is on another one. */
export async function takeFrom(
  desk: DayDesk,
  snapshot: DaySnapshot,
  rideId: string,
  seenShiftId: string | null,
): Promise<Outcome<TakenOff, Rejection>> {
  const taken = await takeOff(desk, snapshot, rideId);
  if (!taken.ok || taken.value.fromShiftId === seenShiftId) return taken;
  return refusal({ code: 'rideMovedMeanwhile' });
}

/** The ride on another shift of the day; `moveNotPossible` with the rule in the way. */
export async function tryOn(
  desk: DayDesk,
  taken: TakenOff,
  shiftId: string,
): Promise<Outcome<TriedMove, Rejection>> {
  const { shifts } = taken.work.snapshot;
  if (!shifts.some(({ id }) => id === shiftId)) return refusal({ code: 'unknownShift', field: 'shiftId' });
  if (shiftId === taken.fromShiftId) return refusal({ code: 'nothingToMove', field: 'shiftId' });
  const tried = await tryMove(desk, taken, shiftId);
  if (!('obstacle' in tried)) return success(tried);
  return refusal({ code: 'moveNotPossible', details: { obstacle: tried.obstacle } });
}

/** The work with one step more for a ride. */
export function stepped(
  work: ShiftWork,
  rideId: string,
  command: RideCommand,
): Outcome<ShiftWork, Rejection> {
  const step = stepRide(work.snapshot.rides.get(rideId)!, command);
  return step.ok ? success({ ...work, steps: joinSteps(work.steps, [step.value]) }) : step;
}

/** Whose hand it is, and when. */
export function handAt(desk: DayDesk, actor: Actor): Pick<KeptByHand, 'at' | 'by'> {
  return { at: desk.world.clock.now(), by: handOfActor(actor) };
}
