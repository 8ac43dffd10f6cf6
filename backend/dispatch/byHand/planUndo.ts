import type { Rejection } from '../../domain/rejection/rejection.ts';
import {
  type BrokenByMove,
  type KeptByHand,
  type PromisedTimes,
  type Ride,
  standingPromise,
} from '../../domain/ride/ride.ts';
import { joinSteps, type RideStep, stepRide } from '../../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { isSameWindow } from '../../domain/units/time.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { ShiftWork } from '../replan/shiftWork.ts';
import { stepped, takeFrom, tryOn } from './changeByHand.ts';
import { isBroken } from './moveEffect.ts';
import { readRide, type TakenOff } from './takeOff.ts';

/** A move taken back; nothing of it is written. */
export interface UndoPlan {
  readonly kept: KeptByHand;
  readonly work: ShiftWork;
  /** Rides whose promise holds again as it was before the move. */
  readonly restored: readonly Ride[];
  /** Ids of rides for which the times told stay: what was promised before cannot be kept any more. */
  readonly stays: readonly string[];
}

/** What the move did to a ride that can still be undone. */
interface Restorable {
  readonly ride: Ride;
  readonly before: PromisedTimes | null;
}

/**
 * Plans the way back: the ride returns to the shift it came from, or to nobody where nobody carried it. The promises that
 * the move broke hold again, of as many riders as can be; then no promise breaks for it.
 * @param told ids of rides whose riders know of the time that the move gave them
 */
export async function planUndo(
  desk: DayDesk,
  snapshot: DaySnapshot,
  rideId: string,
  seenShiftId: string,
  told: ReadonlySet<string>,
): Promise<Outcome<UndoPlan, Rejection>> {
  const ride = snapshot.rides.get(rideId) ?? (await readRide(desk, rideId));
  const kept = ride?.keptByHand;
  if (ride && ride.shiftId !== seenShiftId) return refusal({ code: 'rideMovedMeanwhile' });
  if (!kept || kept.fromShiftId === undefined) return refusal({ code: 'nothingToUndo' });
  const broke = restorable(snapshot, kept.broke ?? []);
  let restoring = broke;
  for (;;) {
    const tried = await tryBack(desk, snapshot, rideId, seenShiftId, kept, restoring, told);
    if (!tried.ok) return tried;
    const { work, failing } = tried.value;
    if (failing === null) {
      const restored = restoring.map(({ ride: { id } }) => work.snapshot.rides.get(id)!);
      const ids = new Set(restored.map(({ id }) => id));
      const stays = broke.map(({ ride: { id } }) => id).filter((id) => !ids.has(id));
      return success({ kept, work, restored, stays });
    }
    if (restoring.length === 0) return refusal({ code: 'moveNotUndoable' });
    const left = restoring.filter((each) => !failing.has(each.ride.id));
    restoring = left.length < restoring.length ? left : [];
  }
}

/** Those still to be fetched whom nothing else has told another time since. */
function restorable(snapshot: DaySnapshot, broke: readonly BrokenByMove[]): readonly Restorable[] {
  return broke.flatMap(({ rideId, before, told }) => {
    const ride = snapshot.rides.get(rideId);
    const isOpen = ride?.status === 'assigned' && isSame(ride.revisedPromise, told);
    return isOpen ? [{ ride, before }] : [];
  });
}

function isSame(a: PromisedTimes | null, b: PromisedTimes): boolean {
  return a !== null && isSameWindow(a.pickup, b.pickup) && isSameWindow(a.dropoff, b.dropoff);
}

/** One try. `failing`: the rides whose promise it would break; empty where it cannot be for another reason; null: none. */
async function tryBack(
  desk: DayDesk,
  snapshot: DaySnapshot,
  rideId: string,
  seenShiftId: string,
  kept: KeptByHand,
  restoring: readonly Restorable[],
  told: ReadonlySet<string>,
): Promise<Outcome<{ work: ShiftWork; failing: ReadonlySet<string> | null }, Rejection>> {
  const steps = restoring.flatMap(({ ride, before }): RideStep[] => {
    const step = stepRide(ride, { type: 'restorePromise', revised: before, isTold: told.has(ride.id) });
    return step.ok ? [step.value] : [];
  });
  const rides = new Map([...snapshot.rides, ...steps.map(({ after }) => [after.id, after] as const)]);
  const begun = { ...snapshot, rides };
  const taken = await takeFrom(desk, begun, rideId, seenShiftId);
  if (!taken.ok) return taken;
  const back = await putBack(desk, taken.value, kept);
  const work = back.ok ? back.value : taken.value.work;
  const whole = { ...work, steps: joinSteps(steps, work.steps) };
  if (!back.ok) return success({ work: whole, failing: new Set<string>() });
  const failing = failingOf(work, restoring, kept.fromShiftId === null ? rideId : null);
  return success({ work: whole, failing: failing.size === 0 ? null : failing });
}

/** @param leftId a ride that nobody carries afterwards: it is planned nowhere, and what that breaks is told */
function failingOf(work: ShiftWork, restoring: readonly Restorable[], leftId: string | null): Set<string> {
  const ids = restoring.map(({ ride }) => ride.id).filter((id) => id !== leftId);
  const unfit = ids.filter((id) => isOutside(work.snapshot.rides.get(id)!));
  const broken = work.steps.filter(isBroken).map(({ after }) => after.id);
  return new Set([...unfit, ...(leftId === null ? broken : broken.filter((id) => ids.includes(id)))]);
}

async function putBack(
  desk: DayDesk,
  taken: TakenOff,
  { fromShiftId, previous }: KeptByHand,
): Promise<Outcome<ShiftWork, Rejection>> {
  const { id } = taken.ride;
  if (fromShiftId == null) return stepped(taken.work, id, { type: 'unassign', reason: 'moveUndone' });
  const moved = await tryOn(desk, taken, fromShiftId);
  if (!moved.ok || !previous) return moved.ok ? success(moved.value.work) : moved;
  return stepped(moved.value.work, id, { type: 'keepByHand', kept: { ...previous, previous: null } });
}

/** Is it planned outside what it would be promised again? Another vehicle may carry it by now. */
function isOutside(ride: Ride): boolean {
  const promise = standingPromise(ride)!;
  const { pickup, dropoff } = ride.scheduled;
  return (pickup ?? 0) > promise.pickup.latest || (dropoff ?? 0) > promise.dropoff.latest;
}
