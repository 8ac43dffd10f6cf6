import { useMemo } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import type { DayState } from '../../screen-kit/store/dayState.ts';
import type { BoardRow } from '../store/boardRows.ts';
import { type Silence, silentShifts } from '../store/silentShifts.ts';

/** How often it is looked who has become silent. */
const LOOK_MS = 5000;

/** Drivers of whom nothing is heard, and the second at which that was seen. */
export interface Silences {
  readonly nowSecond: number;
  readonly today: string;
  /** Is the day shown the one of this moment? */
  readonly isToday: boolean;
  /** Longest first. */
  readonly list: readonly Silence[];
  /** By shift id. */
  readonly byShift: ReadonlyMap<string, Silence>;
}

/** Looks every few seconds who is silent on the day of today; nobody is on other days, nor for those who only look. */
export function useSilences(rows: readonly BoardRow[], state: DayState, isWatched: boolean): Silences {
  const now = useServerNow(LOOK_MS);
  const { silentAfterSeconds } = useScreen().system;
  const { day: today, second: nowSecond, moment: nowMoment } = now;
  const isToday = state.day === today;
  return useMemo(() => {
    const { rides, positions } = state;
    const question = { nowSecond, nowMoment, rides, positions, afterSeconds: silentAfterSeconds };
    const list = isWatched && isToday ? silentShifts(rows, question) : [];
    return {
      nowSecond,
      today,
      isToday,
      list,
      byShift: new Map(list.map((silence) => [silence.row.shiftId, silence])),
    };
  }, [rows, state, nowSecond, nowMoment, today, isToday, isWatched, silentAfterSeconds]);
}

/** Whole minutes since the report was due. */
export function silentMinutes(silence: Silence | undefined, nowSecond: number): number {
  return silence ? Math.round((nowSecond - silence.due) / 60) : 0;
}
