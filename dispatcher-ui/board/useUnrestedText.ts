import type { ShiftView } from '../../backend/contract/index.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';

const texts = {
  unrested: {
    ja: (start: string, rested: string) =>
      `${start}からの便ですが、前の勤務から9時間の休息が終わるのは${rested}です。`,
    en: (start: string, rested: string) =>
      `The shift begins at ${start}; nine hours since the last duty are over at ${rested}.`,
  },
  leaves: {
    ja: (at: string) =>
      `このままでは${at}に出発します。代わりの運転手か車を出せるか、会社に確かめてください。`,
    en: (at: string) => `As planned, it leaves at ${at}. Ask the company for another driver or vehicle.`,
  },
  kept: {
    ja: 'それまでに出発する乗車は入りません。',
    en: 'No ride leaves before that.',
  },
};

/** Says of a shift that begins before its driver has rested since the day before: until when, and what comes of it. */
export function useUnrestedText(): (shift: ShiftView, restedFrom: number, leaves: boolean) => string {
  const t = useWords(texts);
  const language = useLanguage();
  return ({ start, departure }, restedFrom, leaves) =>
    [
      t.unrested(tableTime(start), tableTime(restedFrom)),
      leaves ? t.leaves(tableTime(departure)) : t.kept,
    ].join(language === 'ja' ? '' : ' ');
}
