import type { SpokenText } from '../../domain/units/spokenText.ts';
import type {
  VoiceEnd,
  VoiceHeard,
  VoiceListening,
  VoiceNext,
  VoicePlace,
  VoiceState,
  VoiceTopic,
} from '../../domain/voice/voiceState.ts';
import type { Errand, ErrandResult } from './errand.ts';
import { backToMenu, type Move, type PlaceRules, type Scene, toPerson } from './move.ts';
import {
  BACK,
  CONNECTING,
  callBackWords,
  closedWords,
  GOODBYE,
  NOT_HEARD,
  NOT_UNDERSTOOD,
} from './officeWords.ts';
import { cancelHome, cancelSure, cancelWhich } from './places/cancel.ts';
import { name, pin, welcome, year } from './places/identify.ts';
import { menu } from './places/menu.ts';
import { offers } from './places/offers.ts';
import { owed } from './places/owed.ts';
import { ready } from './places/ready.ts';
import { usual, wayHome } from './places/usual.ts';
import { type Said, understand } from './understand.ts';
import type { VoiceFacts } from './voiceFacts.ts';

/** So many answers in a row that were not understood, then somebody at the desk takes over. */
export const MOST_MISSES = 2;
/** A call that goes on longer than this is one for a person. */
export const MOST_TURNS = 40;

const LISTENING: VoiceListening = { mostKeys: 1, firstSeconds: 8, nextSeconds: 3 };

const PLACES = {
  year,
  name,
  pin,
  menu,
  owed,
  cancelWhich,
  cancelSure,
  cancelHome,
  usual,
  offers,
  wayHome,
  ready,
};

/** What the desk is told about each place; the menu keeps what was reached before. */
const TOPICS: Readonly<Record<VoicePlace['at'], VoiceTopic | null>> = {
  year: 'welcome',
  name: 'identity',
  pin: 'identity',
  menu: null,
  owed: 'owed',
  cancelWhich: 'cancel',
  cancelSure: 'cancel',
  cancelHome: 'cancel',
  usual: 'usual',
  offers: 'usual',
  wayHome: 'usual',
  ready: 'ready',
};

/** What comes in: what was heard, or what an errand came to. */
export type VoiceInput = VoiceHeard | { readonly kind: 'done'; readonly result: ErrandResult };

/** What comes of it. After `ask` the world is read anew and the question put; after an errand its result comes in. */
export interface VoiceStep {
  readonly state: VoiceState;
  readonly say: readonly SpokenText[];
  readonly next: VoiceNext | { readonly do: 'ask' } | { readonly do: 'errand'; readonly errand: Errand };
}

/** A call before its first word. */
export const NEW_CALL: VoiceState = {
  language: 'ja',
  place: { at: 'year' },
  personId: null,
  turns: 0,
  misses: 0,
  wrongAnswers: 0,
  reached: 'welcome',
  heardRides: 0,
  hasActed: false,
  toldCalls: [],
  end: null,
};

/** Takes what came in. Pure: the same state, input and facts give the same step. */
export function hear(state: VoiceState, input: VoiceInput, facts: VoiceFacts): VoiceStep {
  const scene: Scene = { state, facts };
  if (input.kind === 'done') return afterErrand(scene, input.result);
  if (state.end !== null) return afterEnd(scene, input);
  if (input.kind === 'hungUp') return ended(state, 'hungUp', []);
  if (input.kind === 'start') return stepOf(scene, welcome(scene));
  const counted: Scene = { state: { ...state, turns: state.turns + 1 }, facts };
  if (input.kind === 'nobodyAnswered' || counted.state.turns >= MOST_TURNS)
    return stepOf(counted, toPerson());
  return afterWords(counted, input);
}

function afterWords(
  scene: Scene,
  input: Extract<VoiceHeard, { kind: 'keys' | 'speech' | 'silence' }>,
): VoiceStep {
  const said = input.kind === 'silence' ? 'silence' : understand(input);
  const { state } = scene;
  switch (said) {
    case 'person':
      return stepOf(scene, toPerson());
    case 'silence':
      return missed(scene, NOT_HEARD);
    case 'language': {
      const language = state.language === 'ja' ? 'en' : 'ja';
      return asking({ ...state, language, misses: 0 }, []);
    }
    case 'repeat':
      return asking({ ...state, misses: 0 }, []);
    default: {
      const move = rulesOf(state.place).hear(state.place, said, scene) ?? backMove(state, said);
      if (!move || move === 'unsure') return missed(scene, NOT_UNDERSTOOD);
      return stepOf({ ...scene, state: { ...state, misses: 0 } }, move);
    }
  }
}

/** 9 leads back to the menu from wherever it means nothing else. */
function backMove({ personId, place }: VoiceState, said: Said): Move | undefined {
  const isBack = said.kind === 'keys' ? said.keys === '9' : /^(やめ|戻|もど|back|stop)/i.test(said.words);
  if (!isBack || personId === null) return undefined;
  return place.at === 'menu' ? backToMenu() : backToMenu(BACK);
}

/** Silence after something was done is somebody who has put the receiver down; else a person helps. */
function missed({ state, facts }: Scene, words: SpokenText): VoiceStep {
  const after = { ...state, misses: state.misses + 1 };
  if (after.misses < MOST_MISSES) return asking(after, [words]);
  const hasGone = state.hasActed && state.place.at === 'menu' && words === NOT_HEARD;
  if (hasGone) return ended(after, 'done', [GOODBYE]);
  return stepOf({ state: after, facts }, toPerson(words));
}

function afterErrand(scene: Scene, result: ErrandResult): VoiceStep {
  const { state, facts } = scene;
  if (result.did === 'oweCall') return ended(state, 'callBack', [callBackWords(facts)]);
  const move = rulesOf(state.place).done?.(state.place, result, scene) ?? toPerson();
  return stepOf(scene, move);
}

/** Nobody took a call that was handed over: then we ring back. Whatever else is heard after the end changes nothing. */
function afterEnd({ state, facts }: Scene, input: VoiceHeard): VoiceStep {
  if (input.kind === 'nobodyAnswered' && state.end === 'person') return toNobody(state, facts, []);
  if (input.kind === 'hungUp') return ended(state, 'hungUp', []);
  return { state, say: [], next: { do: state.end === 'person' ? 'person' : 'hangUp' } };
}

function stepOf({ state, facts }: Scene, move: Move): VoiceStep {
  const after = { ...state, ...move.change };
  const say = move.say ?? [];
  const { next } = move;
  if ('go' in next) return asking({ ...after, place: next.go }, say);
  if ('errand' in next) return { state: after, say, next: { do: 'errand', errand: next.errand } };
  if (!facts.office.isOpen) return toNobody(after, facts, say);
  return { state: { ...after, end: 'person' }, say: [...say, CONNECTING], next: { do: 'person' } };
}

/** There is nobody to talk to now: we ring back where we know whom. */
function toNobody(state: VoiceState, facts: VoiceFacts, say: readonly SpokenText[]): VoiceStep {
  const { office, now } = facts;
  if (facts.memberCount === 0) return ended(state, 'callAgain', [...say, closedWords(facts)]);
  const dueAt = office.isOpen ? now : (office.opensAt ?? now);
  return { state, say, next: { do: 'errand', errand: { do: 'oweCall', dueAt } } };
}

function ended(state: VoiceState, end: VoiceEnd, say: readonly SpokenText[]): VoiceStep {
  return { state: { ...state, end }, say, next: { do: 'hangUp' } };
}

function asking(state: VoiceState, say: readonly SpokenText[]): VoiceStep {
  return { state, say, next: { do: 'ask' } };
}

/** Puts the question of the place where the conversation stands. */
export function ask(before: VoiceState, facts: VoiceFacts): VoiceStep {
  const state = { ...before, reached: topicOf(before) };
  const asked = rulesOf(state.place).ask(state.place, { state, facts });
  if ('next' in asked) return stepOf({ state, facts }, asked);
  return {
    state: { ...state, ...asked.change },
    say: asked.ask,
    next: { do: 'listen', ...LISTENING, ...asked.listen },
  };
}

/** How far the caller has come; back at the menu it is where they were before. */
function topicOf({ place, reached }: VoiceState): VoiceTopic {
  const isNew = reached === 'welcome' || reached === 'identity';
  return TOPICS[place.at] ?? (isNew ? 'rides' : reached);
}

/** The rules that belong to a place; each takes its own kind of place only. */
function rulesOf(place: VoicePlace): PlaceRules<VoicePlace> {
  return PLACES[place.at] as unknown as PlaceRules<VoicePlace>;
}
