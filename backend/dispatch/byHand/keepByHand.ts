import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { KeptByHand, Ride } from '../../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { ShiftWork } from '../replan/shiftWork.ts';
import { changeByHand, handAt, stepped } from './changeByHand.ts';
import { readRide } from './takeOff.ts';

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
