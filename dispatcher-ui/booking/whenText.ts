import type { Language } from '../../screen-kit/words/language.ts';
import { addDays, dayText } from '../../screen-kit/words/times.ts';
import type { AskedTimes } from '../store/checkDraft.ts';

/** Day and time as understood, to be read back: `あす 11月28日（土） 10:00 までに着く`. */
export function whenText(times: AskedTimes, today: string, language: Language): string {
  const dates = times.moments.map(
    ({ day, at }) => `${nearName(day, today, language)}${dayText(day, language)} ${at}`,
  );
  if (language === 'en') {
    return `${times.kind === 'arriveBy' ? 'arrive by' : 'leave after'} ${dates.join(', ')}`;
  }
  return `${dates.join('、')} ${times.kind === 'arriveBy' ? 'までに着く' : 'より後に出る'}`;
}

function nearName(day: string, today: string, language: Language): string {
  const names = language === 'ja' ? ['きょう ', 'あす ', 'あさって '] : ['today ', 'tomorrow ', ''];
  return names.find((_, ahead) => addDays(today, ahead) === day) ?? '';
}
