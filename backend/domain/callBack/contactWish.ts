import type { TimeWindow } from '../units/time.ts';

/** How somebody wishes to be told things. Without one: by telephone, at any decent hour. Personal data. */
export interface ContactWish {
  readonly personId: string;
  readonly municipality: string;
  /** Wants a call on the evening before that fixes the time. */
  readonly eveningCall: boolean;
  /** When they like to be rung, in seconds of a day. */
  readonly bestHours: TimeWindow | null;
  /** Consent to automatic notices, by kind. */
  readonly sms: boolean;
  readonly voice: boolean;
  readonly email: string | null;
}

/** What somebody says about it; what is left out stays as it is. */
export type ContactWishChange = Pick<ContactWish, 'personId' | 'municipality'> & Partial<ContactWish>;

/** Nothing was said about it: no automatic notice, no evening call. */
export function noWish(personId: string, municipality: string): ContactWish {
  return {
    personId,
    municipality,
    eveningCall: false,
    bestHours: null,
    sms: false,
    voice: false,
    email: null,
  };
}
