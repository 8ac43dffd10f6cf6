import type { StopView } from '../../backend/contract/index.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import type { DriverDay } from '../store/driverDay.ts';
import { findStopName } from '../store/nextAct.ts';
import { texts } from './words.ts';

/** Says what a stop is called: a place, somebody's home, or a break. */
export function useStopName(day: DriverDay | null): (stop: StopView) => string {
  const t = useWords(texts);
  return (stop) => {
    const name = day === null ? null : findStopName(day, stop);
    if (name === null) return stop.place?.name ?? t.aBreak;
    return name.homeOf === null ? name.place : t.homeOf(name.homeOf);
  };
}
