import { useMemo } from 'react';
import type { BoardRow } from '../store/boardRows.ts';
import { type RestWarning, restWarnings, unrestedShifts } from '../store/restWarnings.ts';
import type { Silences } from './useSilences.ts';

/** The drivers of the day shown whose rests need somebody's eye, gravest first; none on a day that is over. */
export function useRestWarnings(
  rows: readonly BoardRow[],
  day: string | null,
  { today, isToday, nowSecond }: Silences,
  isWatched: boolean,
): readonly RestWarning[] {
  return useMemo(() => {
    if (!isWatched || day === null || day < today) return [];
    return isToday ? restWarnings(rows, nowSecond) : unrestedShifts(rows);
  }, [rows, day, today, isToday, nowSecond, isWatched]);
}
