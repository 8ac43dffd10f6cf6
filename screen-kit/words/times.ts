import type { Language } from './language.ts';

/** Seconds since the start (00:00 Japan time) of a service day; past 86,400 after midnight. */
type DaySecond = number;

const JAPAN_OFFSET_MS = 9 * 3_600_000;
const MS_PER_DAY = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');
const minutesOf = (second: DaySecond): number => Math.floor(second / 60);

/** `10:05`, for tables; after midnight hours go on (`25:10`). */
export function tableTime(second: DaySecond): string {
  return `${two(Math.floor(minutesOf(second) / 60))}:${two(minutesOf(second) % 60)}`;
}

/** `9:20–9:35`, for tables. */
export function tableWindow(window: { earliest: DaySecond; latest: DaySecond }): string {
  return `${tableTime(window.earliest)}–${tableTime(window.latest)}`;
}

/** `午前10時5分`, for riders; `10:05 am` in English. */
export function riderTime(second: DaySecond, language: Language): string {
  const hour = Math.floor(minutesOf(second) / 60) % 24;
  const minute = minutesOf(second) % 60;
  if (language === 'en')
    return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${hour < 12 ? 'am' : 'pm'}`;
  const hourJa = hour < 12 ? `午前${hour}` : hour === 12 ? '昼の12' : `午後${hour - 12}`;
  return `${hourJa}時${minute === 0 ? '' : `${minute}分`}`;
}

/** `10時5分`, to be read aloud; `10:05` in English. */
export function spokenTime(second: DaySecond, language: Language): string {
  if (language === 'en') return `${Math.floor(minutesOf(second) / 60) % 24}:${two(minutesOf(second) % 60)}`;
  const minute = minutesOf(second) % 60;
  return `${Math.floor(minutesOf(second) / 60) % 24}時${minute === 0 ? '' : `${minute}分`}`;
}

/** `28分`, `1時間5分`; `28 min`, `1 h 5 min`. */
export function durationText(seconds: number, language: Language): string {
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (language === 'en')
    return [hours && `${hours} h`, (rest || !hours) && `${rest} min`].filter(Boolean).join(' ');
  return `${hours ? `${hours}時間` : ''}${rest || !hours ? `${rest}分` : ''}`;
}

/** `11月22日（日）`; `Sun 22 Nov`. */
export function dayText(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date);
  if (language === 'en') return format({ weekday: 'short', day: 'numeric', month: 'short' });
  return `${format({ month: 'long', day: 'numeric' })}（${format({ weekday: 'short' })}）`;
}

/** 昭和18年 for a birth year, as people of the region tell each other apart; `1943` in English. */
export function birthYearText(year: number, language: Language): string {
  if (language === 'en') return `born ${year}`;
  const eras: readonly (readonly [string, number])[] = [
    ['令和', 2019],
    ['平成', 1989],
    ['昭和', 1926],
    ['大正', 1912],
  ];
  const era = eras.find(([, first]) => year >= first);
  if (!era) return `${year}年`;
  const count = year - era[1] + 1;
  return `${era[0]}${count === 1 ? '元' : count}年`;
}

/** `1,200円`; `¥1,200`. */
export function yenText(yen: number, language: Language): string {
  const figure = yen.toLocaleString('en-US');
  return language === 'ja' ? `${figure}円` : `¥${figure}`;
}

/** The service day that holds a moment. */
export function serviceDayOf(moment: number): string {
  return new Date(moment + JAPAN_OFFSET_MS).toISOString().slice(0, 10);
}

/** Seconds from the start of the service day to a moment. */
export function daySecondOf(day: string, moment: number): DaySecond {
  return Math.floor((moment - (Date.parse(`${day}T00:00:00Z`) - JAPAN_OFFSET_MS)) / 1000);
}

/** The service day some days later (earlier when negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}
