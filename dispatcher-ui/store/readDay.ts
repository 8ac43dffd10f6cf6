/** Days of a week as people say them; `[i]` is JavaScript's weekday `i`. */
const WEEKDAYS = [
  ['日', 'にち', 'sun'],
  ['月', 'げつ', 'mon'],
  ['火', 'か', 'tue'],
  ['水', 'すい', 'wed'],
  ['木', 'もく', 'thu'],
  ['金', 'きん', 'fri'],
  ['土', 'ど', 'sat'],
] as const;

/** Words for days near today, and how many days ahead they are; longer words before those they contain. */
const NEAR_DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(しあさって|明明後日|明々後日)/, 3],
  [/^(あさって|明後日)/, 2],
  [/^(あした|あす|明日|みょうにち|tomorrow)/, 1],
  [/^(きょう|今日|本日|ほんじつ|today)/, 0],
];

const DAY_MS = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');
const momentOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const later = (day: string, days: number): string =>
  new Date(momentOf(day) + days * DAY_MS).toISOString().slice(0, 10);

/** A day at the beginning of a text, and what follows it. */
export interface DayReading {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly rest: string;
}

/**
 * Reads a day from the front of a text: `あす10時`, `金曜`, `来週の火`, `12月5日`, `12/5`, `5日`, `fri`. What has no year or
 * month is the next such day, today included.
 * @param text normalised: half-width, lower case
 * @returns null when the text does not begin with a day; `'noSuchDay'` for the 31st of a short month and the like
 */
export function readDay(text: string, today: string): DayReading | 'noSuchDay' | null {
  for (const [word, days] of NEAR_DAYS) {
    const match = word.exec(text);
    if (match) return { day: later(today, days), rest: afterDay(text, match[0]) };
  }
  return readDate(text, today) ?? readWeekday(text, today);
}

function readDate(text: string, today: string): DayReading | 'noSuchDay' | null {
  const written = /^(?:(\d{4})[年/-])?(\d{1,2})[月/-](\d{1,2})(?:日|(?!\d))/.exec(text);
  if (written) {
    const [whole, year, month, date] = written;
    const found =
      year === undefined ? nextDate(today, Number(month), Number(date)) : dateOf(year, month, date);
    return found === null ? 'noSuchDay' : { day: found, rest: afterDay(text, whole) };
  }
  const dayOnly = /^(\d{1,2})日/.exec(text);
  if (!dayOnly) return null;
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const [year, month] = today.split('-').map(Number) as [number, number];
    const found = dateOf(
      year + Math.floor((month - 1 + ahead) / 12),
      ((month - 1 + ahead) % 12) + 1,
      dayOnly[1],
    );
    if (found !== null && found >= today) return { day: found, rest: afterDay(text, dayOnly[0]) };
  }
  return 'noSuchDay';
}

function nextDate(today: string, month: number, date: number): string | null {
  const year = Number(today.slice(0, 4));
  const found = dateOf(year, month, date);
  return found !== null && found < today ? dateOf(year + 1, month, date) : found;
}

function dateOf(
  year: number | string,
  month: number | string | undefined,
  date: number | string | undefined,
) {
  const day = `${year}-${two(Number(month))}-${two(Number(date))}`;
  return Number.isNaN(momentOf(day)) || later(day, 0) !== day ? null : day;
}

function readWeekday(text: string, today: string): DayReading | null {
  const match = /^(再来週|さらいしゅう|来週|らいしゅう|今週|こんしゅう)?の?\s*(.*)$/.exec(text);
  const [, week, body] = match ?? [];
  if (body === undefined) return null;
  for (const [index, names] of WEEKDAYS.entries()) {
    const named = new RegExp(
      `^(?:[（(]?${names[0]}[)）]?|${names[1]}(?=よう))(?:曜日?|よう(?:び)?)?|^${names[2]}[a-z]*`,
    );
    const found = named.exec(body);
    if (!found) continue;
    return { day: weekdayFrom(today, index, week), rest: afterDay(body, found[0]) };
  }
  return null;
}

/** Weeks begin on Monday: on a Saturday, 来週の月曜 is the day after tomorrow. */
function weekdayFrom(today: string, weekday: number, week: string | undefined): string {
  const now = new Date(momentOf(today)).getUTCDay();
  if (week === undefined) return later(today, (weekday - now + 7) % 7);
  const weeksAhead = /^(今|こん)/.test(week) ? 0 : /^(再|さ)/.test(week) ? 2 : 1;
  return later(today, ((weekday + 6) % 7) - ((now + 6) % 7) + weeksAhead * 7);
}

function afterDay(text: string, taken: string): string {
  return text.slice(taken.length).trimStart().replace(/^の/, '');
}
