import type { StopView } from '../../backend/contract/index.ts';
import { findHomeOf, type KnownRides } from '../store/nextAct.ts';
import { actTexts } from './actTexts.ts';
import { placeText } from './placeText.ts';
import { useLanguage, useWords } from './words.ts';

/** Says what a stop is called: a place, somebody's home, or a break. */
export function useStopName(known: KnownRides | null): (stop: StopView) => string {
  const t = useWords(actTexts);
  const language = useLanguage();
  return (stop) => {
    const homeOf = known === null ? null : findHomeOf(known, stop);
    if (homeOf !== null) return t.homeOf(homeOf);
    return stop.place ? placeText(stop.place, language) : t.aBreak;
  };
}
