import type { UsualRide } from '../../booking/index.ts';
import type { CallBack } from '../../domain/callBack/callBack.ts';
import type { Offer } from '../../domain/ride/offer.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { stepRide } from '../../domain/ride/stepRide.ts';
import type { EpochMs } from '../../domain/units/time.ts';

/** When somebody sits at the desk. */
export interface OfficeHours {
  readonly isOpen: boolean;
  /** The next opening; null where none is known. */
  readonly opensAt: EpochMs | null;
}

/** A ride that is still to come, or under way. */
export interface ComingRide {
  readonly ride: Ride;
  /** Has its vehicle left the depot, so that minutes can be told? */
  readonly isUnderWay: boolean;
}

/** All that may be said once it is known who calls. */
export interface RiderFacts {
  /** In the order in which they are ridden. */
  readonly rides: readonly ComingRide[];
  readonly usual: readonly UsualRide[];
  /** Calls we owe the rider, with the ride each is about. */
  readonly owed: readonly { readonly call: CallBack; readonly ride: Ride | undefined }[];
  /** The request whose offers are being read aloud, with those that are open. */
  readonly asked: { readonly ride: Ride; readonly offers: readonly Offer[] } | null;
}

/** The world as it is at this turn. */
export interface VoiceFacts {
  readonly now: EpochMs;
  readonly office: OfficeHours;
  /** Did the telephone network tell the number? */
  readonly hasNumber: boolean;
  /** How many people the number leads to. */
  readonly memberCount: number;
  /** Whom the number leads to, where it is one person with a PIN: no year need be asked. */
  readonly onlyMemberWithPin: string | null;
  /** Null before it is known who calls. */
  readonly rider: RiderFacts | null;
}

/** What tells one usual ride from another, also when they are read anew. */
export function usualKey({ kind, from, to, requested, day }: UsualRide): string {
  return JSON.stringify([kind, from, to, requested.kind, requested.second, day]);
}

/** Rides that can still be cancelled, in order. */
export function cancellableRides({ rider, now }: VoiceFacts): readonly ComingRide[] {
  const command = { type: 'cancel', reason: 'riderAsked', at: now } as const;
  return (rider?.rides ?? []).filter(({ ride }) => stepRide(ride, command).ok);
}
