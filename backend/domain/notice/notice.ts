import type { EpochMs } from '../units/time.ts';
import type { MobileNumber, TelephoneNumber } from './telephone.ts';

export const NOTICE_KINDS = ['sms', 'voice', 'email'] as const;

/** Where a notice goes. The type allows a text message to a mobile telephone only. */
export type NoticeAddress =
  | { readonly kind: 'sms'; readonly address: MobileNumber }
  | { readonly kind: 'voice'; readonly address: TelephoneNumber }
  | { readonly kind: 'email'; readonly address: string };

/** What a notice is about. */
export type NoticeReason = 'eveningBefore' | 'promiseBroken' | 'promiseRestored' | 'changed';

/** Is it about a time that was promised, and moved? */
export function isOfPromise(reason: NoticeReason): boolean {
  return reason === 'promiseBroken' || reason === 'promiseRestored';
}

/** A message to somebody outside, kept until it has arrived or has failed. Personal data. */
export interface KeptNotice {
  readonly id: string;
  readonly personId: string;
  readonly municipality: string;
  readonly rideId: string;
  readonly reason: NoticeReason;
  readonly to: NoticeAddress;
  readonly text: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly createdAt: EpochMs;
  /** Not to be sent before this: nobody is woken by a machine. */
  readonly sendAt: EpochMs;
  readonly settledAt: EpochMs | null;
  /** Why it failed, in the sender's words. */
  readonly failure: string | null;
}
