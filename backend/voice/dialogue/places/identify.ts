import type { SpokenText } from '../../../domain/units/spokenText.ts';
import type { VoicePlace } from '../../../domain/voice/voiceState.ts';
import type { ErrandResult } from '../errand.ts';
import { doFirst, goTo, MENU, type Move, type PlaceRules, type Scene, toPerson } from '../move.ts';
import { saidYear } from '../understand.ts';

type At<Kind extends VoicePlace['at']> = Extract<VoicePlace, { at: Kind }>;

/** Wrong answers in one call before somebody at the desk takes over. */
const MOST_WRONG = 2;
/** Slow fingers, and a year to think of. */
const FOUR_KEYS = { mostKeys: 4, firstSeconds: 12, nextSeconds: 5 };

const WELCOME: readonly SpokenText[] = [
  {
    ja: 'お電話ありがとうございます。あいのりの自動受付です。係と話すときは、いつでも、ゼロを押してください。',
    en: 'Thank you for calling Ainori. This is the automatic line. To talk to somebody, press zero at any time.',
  },
  { ja: 'For English, press the star key.', en: '日本語は、こめじるしのボタンを押してください。' },
];
const NO_NUMBER: SpokenText = {
  ja: 'お電話番号がわかりませんので、係がうけたまわります。',
  en: 'Your number is not shown, so somebody at the desk will help you.',
};
const UNKNOWN_NUMBER: SpokenText = {
  ja: 'はじめてのお電話番号ですので、係がうけたまわります。',
  en: 'We do not know this number yet, so somebody at the desk will help you.',
};

/** The beginning of a call: who may it be? */
export function welcome({ facts }: Scene): Move {
  if (!facts.hasNumber) return toPerson(...WELCOME, NO_NUMBER);
  if (facts.memberCount === 0) return toPerson(...WELCOME, UNKNOWN_NUMBER);
  if (facts.onlyMemberWithPin !== null) {
    return goTo({ at: 'pin', personId: facts.onlyMemberWithPin }, ...WELCOME);
  }
  return goTo({ at: 'year' }, ...WELCOME);
}

/** The year of birth: what the desk asks, too, where there is no PIN. */
export const year: PlaceRules<At<'year'>> = {
  ask: () => ({
    ask: [
      {
        ja: 'お客様の、お生まれの年を押してください。昭和のかたは、昭和の年を2けたで。昭和18年なら、いち、はち、です。西暦なら、4けたで押してください。',
        en: 'Please enter your year of birth with four keys.',
      },
    ],
    listen: FOUR_KEYS,
  }),
  hear(_place, said) {
    const born = saidYear(said);
    return born === undefined ? undefined : doFirst({ do: 'checkYear', year: born });
  },
  done: (place, result, scene) => afterCheck(place, result, scene),
};

/** The given name tells apart who was born in one year; it is said, not pressed. */
export const name: PlaceRules<At<'name'>> = {
  ask: () => ({
    ask: [
      {
        ja: '下のお名前を、おっしゃってください。ボタンだけのお電話のかたは、ゼロを押してください。係がうけたまわります。',
        en: 'Please say your given name. If you can only press keys, press zero for somebody at the desk.',
      },
    ],
  }),
  hear({ personIds }, said) {
    return said.kind === 'words'
      ? doFirst({ do: 'checkName', personIds, name: said.words.replace(/(です|と申します|といいます)$/, '') })
      : undefined;
  },
  done: (place, result, scene) => afterCheck(place, result, scene),
};

/** What the rider and the desk agreed on. */
export const pin: PlaceRules<At<'pin'>> = {
  ask: () => ({
    ask: [
      {
        ja: '4けたの暗証番号を押してください。お忘れのときは、ゼロを押してください。',
        en: 'Please enter your PIN of four digits. If you have forgotten it, press zero.',
      },
    ],
    listen: FOUR_KEYS,
  }),
  hear({ personId }, said) {
    const isPin = said.kind === 'keys' && said.keys.length === 4;
    return isPin ? doFirst({ do: 'checkPin', personId, pin: said.keys }) : undefined;
  },
  done: (place, result, scene) => afterCheck(place, result, scene),
};

function afterCheck(place: VoicePlace, result: ErrandResult, { state }: Scene): Move {
  if (result.did !== 'check') return toPerson();
  const { caller } = result;
  switch (caller.found) {
    case 'one':
      return {
        say: [{ ja: '確認できました。', en: 'Thank you.' }],
        change: { personId: caller.personId },
        next: { go: MENU },
      };
    case 'pin':
      return goTo({ at: 'pin', personId: caller.personId });
    case 'several':
      return goTo({ at: 'name', personIds: caller.personIds });
    case 'locked':
      return toPerson({
        ja: '確認の回数が多くなりましたので、係がうけたまわります。',
        en: 'There were too many tries, so somebody at the desk will help you.',
      });
    case 'none': {
      const wrongAnswers = state.wrongAnswers + 1;
      if (wrongAnswers >= MOST_WRONG) {
        return toPerson({
          ja: '確認できませんでしたので、係がうけたまわります。',
          en: 'We could not make sure who you are, so somebody at the desk will help you.',
        });
      }
      const say = [{ ja: '確認できませんでした。', en: 'That is not what we have on record.' }];
      return { say, change: { wrongAnswers }, next: { go: place } };
    }
  }
}
