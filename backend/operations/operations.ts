import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { Coordinates } from '../domain/units/coordinates.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { EpochMs } from '../domain/units/time.ts';

/** What a driver's device reports, in domain words. `id` is made on the device and applied once. */
export type StreetReport = {
  readonly id: string;
  readonly shiftId: string;
  readonly deviceTime: EpochMs;
} & (
  | { readonly type: 'arrive'; readonly stopId: string }
  | { readonly type: 'takeBackArrival'; readonly stopId: string }
  | { readonly type: 'board'; readonly rideId: string }
  | { readonly type: 'alight'; readonly rideId: string }
  | { readonly type: 'noShow'; readonly rideId: string }
  | { readonly type: 'depart'; readonly stopId: string }
  | { readonly type: 'endShift' | 'takeBackEnd' }
  | { readonly type: 'position'; readonly at: Coordinates }
);

/** Stage ④: what the street reports. */
export interface Operations {
  /** Applies a report once, in the order given; the same id again is `appliedBefore` and changes nothing. */
  report(report: StreetReport, actor: Actor): Promise<Outcome<'applied' | 'appliedBefore', Rejection>>;
  /** Ends the shift for a driver who asks the desk to; refused as the driver's own word would be. */
  endForDriver(shiftId: string, actor: Actor): Promise<Outcome<ShiftSchedule, Rejection>>;
  /** The shift goes on, whoever ended it. */
  goOnForDriver(shiftId: string, actor: Actor): Promise<Outcome<ShiftSchedule, Rejection>>;
}
