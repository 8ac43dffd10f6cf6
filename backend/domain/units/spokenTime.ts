import type { SpokenText } from './spokenText.ts';
import type { DaySecond, TimeWindow } from './time.ts';

/**
 * A time as one says it: `午前10時5分`, `10:05 am`; noon is 昼の12時, because 午後0時 is taken for midnight on the
 * telephone. Rounded down to the minute.
 */
export function spokenTime(second: DaySecond): SpokenText {
  const minutes = Math.floor(second / 60);
  const hour = Math.floor(minutes / 60) % 24;
  const minute = minutes % 60;
  const hourJa = hour < 12 ? `午前${hour}` : hour === 12 ? '昼の12' : `午後${hour - 12}`;
  const ja = `${hourJa}時${minute === 0 ? '' : `${minute}分`}`;
  const hourEn = hour % 12 === 0 ? 12 : hour % 12;
  const en = `${hourEn}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
  return { ja, en };
}

/** A window as one says it; one that is shorter than a minute is a time. */
export function spokenWindow({ earliest, latest }: TimeWindow): SpokenText {
  const from = spokenTime(earliest);
  const to = spokenTime(latest);
  if (latest - earliest < 60) return { ja: `${from.ja}に`, en: `at ${from.en}` };
  return { ja: `${from.ja}から${to.ja}のあいだに`, en: `between ${from.en} and ${to.en}` };
}
