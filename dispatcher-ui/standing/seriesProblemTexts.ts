import type { SeriesProblem } from '../store/seriesDraft.ts';

/** What is missing or wrong in a series, and what to do. */
export const seriesProblemTexts = {
  placeMissing: { ja: '場所を候補から選んでください。', en: 'Choose a place from the list.' },
  samePlace: {
    ja: '「どこから」と同じ場所です。別の場所を選んでください。',
    en: 'The same place as the start. Choose another.',
  },
  weekdayMissing: { ja: '曜日をひとつ以上選んでください。', en: 'Choose at least one weekday.' },
  timeUnreadable: { ja: '時刻を 10、930 のように入れてください。', en: 'Enter a time such as 10 or 930.' },
  returnTooEarly: { ja: '帰りは、行きより後の時刻にしてください。', en: 'The way home must be later.' },
  dayMissing: { ja: '日にちを入れてください。', en: 'Enter the date.' },
  endsBeforeItBegins: { ja: '始まりより後の日にしてください。', en: 'It must not lie before the first day.' },
} satisfies Record<SeriesProblem, { ja: string; en: string }>;
