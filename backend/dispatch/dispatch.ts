import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { RidePlanning } from '../ports/ridePlanning.ts';
import type { Roads } from '../ports/roads.ts';
import type { ShiftRevision } from '../ports/shiftRevision.ts';
import type { Parted } from './apart/partTogether.ts';
import type { Moves } from './byHand/listMoves.ts';
import type { MoveOrder } from './byHand/moveByHand.ts';
import type { UndoEffect } from './byHand/undoMove.ts';
import type { DayImprovement, ImproveDayOptions } from './improve/improveDay.ts';
import type { RoadsReplan } from './replan/replanForRoads.ts';

/** Stage ③: the plan of each service day, its versions and its promises. */
export interface Dispatch extends RidePlanning, ShiftRevision {
  /** Makes the day's shifts from the templates, where they are missing. Idempotent. */
  openDay(day: ServiceDay): Promise<void>;
  /**
   * Brings a day's plan in line with the closures that stand. Idempotent.
   * @throws RoadsFault `unreachable` where the roads do not answer; then nothing has changed
   */
  replanForRoads(day: ServiceDay, roadsOf: (stateId: string) => Roads, actor: Actor): Promise<RoadsReplan>;
  /**
   * Takes rides apart that are planned together though their riders, or rider and driver, are to be apart. Promises
   * stand; what cannot be moved stays, and is told. Idempotent.
   */
  partTogether(day: ServiceDay, actor: Actor): Promise<Parted>;
  /** Rides of a day, to come or under way, that are still together so. */
  listTogether(day: ServiceDay): Promise<readonly string[]>;
  /** Times anew what was planned on estimates; nothing while there are estimates still. */
  replanEstimates(day: ServiceDay, actor: Actor): Promise<RoadsReplan>;
  /**
   * What it would mean to have another vehicle carry a ride, for each shift of its day, best first. Changes nothing.
   * @param signal aborted when nobody waits for it any more: what was not tried by then is not
   * @returns why it cannot be moved at all: `vehicleOnItsWay`, `rideUnderWay`, `rideAlreadyClosed`, `nothingToMove`
   */
  listMoves(rideId: string, signal?: AbortSignal): Promise<Outcome<Moves, Rejection>>;
  /**
   * Moves a ride to another shift and keeps it there; see `MoveOrder`.
   * @returns the ride as moved; `rideMovedMeanwhile`, `moveBreaksMore` or `moveNotPossible` where nothing was written
   */
  moveByHand(rideId: string, order: MoveOrder, actor: Actor): Promise<Outcome<Ride, Rejection>>;
  /**
   * Takes the last move by hand back, and with it the promises that it broke; whoever was told otherwise is told again.
   * @returns `nothingToUndo`, `rideMovedMeanwhile`, or `moveNotUndoable`
   */
  undoMove(rideId: string, seenShiftId: string, actor: Actor): Promise<Outcome<Ride, Rejection>>;
  /** What taking it back would mean for those whose promise it broke. Changes nothing. */
  lookAtUndo(rideId: string, seenShiftId: string): Promise<Outcome<UndoEffect, Rejection>>;
  /** Keeps a ride with the vehicle it has, or leaves it to the plan again. */
  keepByHand(rideId: string, isKept: boolean, actor: Actor): Promise<Outcome<Ride, Rejection>>;
  /**
   * Looks for a cheaper plan of a day for so many seconds (`Infinity`: as many as `options.iterations` take) and
   * commits what of it still holds then. Promises stay, and so does what leaves within two minutes. Searches of one
   * day may overlap: of what the later one found, that is dropped which the earlier one has changed.
   * @throws Error where the search failed or was stopped; the plan is as it was
   */
  improveDay(day: ServiceDay, seconds: number, options?: ImproveDayOptions): Promise<DayImprovement>;
}
