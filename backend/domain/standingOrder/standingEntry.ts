import type { RejectionCode } from '../rejection/rejection.ts';
import type { RequestInput } from '../ride/requestInput.ts';
import type { EpochMs, ServiceDay } from '../units/time.ts';
import type { Leg } from './standingOrder.ts';

/**
 * What became of one leg of one date. `claimed`: a process is booking it now; `booked`: there is a ride; `refused`: it
 * could not be planned and somebody is to be called; `withdrawn`: taken back because the series changed.
 */
export type EntryState = 'claimed' | 'booked' | 'refused' | 'withdrawn';

/** One leg of one date of an order: `orderId`, `seriesDay` and `leg` name it once and for ever. */
export interface StandingEntry {
  readonly orderId: string;
  readonly seriesDay: ServiceDay;
  readonly leg: Leg;
  readonly day: ServiceDay;
  readonly state: EntryState;
  readonly rideId: string | null;
  readonly reason: RejectionCode | null;
  /** The order's revision from which it was made. */
  readonly orderRevision: number;
  /** What was asked for; tells later whether somebody changed the ride by hand. */
  readonly input: RequestInput;
  /** Who is booking it, and until when nobody else may take it over. */
  readonly claim: string;
  readonly claimedUntil: EpochMs;
}

/** The entry's name in one text. */
export function entryKey({
  orderId,
  seriesDay,
  leg,
}: Pick<StandingEntry, 'orderId' | 'seriesDay' | 'leg'>): string {
  return `${orderId}:${seriesDay}:${leg}`;
}
