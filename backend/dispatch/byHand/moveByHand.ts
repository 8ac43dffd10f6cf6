import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { BrokenByMove, HandChoice, KeptByHand, Ride } from '../../domain/ride/ride.ts';
import { type Outcome, refusal } from '../../domain/units/outcome.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { ShiftWork } from '../replan/shiftWork.ts';
import { changeByHand, handAt, stepped, takeFrom, tryOn } from './changeByHand.ts';
import { type BrokenPromise, effectOf, isBroken } from './moveEffect.ts';

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
    const broke = brokenBy(work);
    const kept: KeptByHand = {
      at,
      by,
      fromShiftId,
      previous: choiceOf(ride),
      ...(broke.length > 0 && { broke }),
    };
    return stepped(work, rideId, { type: 'keepByHand', kept });
  });
}

function isAgreed(broken: readonly BrokenPromise[], agreed: readonly BrokenPromise[]): boolean {
  const seconds = new Map(agreed.map(({ rideId, lateSeconds }) => [rideId, lateSeconds]));
  return broken.every(
    ({ rideId, lateSeconds }) => lateSeconds < (seconds.get(rideId) ?? -Infinity) + SAME_SECONDS,
  );
}

function brokenBy({ steps }: ShiftWork): readonly BrokenByMove[] {
  return steps.filter(isBroken).map(({ before, after }) => ({
    rideId: after.id,
    before: before.revisedPromise,
    told: after.revisedPromise!,
  }));
}

/** The choice that stands on a ride, without what stood before it. */
function choiceOf({ keptByHand }: Ride): HandChoice | null {
  if (!keptByHand) return null;
  const { previous: _previous, broke: _broke, ...choice } = keptByHand;
  return choice;
}
