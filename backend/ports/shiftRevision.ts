import type { Actor } from '../domain/account/actor.ts';
import type { DayEvent } from '../domain/event/logEvent.ts';
import type { Shift } from '../domain/fleet/fleet.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { RideCommand } from '../domain/ride/rideEvent.ts';
import type { DoneBy } from '../domain/ride/rideHand.ts';
import type { ScheduledStop, ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { DaySecond } from '../domain/units/time.ts';
import type { Tables } from './tables.ts';

/** A shift as it stands when the street reports something. */
export interface ShiftPicture {
  readonly shift: Shift;
  readonly schedule: ShiftSchedule;
  /** The rides of its stops, by id. */
  readonly rides: ReadonlyMap<string, Ride>;
}

/** What a report changes: stops as performed, commands to rides, events of the shift, whether it is over. */
export interface StreetChange {
  readonly stops: readonly ScheduledStop[];
  readonly commands: readonly { readonly rideId: string; readonly command: RideCommand }[];
  readonly events: readonly DayEvent[];
  /** When the shift was ended; null: not after all. Absent: as it was. */
  readonly ended?: DaySecond | null;
  /** Who has ended it in the driver's stead. */
  readonly endedBy?: DoneBy;
}

/** Lets the street change a shift; the rest of the schedule is timed again, broken promises become events. */
export interface ShiftRevision {
  /**
   * @param decide pure judgement of the report on the picture of the shift
   * @param record writes that belong into the same transaction (the applied report's id)
   */
  revise(
    shiftId: string,
    actor: Actor,
    decide: (picture: ShiftPicture) => Outcome<StreetChange, Rejection>,
    record: (tables: Tables) => Promise<void>,
  ): Promise<Outcome<ShiftSchedule, Rejection>>;
}
