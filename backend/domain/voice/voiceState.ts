import type { RequestedTime } from '../ride/ride.ts';
import type { SpokenText } from '../units/spokenText.ts';

/** What was asked last; the answer is understood as an answer to this. */
export type VoicePlace =
  /** The year of birth, which tells the members of a household apart. */
  | { readonly at: 'year' }
  /** The given name, where two of a household were born in one year. */
  | { readonly at: 'name'; readonly personIds: readonly string[] }
  | { readonly at: 'pin'; readonly personId: string }
  | { readonly at: 'menu' }
  /** A call that we owe the rider: told now, since they ring. */
  | { readonly at: 'owed'; readonly callBackId: string }
  | { readonly at: 'cancelWhich'; readonly rideId: string }
  | { readonly at: 'cancelSure'; readonly rideId: string }
  /** The way home that is left when its way there is cancelled. */
  | { readonly at: 'cancelHome'; readonly rideId: string }
  /** `key`: of a usual ride (`usualKey`). */
  | { readonly at: 'usual'; readonly key: string }
  | {
      readonly at: 'offers';
      readonly rideId: string;
      readonly offerId: string;
      readonly wayHome: VoiceWayHome | null;
    }
  | { readonly at: 'wayHome'; readonly rideId: string; readonly wish: VoiceWayHome }
  | { readonly at: 'ready'; readonly rideId: string };

/** How the rider usually comes home. */
export type VoiceWayHome = RequestedTime | { readonly kind: 'willCall' };

/** How far a caller came, for whoever takes over. */
export const VOICE_TOPICS = ['welcome', 'identity', 'rides', 'owed', 'cancel', 'usual', 'ready'] as const;
export type VoiceTopic = (typeof VOICE_TOPICS)[number];

/** How a call ended: with a person, with a call that is owed, or by hanging up. */
export type VoiceEnd = 'person' | 'callBack' | 'callAgain' | 'done' | 'hungUp';

export type VoiceLanguage = 'ja' | 'en';

/** Where the conversation of one call stands. Ids only: what is said about them is read anew at every turn. */
export interface VoiceState {
  readonly language: VoiceLanguage;
  readonly place: VoicePlace;
  /** Who it is, once checked. Nothing personal is said before. */
  readonly personId: string | null;
  /** What the caller has said so far, silence included. */
  readonly turns: number;
  /** Answers in a row that were not understood or did not come. */
  readonly misses: number;
  /** Wrong years of birth, names and PINs in this call. */
  readonly wrongAnswers: number;
  readonly reached: VoiceTopic;
  /** How many of the coming rides were told already. */
  readonly heardRides: number;
  /** Has the caller got something done, so that silence means that they have put the receiver down? */
  readonly hasActed: boolean;
  /** Calls owed that were told in this call, answered or left for later. */
  readonly toldCalls: readonly string[];
  readonly end: VoiceEnd | null;
}

/** How the telephone system is to listen. */
export interface VoiceListening {
  /** It stops after so many keys. */
  readonly mostKeys: number;
  /** Seconds until the first key or word, counted from the end of what is said; slow fingers, old telephones. */
  readonly firstSeconds: number;
  /** Seconds between two keys. */
  readonly nextSeconds: number;
}

/** What is done after the sentences are said. */
export type VoiceNext =
  | ({ readonly do: 'listen' } & VoiceListening)
  | { readonly do: 'person' }
  | { readonly do: 'hangUp' };

/** What one turn answers. */
export interface VoiceAnswer {
  readonly turn: number;
  readonly language: VoiceLanguage;
  readonly say: readonly SpokenText[];
  readonly next: VoiceNext;
}

/** What the telephone system heard. */
export type VoiceHeard =
  | { readonly kind: 'start' }
  | { readonly kind: 'keys'; readonly keys: string }
  | { readonly kind: 'speech'; readonly text: string }
  | { readonly kind: 'silence' }
  /** Nobody at the desk took the call that was handed over. */
  | { readonly kind: 'nobodyAnswered' }
  | { readonly kind: 'hungUp' };
