import type { SpokenText } from '../../domain/units/spokenText.ts';
import type { VoiceListening, VoicePlace, VoiceState } from '../../domain/voice/voiceState.ts';
import type { Errand, ErrandResult } from './errand.ts';
import type { Said } from './understand.ts';
import type { VoiceFacts } from './voiceFacts.ts';

/** Where the conversation stands, and the world around it. */
export interface Scene {
  readonly state: VoiceState;
  readonly facts: VoiceFacts;
}

/** What follows on an answer or on an errand. */
export interface Move {
  readonly say?: readonly SpokenText[];
  readonly change?: Partial<VoiceState>;
  readonly next:
    | { readonly go: VoicePlace }
    | { readonly errand: Errand }
    /** To somebody at the desk. */
    | { readonly end: 'person' };
}

/** What is asked at a place. */
export interface Question {
  readonly ask: readonly SpokenText[];
  readonly listen?: Partial<VoiceListening>;
  readonly change?: Partial<VoiceState>;
}

/** The rules of one place of the conversation. */
export interface PlaceRules<Place extends VoicePlace> {
  /** The question, or a move on where there is nothing to ask any more. */
  ask(place: Place, scene: Scene): Question | Move;
  /** @returns undefined when the answer was not understood; `unsure` when it may mean both, also to go back */
  hear(place: Place, said: Said, scene: Scene): Move | 'unsure' | undefined;
  /** After an errand that `hear` asked for. */
  done?(place: Place, result: ErrandResult, scene: Scene): Move;
}

export const MENU: VoicePlace = { at: 'menu' };

/** On to another place, with a sentence. */
export function goTo(place: VoicePlace, ...say: readonly SpokenText[]): Move {
  return { say, next: { go: place } };
}

/** Back to the menu with nothing done. */
export function backToMenu(...say: readonly SpokenText[]): Move {
  return goTo(MENU, ...say);
}

/** Back to the menu with something done. */
export function acted(...say: readonly SpokenText[]): Move {
  return { say, change: { hasActed: true }, next: { go: MENU } };
}

export function doFirst(errand: Errand): Move {
  return { next: { errand } };
}

/** To somebody at the desk, with a sentence. */
export function toPerson(...say: readonly SpokenText[]): Move {
  return { say, next: { end: 'person' } };
}
