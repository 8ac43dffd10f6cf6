import type { StopView } from '../../backend/contract/index.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { DriverDay } from '../store/driverDay.ts';
import { findHomeOf } from '../store/nextAct.ts';
import { texts } from './words.ts';

/** Says what a stop is called: a place, somebody's home, or a break. */
export function useStopName(day: DriverDay | null): (stop: StopView) => string {
  const t = useWords(texts);
  const language = useLanguage();
  return (stop) => {
    const homeOf = day === null ? null : findHomeOf(day, stop);
    if (homeOf !== null) return t.homeOf(homeOf);
    return stop.place ? placeText(stop.place, language) : t.aBreak;
  };
}
