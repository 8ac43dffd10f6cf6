import type { RidePlace } from '../place/place.ts';
import type { EpochMs, ServiceDay } from '../units/time.ts';
import type { PromisedTimes, RequestedTime } from './ride.ts';

/** What an alternative to a refused request changes of it. */
export interface InsteadOfAsked {
  readonly kind: 'otherTime' | 'otherDay' | 'otherPlace';
  readonly day: ServiceDay;
  readonly from: RidePlace;
  readonly to: RidePlace;
  readonly requested: RequestedTime;
}

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
  /** How many other people these are; absent in offers made before it was counted. */
  readonly sharedPeople?: number;
  /** No vehicle has to leave its depot for it that would otherwise stay. */
  readonly usesRunningVehicle?: boolean;
  /** Of an alternative to a refusal: what would be booked instead of what was asked. */
  readonly instead?: InsteadOfAsked;
  readonly fareYen: number;
  /** Made on estimated travel times while the road engine was away. */
  readonly isEstimate: boolean;
  readonly expiresAt: EpochMs;
  readonly state: 'open' | 'accepted' | 'withdrawn';
}
