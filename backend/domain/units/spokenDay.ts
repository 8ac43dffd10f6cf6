import type { SpokenText } from './spokenText.ts';
import { addDays, type ServiceDay, weekdayOf } from './time.ts';

const WEEKDAYS_JA = ['日', '月', '火', '水', '木', '金', '土'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day as one says it: `11月22日日曜日`, `Sunday 22 November`. */
export function spokenDay(day: ServiceDay): SpokenText {
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  const weekday = weekdayOf(day);
  return {
    ja: `${month}月${date}日${WEEKDAYS_JA[weekday]}曜日`,
    en: `${WEEKDAYS_EN[weekday]} ${date} ${MONTHS_EN[month - 1]}`,
  };
}

/** A day as one says it from today: きょう, あす, or the date with its weekday. */
export function spokenNearDay(day: ServiceDay, today: ServiceDay): SpokenText {
  if (day === today) return { ja: 'きょう', en: 'today' };
  if (day === addDays(today, 1)) return { ja: 'あす', en: 'tomorrow' };
  const { ja, en } = spokenDay(day);
  return { ja, en: `on ${en}` };
}
