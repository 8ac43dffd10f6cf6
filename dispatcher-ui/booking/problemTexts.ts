import type { DraftProblem } from '../store/bookingDraft.ts';

/** What is missing or wrong in the form, and what to do. */
export const problemTexts = {
  personMissing: {
    ja: 'お客様が決まっていません。候補から選んでください。',
    en: 'No rider chosen. Choose one from the list.',
  },
  fromMissing: {
    ja: 'どこからかが決まっていません。候補から選んでください。',
    en: 'No start chosen. Choose one from the list.',
  },
  toMissing: {
    ja: 'どこまでかが決まっていません。候補から選んでください。',
    en: 'No destination chosen. Choose one from the list.',
  },
  samePlace: {
    ja: '「どこから」と同じ場所です。別の場所を選んでください。',
    en: 'The same place as the start. Choose another.',
  },
  dayMissing: { ja: '日にちを入れてください。', en: 'Enter the date.' },
  timeMissing: { ja: '時刻を入れてください。例 10、930', en: 'Enter the time, such as 10 or 930.' },
  timeUnreadable: {
    ja: '時刻として読めません。10、930、午後2時半 のように入れてください。',
    en: 'Not a time. Enter it like 10, 930 or 2pm.',
  },
} satisfies Record<DraftProblem, { ja: string; en: string }>;
