import { useMemo } from 'react';
import type { DayState } from '../../screen-kit/store/dayState.ts';
import { daySecondOf } from '../../screen-kit/words/times.ts';
import type { BoardRow } from '../store/boardRows.ts';
import { type Sighting, type Stray, strayVehicles } from '../store/strayVehicles.ts';
import type { Silences } from './useSilences.ts';

/** The vehicles that wait elsewhere, farthest first; those whose drivers are silent are told of already. */
export function useStrays(
  rows: readonly BoardRow[],
  { positions }: DayState,
  { nowSecond, isToday, byShift }: Silences,
  isWatched: boolean,
): readonly Stray[] {
  return useMemo(() => {
    if (!isWatched || !isToday) return [];
    const sightings = new Map(
      rows.flatMap(({ shiftId, shift: { day } }): [string, Sighting][] => {
        const seen = positions.get(shiftId);
        return seen ? [[shiftId, { ...seen, second: daySecondOf(day, Date.parse(seen.at)) }]] : [];
      }),
    );
    return strayVehicles(rows, { nowSecond, sightings }).filter(({ row }) => !byShift.has(row.shiftId));
  }, [rows, positions, nowSecond, isToday, byShift, isWatched]);
}
