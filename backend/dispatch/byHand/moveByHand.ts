import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { HandChoice, KeptByHand, Ride } from '../../domain/ride/ride.ts';
import type { RideCommand } from '../../domain/ride/rideEvent.ts';
import { handOfActor } from '../../domain/ride/rideHand.ts';
import { joinSteps, stepRide } from '../../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { PlanChange } from '../planChange.ts';
import type { ShiftWork } from '../replan/shiftWork.ts';
import { changePlan } from '../transact.ts';
import { type BrokenPromise, effectOf } from './moveEffect.ts';
import { readRide, type TakenOff, takeOff } from './takeOff.ts';
import { type TriedMove, tryMove } from './tryMove.ts';

/** A dispatcher's decision, with what it was decided on. */
export interface MoveOrder {
  readonly shiftId: string;
  /** The shift that carried the ride when it was decided; null: nobody did. */
  readonly fromShiftId: string | null;
  /** The promises that were said to break: it is done only where no others break, and none by more. */
  readonly agreed: readonly BrokenPromise[];
}

/** Seconds by which a promise may break more than was agreed to: what was said is said in minutes. */
const SAME_SECONDS = 60;

/**
 * Moves a ride to another shift, on the present version of the day, and keeps it there.
 * @returns the ride as moved; `rideMovedMeanwhile` where another hand was faster, `moveBreaksMore` where more would break than
 * was agreed to, `moveNotPossible`, or why the ride cannot be moved at all. Then nothing is written.
 */
export function moveByHand(
  desk: DayDesk,
  rideId: string,
  order: MoveOrder,
  actor: Actor,
): Promise<Outcome<Ride, Rejection>> {
  return changeByHand(desk, rideId, actor, 'RideMovedByHand', async (snapshot) => {
    const taken = await takeFrom(desk, snapshot, rideId, order.fromShiftId);
    if (!taken.ok) return taken;
    const { ride, fromShiftId } = taken.value;
    const moved = await tryOn(desk, taken.value, order.shiftId);
    if (!moved.ok) return moved;
    const { work } = moved.value;
    if (!isAgreed(effectOf(snapshot, rideId, work).broken, order.agreed)) {
      return refusal({ code: 'moveBreaksMore' });
    }
    const { at, by } = handAt(desk, actor);
    const kept: KeptByHand = { at, by, fromShiftId, previous: choiceOf(ride) };
    return stepped(work, rideId, { type: 'keepByHand', kept });
  });
}

/**
 * Takes the last move by hand back: the ride returns to the shift it came from, as promised to all, or to nobody where
 * nobody carried it; what was told stays told.
 * @param seenShiftId the shift that carries it for whoever wants it back
 * @returns `nothingToUndo`, `rideMovedMeanwhile`, or `moveNotUndoable` where its place is gone
 */
export function undoMove(
  desk: DayDesk,
  rideId: string,
  seenShiftId: string,
  actor: Actor,
): Promise<Outcome<Ride, Rejection>> {
  return changeByHand(desk, rideId, actor, 'MoveUndone', async (snapshot) => {
    const taken = await takeFrom(desk, snapshot, rideId, seenShiftId);
    if (!taken.ok) return taken;
    const { ride, work } = taken.value;
    const { keptByHand } = ride;
    if (!keptByHand || keptByHand.fromShiftId === undefined) return refusal({ code: 'nothingToUndo' });
    const { fromShiftId: backTo, previous } = keptByHand;
    if (backTo === null) return stepped(work, rideId, { type: 'unassign', reason: 'moveUndone' });
    const moved = await tryOn(desk, taken.value, backTo);
    if (!moved.ok || effectOf(snapshot, rideId, moved.value.work).broken.length > 0) {
      return refusal({ code: 'moveNotUndoable' });
    }
    if (!previous) return success(moved.value.work);
    return stepped(moved.value.work, rideId, { type: 'keepByHand', kept: { ...previous, previous: null } });
  });
}

/** Keeps a ride with the vehicle it has, or leaves it to the plan again. Said twice, it is done already. */
export async function keepByHand(
  desk: DayDesk,
  rideId: string,
  isKept: boolean,
  actor: Actor,
): Promise<Outcome<Ride, Rejection>> {
  const stored = await readRide(desk, rideId);
  if (stored && (stored.keptByHand != null) === isKept) return success(stored);
  return changeByHand(
    desk,
    rideId,
    actor,
    isKept ? 'RideKeptByHand' : 'KeepByHandEnded',
    async (snapshot) => {
      if (!snapshot.rides.has(rideId)) return refusal({ code: 'nothingToMove' });
      const kept: KeptByHand = { ...handAt(desk, actor), previous: null };
      const begun: ShiftWork = { snapshot, steps: [], changed: new Set() };
      return stepped(begun, rideId, isKept ? { type: 'keepByHand', kept } : { type: 'endKeepByHand' });
    },
  );
}

/** One writer's turn at the day of a ride. */
async function changeByHand(
  desk: DayDesk,
  rideId: string,
  actor: Actor,
  cause: string,
  decide: (snapshot: DaySnapshot) => Promise<Outcome<ShiftWork, Rejection>>,
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
    async (_tables, change) => success(change),
  );
  if (!written.ok) return written;
  return success(written.value.steps.find(({ after }) => after.id === rideId)!.after);
}

async function takeFrom(
  desk: DayDesk,
  snapshot: DaySnapshot,
  rideId: string,
  seenShiftId: string | null,
): Promise<Outcome<TakenOff, Rejection>> {
  const taken = await takeOff(desk, snapshot, rideId);
  if (!taken.ok || taken.value.fromShiftId === seenShiftId) return taken;
  return refusal({ code: 'rideMovedMeanwhile' });
}

async function tryOn(
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

function isAgreed(broken: readonly BrokenPromise[], agreed: readonly BrokenPromise[]): boolean {
  const seconds = new Map(agreed.map(({ rideId, lateSeconds }) => [rideId, lateSeconds]));
  return broken.every(
    ({ rideId, lateSeconds }) => lateSeconds < (seconds.get(rideId) ?? -Infinity) + SAME_SECONDS,
  );
}

function stepped(work: ShiftWork, rideId: string, command: RideCommand): Outcome<ShiftWork, Rejection> {
  const step = stepRide(work.snapshot.rides.get(rideId)!, command);
  return step.ok ? success({ ...work, steps: joinSteps(work.steps, [step.value]) }) : step;
}

function handAt(desk: DayDesk, actor: Actor): Pick<KeptByHand, 'at' | 'by'> {
  return { at: desk.world.clock.now(), by: handOfActor(actor) };
}

/** The choice that stands on a ride, without what stood before it. */
function choiceOf({ keptByHand }: Ride): HandChoice | null {
  if (!keptByHand) return null;
  const { previous: _previous, ...choice } = keptByHand;
  return choice;
}
