import type { RideView, SessionView, ShiftView } from '../../backend/contract/index.ts';

/** A ride that a dispatcher moved to a vehicle of another company, which has to know of it. */
export interface TakenOver {
  readonly ride: RideView;
  readonly shift: ShiftView;
  /** The vehicle that carried it before; null: nobody. */
  readonly fromVehicleName: string | null;
  /** Who moved it; null: a name that is not told. */
  readonly by: string | null;
}

/** So long it is told: whoever has been away from the board for a while still reads it. */
const TOLD_MS = 60 * 60_000;

/**
 * The rides that came from other companies of late, the last one first: for everybody who plans, but for whoever did it
 * and, where the reader works for one company, only those that came to it.
 */
export function takenOver(
  rides: Iterable<RideView>,
  shifts: ReadonlyMap<string, ShiftView>,
  reader: Pick<SessionView, 'displayName' | 'providerId'>,
  nowMoment: number,
): readonly TakenOver[] {
  return [...rides]
    .flatMap((ride): { at: number; told: TakenOver }[] => {
      const { keptByHand } = ride;
      const shift = shifts.get(ride.shiftId ?? '');
      if (!keptByHand?.changedProvider || !shift) return [];
      const at = Date.parse(keptByHand.at);
      const isOwn = keptByHand.by.name === reader.displayName;
      const isForReader = reader.providerId === null || reader.providerId === shift.providerId;
      if (isOwn || !isForReader || nowMoment - at > TOLD_MS) return [];
      const { fromVehicleName = null, by } = keptByHand;
      return [{ at, told: { ride, shift, fromVehicleName, by: by.name } }];
    })
    .sort((a, b) => b.at - a.at)
    .map(({ told }) => told);
}
