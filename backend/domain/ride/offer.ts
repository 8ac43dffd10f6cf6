import type { EpochMs } from '../units/time.ts';
import type { PromisedTimes } from './ride.ts';

/** Concrete times we could promise now, with an expiry. */
export interface Offer {
  readonly id: string;
  readonly rideId: string;
  readonly serviceId: string;
  readonly providerId: string;
  readonly shiftId: string;
  readonly promise: PromisedTimes;
  /** Planned start of service at both ends when the offer was made. */
  readonly pickupSecond: number;
  readonly dropoffSecond: number;
  readonly directSeconds: number;
  readonly maxRideSeconds: number;
  /** How many other parties share a leg. */
  readonly sharedWith: number;
  readonly fareYen: number;
  /** Made on estimated travel times while the road engine was away. */
  readonly isEstimate: boolean;
  readonly expiresAt: EpochMs;
  readonly state: 'open' | 'accepted' | 'withdrawn';
}
