import type { SpokenText } from '../units/spokenText.ts';

/** What a refusal says to people: what happened, and what to do. */
export interface RejectionText {
  readonly sentence: SpokenText;
  readonly action: SpokenText;
}
