import type { Language } from '../../screen-kit/words/language.ts';
import { addDays, dayText } from '../../screen-kit/words/times.ts';
import type { AskedTimes } from '../store/checkDraft.ts';

/**
 * Day and time as understood, to be read back: `あす 11月28日（土） 10:00 までに着く`. A time that several days share is
 * said once, after the last of them.
 */
export function whenText(times: AskedTimes, today: string, language: Language): string {
  const dates = times.moments.map(({ day, at }, index) => {
    const isShared = times.moments[index + 1]?.at === at;
    return `${nearName(day, today, language)}${dayText(day, language)}${isShared ? '' : ` ${at}`}`;
  });
  if (language === 'en') {
    return `${times.kind === 'arriveBy' ? 'arrive by' : 'leave after'} ${dates.join(', ')}`;
  }
  return `${dates.join('、')} ${times.kind === 'arriveBy' ? 'までに着く' : 'より後に出る'}`;
}

function nearName(day: string, today: string, language: Language): string {
  const names = language === 'ja' ? ['きょう ', 'あす ', 'あさって '] : ['today ', 'tomorrow ', ''];
  return names.find((_, ahead) => addDays(today, ahead) === day) ?? '';
}
