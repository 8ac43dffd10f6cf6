import { riderTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { ChosenTime } from '../store/bookingDraft.ts';
import { useDayName } from './dayName.ts';
import { texts } from './words.ts';

/** `あす 午前10時までに着く`; null while the hour is open. */
export function useTimeName(today: string): (time: ChosenTime) => string | null {
  const t = useWords(texts);
  const language = useLanguage();
  const dayName = useDayName(today);
  return (time) => {
    if (time.hour === null) return null;
    const clock = riderTime(time.hour * 3600 + time.minute * 60, language);
    return (time.kind === 'arriveBy' ? t.byTime : t.afterTime)(dayName(time.day), clock);
  };
}
