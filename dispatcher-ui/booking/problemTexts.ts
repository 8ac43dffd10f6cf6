import type { DraftProblem } from '../store/checkDraft.ts';
import { MOST_DATES } from '../store/readWhen.ts';

/** What is missing or wrong in the form, and what to do. */
export const problemTexts = {
  referenceMissing: {
    ja: 'FAXの受付番号を入れてください。',
    en: 'Enter the number of the fax.',
  },
  personMissing: {
    ja: 'どなたの予約かを入れてください。',
    en: 'Enter who the ride is for.',
  },
  personUnchosen: {
    ja: 'お客様が決まっていません。候補から選んでください。',
    en: 'No rider chosen. Choose one from the list.',
  },
  fromMissing: { ja: 'どこから乗るかを入れてください。', en: 'Enter where the ride begins.' },
  fromUnchosen: {
    ja: 'どこからかが決まっていません。候補から選んでください。',
    en: 'No start chosen. Choose one from the list.',
  },
  toMissing: { ja: 'どこまで行くかを入れてください。', en: 'Enter where the ride goes.' },
  toUnchosen: {
    ja: 'どこまでかが決まっていません。候補から選んでください。',
    en: 'No destination chosen. Choose one from the list.',
  },
  samePlace: {
    ja: '「どこから」と同じ場所です。別の場所を選んでください。',
    en: 'The same place as the start. Choose another.',
  },
  changeOneDay: {
    ja: '変えるのは1日分ずつです。日時を1つだけ入れてください。',
    en: 'A ride is changed to one time only. Enter one day and time.',
  },
  timeMissing: {
    ja: '時刻を入れてください。例 10、1030、あす10時',
    en: 'Enter the time, such as 10, 1030 or tomorrow 10.',
  },
  timeUnreadable: {
    ja: '日時として読めません。10、1030、あす10時半、金曜10時 のように入れてください。',
    en: 'Not a time. Enter it like 10, 1030, tomorrow 10 or fri 2pm.',
  },
  noSuchDay: {
    ja: 'その日付はありません。暦をお確かめください。',
    en: 'There is no such date. Please check the calendar.',
  },
  tooManyDates: {
    ja: `一度に受けられるのは${MOST_DATES}日分までです。続くときは定期予約にしてください。`,
    en: `At most ${MOST_DATES} dates in one call. Make it a standing order instead.`,
  },
} satisfies Record<DraftProblem, { ja: string; en: string }>;
