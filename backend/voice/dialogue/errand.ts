import type { UsualRide } from '../../booking/index.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Offer } from '../../domain/ride/offer.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { VoiceWayHome } from '../../domain/voice/voiceState.ts';
import type { IdentifiedCaller } from '../../riders/index.ts';

/** What the conversation wants done in the world before it goes on. */
export type Errand =
  | { readonly do: 'checkYear'; readonly year: number }
  | { readonly do: 'checkName'; readonly personIds: readonly string[]; readonly name: string }
  | { readonly do: 'checkPin'; readonly personId: string; readonly pin: string }
  | { readonly do: 'cancel'; readonly rideId: string }
  | { readonly do: 'request'; readonly usual: UsualRide }
  | { readonly do: 'requestReturn'; readonly rideId: string; readonly wish: VoiceWayHome }
  | { readonly do: 'accept'; readonly rideId: string; readonly offerId: string }
  | { readonly do: 'decline'; readonly rideId: string }
  | { readonly do: 'ready'; readonly rideId: string }
  | {
      readonly do: 'settleCall';
      readonly callBackId: string;
      readonly outcome: 'told' | 'accepted' | 'declined';
    }
  | { readonly do: 'oweCall'; readonly dueAt: EpochMs };

/** What came of it. */
export type ErrandResult =
  | { readonly did: 'check'; readonly caller: IdentifiedCaller }
  /** `homeId`: the way home that still stands. */
  | { readonly did: 'cancel'; readonly homeId: string | null }
  /** `instead`: why the request itself was refused, where these are alternatives. */
  | {
      readonly did: 'offer';
      readonly ride: Ride;
      readonly offers: readonly Offer[];
      readonly instead: Rejection | null;
    }
  | { readonly did: 'book'; readonly ride: Ride }
  /** Nothing can come yet; a call is owed as soon as something can. */
  | { readonly did: 'search' }
  | { readonly did: 'note' }
  | { readonly did: 'oweCall' }
  | { readonly did: 'refuse'; readonly rejection: Rejection };
