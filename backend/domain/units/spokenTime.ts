import type { SpokenText } from './spokenText.ts';
import type { DaySecond } from './time.ts';

/** A time as one says it: `午前10時5分`, `10:05 am`. Rounded down to the minute. */
export function spokenTime(second: DaySecond): SpokenText {
  const minutes = Math.floor(second / 60);
  const hour = Math.floor(minutes / 60) % 24;
  const minute = minutes % 60;
  const half = hour < 12 ? '午前' : '午後';
  const hourJa = hour < 12 ? hour : hour - 12;
  const ja = `${half}${hourJa}時${minute === 0 ? '' : `${minute}分`}`;
  const hourEn = hour % 12 === 0 ? 12 : hour % 12;
  const en = `${hourEn}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
  return { ja, en };
}
