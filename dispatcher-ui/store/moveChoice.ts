import type { MoveObstacleName, MoveOptionView, RideView, ShiftView } from '../../backend/contract/index.ts';

/** A vehicle that can take the ride. */
export interface PossibleMove {
  readonly shift: ShiftView;
  readonly effect: NonNullable<MoveOptionView['effect']>;
}

/** Vehicles that one rule keeps from taking it; `notTried`: there was no time to find out. */
export interface BlockedMoves {
  readonly why: MoveObstacleName | 'notTried';
  readonly shifts: readonly ShiftView[];
}

/** The day's vehicles for one ride. */
export interface MoveChoice {
  /** Best first. */
  readonly possible: readonly PossibleMove[];
  /** What one could do something about first; vehicles of other companies last. */
  readonly blocked: readonly BlockedMoves[];
}

/** In this order: of other companies there are many, and nothing can be done about it. */
const LAST: readonly BlockedMoves['why'][] = ['noVehicleOnDuty', 'noVehicleWithSkill', 'noOperatorAllowed'];

/** Parts the options of a ride into who can and who cannot; shifts that the screen does not know are left out. */
export function moveChoice(
  options: readonly MoveOptionView[],
  shifts: ReadonlyMap<string, ShiftView>,
): MoveChoice {
  const possible: PossibleMove[] = [];
  const blocked = new Map<BlockedMoves['why'], ShiftView[]>();
  for (const { shiftId, effect, obstacle } of options) {
    const shift = shifts.get(shiftId);
    if (!shift) continue;
    if (effect) possible.push({ shift, effect });
    else blocked.set(obstacle ?? 'notTried', [...(blocked.get(obstacle ?? 'notTried') ?? []), shift]);
  }
  const rank = (why: BlockedMoves['why']) => LAST.indexOf(why);
  const groups = [...blocked].map(([why, list]) => ({ why, shifts: list }));
  return { possible, blocked: groups.sort((a, b) => rank(a.why) - rank(b.why)) };
}

/** May a dispatcher put it on another vehicle? It is to come, and its times are promised. */
export function isMovable(ride: RideView): boolean {
  return ride.status === 'assigned' || isLeftBehind(ride);
}

/** Promised, and nobody carries it. */
export function isLeftBehind({ status, promisedPickup }: RideView): boolean {
  return status === 'booked' && promisedPickup !== null;
}

/** Does a move by hand stand that can be taken back? */
export function isMoveUndoable({ status, keptByHand }: RideView): boolean {
  return status === 'assigned' && keptByHand !== null && keptByHand.fromVehicleName !== undefined;
}
