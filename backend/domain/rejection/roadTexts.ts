import type { RejectionText } from './rejectionText.ts';

/** Refusals of roads. */
export const ROAD_TEXTS = {
  unknownClosure: {
    sentence: {
      ja: 'この通行止めは見つからないか、もう解除されています。',
      en: 'This closure is unknown or has ended.',
    },
    action: { ja: '通行止めの一覧を開き直してください。', en: 'Open the list of closures again.' },
  },
  closureFindsNoRoad: {
    sentence: {
      ja: 'その通行止めに当たる道が見つかりません。',
      en: 'No road matches this closure: {reason}',
    },
    action: {
      ja: '道の番号と、区間の両端の位置を確かめてください。',
      en: 'Check the road number and the two ends of the stretch.',
    },
  },
  closureNeverHolds: {
    sentence: {
      ja: 'この日付と時間では、一度も通行止めになりません。',
      en: 'With these dates and hours the road is never closed.',
    },
    action: { ja: '日付と時間を確かめてください。', en: 'Check dates and hours.' },
  },
  unknownSeason: {
    sentence: {
      ja: 'この季節は見つからないか、もう終わっています。',
      en: 'This season is unknown or has ended.',
    },
    action: { ja: '季節の一覧を開き直してください。', en: 'Open the list of seasons again.' },
  },
  seasonNeverHolds: {
    sentence: {
      ja: 'この日付と時間では、季節が一度も来ません。',
      en: 'With these dates and hours the season never comes.',
    },
    action: { ja: '日付と時間を確かめてください。', en: 'Check dates and hours.' },
  },
  seasonsOverlap: {
    sentence: {
      ja: '{day}から、同じ道に「{other}」も当てはまります。',
      en: 'From {day} on, “{other}” slows the same roads.',
    },
    action: {
      ja: '日付・道の種類・標高を分けるか、両方の割合を掛けてよいことを選んでください。',
      en: 'Separate dates, kinds of roads or altitudes, or choose that both factors are multiplied.',
    },
  },
  seasonSlowsNothing: {
    sentence: {
      ja: 'この条件に当たる道がありません。標高の分からない道は、標高の条件に入りません。',
      en: 'No road matches. Roads of unknown altitude never match an altitude.',
    },
    action: {
      ja: '道の種類を変えるか、標高の条件を外してください。',
      en: 'Choose other kinds of roads, or leave the altitude out.',
    },
  },
  altitudesExchanged: {
    sentence: {
      ja: '標高の上限が下限より高くありません。',
      en: 'The upper altitude is not above the lower one.',
    },
    action: { ja: '標高の範囲を確かめてください。', en: 'Check the altitudes.' },
  },
  unknownSuggestion: {
    sentence: { ja: 'この提案は見つかりません。', en: 'This suggestion is unknown.' },
    action: { ja: '提案の一覧を開き直してください。', en: 'Open the list of suggestions again.' },
  },
  suggestionDecided: {
    sentence: {
      ja: 'この提案は、もう決まっています。',
      en: 'This suggestion has been decided already.',
    },
    action: { ja: '提案の一覧を開き直してください。', en: 'Open the list of suggestions again.' },
  },
} as const satisfies Readonly<Record<string, RejectionText>>;
