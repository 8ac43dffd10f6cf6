import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { Coordinates } from '../domain/units/coordinates.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { EpochMs } from '../domain/units/time.ts';

/** What is said about a stop or a rider at it, by the driver or by the desk for the driver. */
export type StopWord =
  | { readonly type: 'arrive' | 'takeBackArrival' | 'depart'; readonly stopId: string }
  | { readonly type: 'board' | 'alight' | 'noShow'; readonly rideId: string };

/** Words that change the schedule; positions do not. */
export type ScheduleWord = StopWord | { readonly type: 'endShift' | 'takeBackEnd' };

/** What a driver's device reports, in domain words. `id` is made on the device and applied once. */
export type StreetReport = {
  readonly id: string;
  readonly shiftId: string;
  readonly deviceTime: EpochMs;
} & (ScheduleWord | { readonly type: 'position'; readonly at: Coordinates });

/** What a driver without a device says by telephone, and how long ago it was. */
export interface DeskReport {
  readonly shiftId: string;
  readonly word: StopWord;
  readonly secondsAgo: number;
}

/** Stage ④: what the street reports. */
export interface Operations {
  /** Applies a report once, in the order given; the same id again is `appliedBefore` and changes nothing. */
  report(report: StreetReport, actor: Actor): Promise<Outcome<'applied' | 'appliedBefore', Rejection>>;
  /** Reports for a driver who asks the desk to; refused as the driver's own word would be. */
  reportForDriver(report: DeskReport, actor: Actor): Promise<Outcome<ShiftSchedule, Rejection>>;
  /** Ends the shift for a driver who asks the desk to; refused as the driver's own word would be. */
  endForDriver(shiftId: string, actor: Actor): Promise<Outcome<ShiftSchedule, Rejection>>;
  /** The shift goes on, whoever ended it. */
  goOnForDriver(shiftId: string, actor: Actor): Promise<Outcome<ShiftSchedule, Rejection>>;
}
