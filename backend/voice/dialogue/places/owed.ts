import { callSentence } from '../../../booking/index.ts';
import type { CallBack, CallReason } from '../../../domain/callBack/callBack.ts';
import type { SpokenText } from '../../../domain/units/spokenText.ts';
import type { VoicePlace, VoiceState } from '../../../domain/voice/voiceState.ts';
import { doFirst, goTo, MENU, type Move, type PlaceRules, type Scene, toPerson } from '../move.ts';
import { chosenKey, YES_OR_NO } from '../understand.ts';

/** How a call that we owe is settled by a yes; those that are missing are not told here. */
const SETTLED_BY_YES: Readonly<Partial<Record<CallReason, 'told' | 'accepted' | 'person'>>> = {
  eveningBefore: 'told',
  noticeFailed: 'told',
  promiseBroken: 'accepted',
  promiseRestored: 'accepted',
  placeFree: 'accepted',
  // Another time has to be found: only the desk can.
  rideUnassigned: 'person',
  standingNotPlanned: 'person',
};

/** Is it to be told in this call, and was it not yet? */
export function isToBeTold(call: CallBack, { toldCalls }: VoiceState): boolean {
  return SETTLED_BY_YES[call.reason] !== undefined && !toldCalls.includes(call.id);
}

const IS_IT_RIGHT: SpokenText = {
  ja: 'よろしければ1、ご都合が悪いときは2を押してください。',
  en: 'If that is all right, press 1; if not, press 2.',
};
const SHALL_WE: SpokenText = {
  ja: '係におつなぎするときは1、あとにするときは2を押してください。',
  en: 'To talk to somebody now, press 1; for later, press 2.',
};
const CHANGED: SpokenText = {
  ja: 'ただいまのご案内は、いま変わりました。',
  en: 'What we have just told you has changed meanwhile.',
};
const THANKS: SpokenText = { ja: 'うけたまわりました。', en: 'Thank you, that is noted.' };

type Owed = Extract<VoicePlace, { at: 'owed' }>;

/** A call that we owe: the time of tomorrow, a promise that moved, a place that became free. */
export const owed: PlaceRules<Owed> = {
  ask(place, scene) {
    const { call, ride } = findOwed(place, scene) ?? {};
    if (!call) return told(place, scene);
    const isForPerson = SETTLED_BY_YES[call.reason] === 'person';
    return { ask: [callSentence(call, ride, scene.facts.now), isForPerson ? SHALL_WE : IS_IT_RIGHT] };
  },
  hear(place, said, scene) {
    const key = chosenKey(said, YES_OR_NO);
    const { call } = findOwed(place, scene) ?? {};
    if (key === undefined) return undefined;
    // A place that was held for a quarter of an hour is gone: whatever they said, nothing can be noted.
    if (!call) return toPerson(CHANGED);
    const byYes = SETTLED_BY_YES[call.reason];
    if (byYes === 'person' || byYes === undefined) return key === '1' ? toPerson() : told(place, scene);
    if (key === '1') return doFirst({ do: 'settleCall', callBackId: call.id, outcome: byYes });
    if (call.reason !== 'placeFree') return toPerson();
    return doFirst({ do: 'settleCall', callBackId: call.id, outcome: 'declined' });
  },
  done(place, result, scene) {
    if (result.did === 'note') return told(place, scene, THANKS);
    if (result.did !== 'refuse') return toPerson();
    // A colleague at the desk is ringing about it this minute, or has settled it.
    const isColleague = ['callBackTaken', 'callBackClosed', 'staleVersion'].includes(result.rejection.code);
    // A place that nobody takes down is given back: whoever said yes to it may not ring off in the belief that it is theirs.
    const isHeld = findOwed(place, scene)?.call.reason === 'placeFree';
    return isColleague && !isHeld ? told(place, scene) : toPerson();
  },
};

function findOwed({ callBackId }: Owed, { facts }: Scene) {
  return facts.rider?.owed.find(({ call }) => call.id === callBackId);
}

function told({ callBackId }: Owed, { state }: Scene, ...say: readonly SpokenText[]): Move {
  return {
    ...goTo(MENU, ...say),
    change: { toldCalls: [...state.toldCalls, callBackId], hasActed: state.hasActed || say.length > 0 },
  };
}
