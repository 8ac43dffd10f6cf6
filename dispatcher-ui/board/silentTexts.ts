import type { LastWord } from '../store/silentShifts.ts';

export const silentTexts = {
  longest: {
    ja: (count: number) => `長い順に${count}便。ほかの便には、下の一覧に「?」の印があります。`,
    en: (count: number) => `The ${count} longest are here, the others marked ? on the board.`,
  },
  who: {
    ja: (name: string, others: number) => (others > 0 ? `${name} 様ほか${others}人、` : `${name} 様、`),
    en: (name: string, others: number) => (others > 0 ? `${name} and ${others} more, ` : `${name}, `),
  },
  leave: {
    ja: (time: string, place: string) => `${time}に ${place} を出る予定でしたが、まだそこにいます。`,
    en: (time: string, place: string) => `Was to leave ${place} at ${time} and is still there.`,
  },
  arrive: {
    ja: (time: string, place: string, who: string) => `${time}に着く予定でした（${who}${place}）。`,
    en: (time: string, place: string, who: string) => `Was to arrive by ${time} (${who}${place}).`,
  },
  board: {
    ja: (time: string, place: string, who: string) =>
      `着きましたが、乗り降りの連絡がありません（${who}${place}、${time}に出る予定）。`,
    en: (time: string, place: string, who: string) =>
      `Arrived, but nobody reported in or out (${who}${place}, to leave at ${time}).`,
  },
  promise: {
    ja: (time: string) => `お約束は${time}まで。`,
    en: (time: string) => `Promised until ${time}.`,
  },
  noLast: { ja: 'きょうの連絡はまだありません。', en: 'No report yet today.' },
  here: {
    ja: (time: string) => `端末の位置 ${time}。`,
    en: (time: string) => `Place told at ${time}.`,
  },
  connected: {
    ja: '端末はつながっています。押し忘れかもしれません。',
    en: 'The device is connected: a tap may have been forgotten.',
  },
  seen: {
    ja: (time: string) => `端末は${time}からつながりません。電波のない所かもしれません。`,
    en: (time: string) => `The device is silent since ${time}: there may be no signal.`,
  },
  unseen: { ja: '端末からも何も届いていません。', en: 'Nothing from the device either.' },
};

type Said = { ja: (time: string, place: string) => string; en: (time: string, place: string) => string };

export const lastWordTexts: Readonly<Record<LastWord['kind'], Said>> = {
  arrived: {
    ja: (time, place) => `最後の連絡は${time}（${place} に到着）。`,
    en: (time, place) => `Last report ${time} (arrived at ${place}).`,
  },
  left: {
    ja: (time, place) => `最後の連絡は${time}（${place} を出発）。`,
    en: (time, place) => `Last report ${time} (left ${place}).`,
  },
  boarded: {
    ja: (time, place) => `最後の連絡は${time}（${place} でお乗り）。`,
    en: (time, place) => `Last report ${time} (somebody in at ${place}).`,
  },
  alighted: {
    ja: (time, place) => `最後の連絡は${time}（${place} でお降り）。`,
    en: (time, place) => `Last report ${time} (somebody out at ${place}).`,
  },
};
