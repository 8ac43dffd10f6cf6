import type { RoadTimeProblem } from '../store/roadTimesDraft.ts';

/** What is wrong with dates and hours, and what to do. */
export const timeProblemTexts = {
  dayMissing: { ja: '日にちを入れてください。', en: 'Enter the date.' },
  timeUnreadable: {
    ja: '時刻として読めません。10、930、午後2時半 のように入れてください。',
    en: 'Not a time. Enter it like 10, 930 or 2pm.',
  },
  endsBeforeItBegins: {
    ja: '終わりが始まりより前です。日にちと時刻を確かめてください。',
    en: 'It ends before it begins. Check dates and times.',
  },
  yearlyUnreadable: {
    ja: '両方の日を 12/1 のように入れてください。',
    en: 'Enter both days like 12/1 (month/day).',
  },
  hoursUnreadable: {
    ja: '両方の時刻を 10、1530 のように入れてください。',
    en: 'Enter both times like 10 or 1530.',
  },
} satisfies Record<RoadTimeProblem, { ja: string; en: string }>;
