import type { ClosureProblem } from '../store/closureDraft.ts';

/** What is missing or wrong in the form, and what to do. */
export const closureProblemTexts = {
  refMissing: { ja: '道路の番号を入れてください。例 252', en: 'Enter the number of the road, such as 252.' },
  endMissing: {
    ja: '区間の端が決まっていません。候補から選ぶか、地図を押してください。',
    en: 'This end is not set. Choose a place, or press on the map.',
  },
  centreMissing: {
    ja: '中心の場所が決まっていません。候補から選ぶか、地図を押してください。',
    en: 'The place is not set. Choose one, or press on the map.',
  },
  ringTooSmall: {
    ja: '地図を3か所以上押して、閉じる範囲を囲んでください。',
    en: 'Press at least three points on the map around the area.',
  },
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
  nameMissing: {
    ja: '呼び名を入れてください。例 国道252号 田子倉〜只見',
    en: 'Give it a name, such as Road 252 Tagokura–Tadami.',
  },
  reasonMissing: {
    ja: '理由を入れてください。お客様への電話で読み上げます。例 大雪のため',
    en: 'Enter the reason; it is read aloud on calls. Such as: heavy snow.',
  },
} satisfies Record<ClosureProblem, { ja: string; en: string }>;

/** Days of the week, [0] = Sunday. */
export const weekdayTexts = {
  sun: { ja: '日', en: 'Sun' },
  mon: { ja: '月', en: 'Mon' },
  tue: { ja: '火', en: 'Tue' },
  wed: { ja: '水', en: 'Wed' },
  thu: { ja: '木', en: 'Thu' },
  fri: { ja: '金', en: 'Fri' },
  sat: { ja: '土', en: 'Sat' },
};

export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
