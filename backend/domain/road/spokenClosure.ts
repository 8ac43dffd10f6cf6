import type { SpokenText } from '../units/spokenText.ts';
import { spokenTime } from '../units/spokenTime.ts';
import { daySecondOf, type EpochMs, serviceDayOf } from '../units/time.ts';
import type { RoadClosure } from './roadClosure.ts';
import type { RoadTimes } from './roadTimes.ts';

/** When something holds, as one says it: `11月24日午前10時から、毎日午前10時から午後3時まで`. */
export function spokenRoadTimes({ from, to, yearly, hours }: RoadTimes): SpokenText {
  const parts: SpokenText[] = [];
  if (yearly) {
    const [first, last] = [spokenDate(yearly.from), spokenDate(yearly.to)];
    parts.push({ ja: `毎年${first.ja}から${last.ja}まで`, en: `every year from ${first.en} to ${last.en}` });
  }
  if (from !== null) parts.push(spokenMoment(from, 'から', 'from'));
  if (to !== null) parts.push(spokenMoment(to, 'まで', 'until'));
  if (hours) {
    const [begin, end] = [spokenTime(hours.from), spokenTime(hours.to)];
    parts.push({ ja: `毎日${begin.ja}から${end.ja}まで`, en: `daily from ${begin.en} to ${end.en}` });
  }
  if (to === null && !yearly) parts.push({ ja: '当分の間', en: 'until further notice' });
  return { ja: parts.map(({ ja }) => ja).join('、'), en: parts.map(({ en }) => en).join(', ') };
}

/** One sentence about the closures that hold: the first two by name, the others by number; null where there is none. */
export function spokenClosures(closures: readonly RoadClosure[]): SpokenText | null {
  if (closures.length === 0) return null;
  const named = closures.slice(0, 2).map(({ name }) => name);
  const others = closures.length - named.length;
  return {
    ja: `${named.join('、')}${others > 0 ? ` ほか${others}か所` : ''} 通行止め`,
    en: `Closed: ${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`,
  };
}

/** @param monthDay `MM-DD` */
function spokenDate(monthDay: string): SpokenText {
  const [month, day] = monthDay.split('-').map(Number);
  return { ja: `${month}月${day}日`, en: `${month}/${day}` };
}

function spokenMoment(moment: EpochMs, ja: string, en: string): SpokenText {
  const day = serviceDayOf(moment);
  const date = spokenDate(day.slice(5));
  const time = spokenTime(daySecondOf(day, moment));
  return { ja: `${date.ja}${time.ja}${ja}`, en: `${en} ${date.en} ${time.en}` };
}
