import type { SpokenText } from '../units/spokenText.ts';

/** What a refusal says to people: what happened, and what to do. */
export interface RejectionText {
  readonly sentence: SpokenText;
  /** The sentence where only the code of the refusal was kept: of a date of a standing order, on the waitlist. */
  readonly withoutDetails?: SpokenText;
  readonly action: SpokenText;
}
