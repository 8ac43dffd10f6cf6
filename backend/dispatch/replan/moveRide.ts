import type { DayDesk } from '../dayDesk.ts';
import { type PlaceTerms, placeRide } from './placeRide.ts';
import { type ShiftWork, withChange, withoutRide } from './shiftWork.ts';

/**
 * Takes a ride out of its shift and puts it in again where its promise holds: another vehicle, or another place in the
 * same one. The shift it leaves is not timed anew.
 * @returns undefined where there is no such place, or the checker refuses it
 */
export async function moveRide(
  desk: DayDesk,
  work: ShiftWork,
  rideId: string,
  terms: PlaceTerms = {},
): Promise<ShiftWork | undefined> {
  const ride = work.snapshot.rides.get(rideId);
  const old = ride && work.snapshot.schedules.get(ride.shiftId ?? '');
  if (!ride || !old) return undefined;
  return placeRide(desk, withChange(work, withoutRide(old, rideId), []), ride, terms);
}
