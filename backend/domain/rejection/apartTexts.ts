import type { RejectionText } from './rejectionText.ts';

/** Refusals of keeping riders and drivers apart. */
export const APART_TEXTS = {
  unknownApart: {
    sentence: { ja: 'この登録は見つかりません。', en: 'This entry cannot be found.' },
    action: { ja: 'お客様のカードを開き直してください。', en: "Open the rider's card again." },
  },
  apartAlreadyThere: {
    sentence: { ja: 'このお二人は、もう登録されています。', en: 'These two are kept apart already.' },
    action: {
      ja: 'わけを書き直すときは、前の登録を外してから入れてください。',
      en: 'To change the reason, end the earlier entry first.',
    },
  },
  apartFromSelf: {
    sentence: { ja: 'ご本人は選べません。', en: 'A rider cannot be kept apart from themselves.' },
    action: { ja: 'ほかの方をお選びください。', en: 'Choose somebody else.' },
  },
  unknownDriver: {
    sentence: { ja: 'その運転手は、どの便にもいません。', en: 'No shift has a driver of that name.' },
    action: { ja: '一覧から選び直してください。', en: 'Choose again from the list.' },
  },
  reasonMissing: {
    sentence: { ja: 'わけが入っていません。', en: 'The reason is missing.' },
    action: { ja: 'わけを短く入れてください。', en: 'Write a short reason.' },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
