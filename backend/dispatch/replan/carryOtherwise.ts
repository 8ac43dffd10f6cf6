import type { DayDesk } from '../dayDesk.ts';
import { moveRide } from './moveRide.ts';
import type { PlaceTerms } from './placeRide.ts';
import { type ShiftStanding, type ShiftWork, standingOf } from './shiftWork.ts';

/** A day's plan in which rides of one shift are carried otherwise, and how that shift stands now. */
export interface Carried {
  readonly work: ShiftWork;
  readonly standing: ShiftStanding;
}

/**
 * Carries rides of a shift otherwise, within their promises, one after the other until the rest of it is in time: those
 * named first, then whoever would be late.
 */
export async function carryOtherwise(
  desk: DayDesk,
  begun: Carried,
  shiftId: string,
  rideIds: readonly string[],
  terms: PlaceTerms = {},
): Promise<Carried> {
  let { work, standing } = begun;
  const tried = new Set<string>();
  while (!standing.isKept) {
    const { lateRideIds, freeRideIds } = standing;
    const id = [...rideIds, ...lateRideIds].find((each) => freeRideIds.has(each) && !tried.has(each));
    if (id === undefined) break;
    tried.add(id);
    const moved = await moveRide(desk, work, id, terms);
    if (!moved) continue;
    work = moved;
    standing = await standingOf(desk, work.snapshot, shiftId);
  }
  return { work, standing };
}
