import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { DayDesk } from '../dayDesk.ts';
import { changeByHand, stepped, takeFrom, tryOn } from './changeByHand.ts';
import { effectOf } from './moveEffect.ts';

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
