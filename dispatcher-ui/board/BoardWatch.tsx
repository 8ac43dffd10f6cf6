import { type ReactNode, useState } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import type { DayState } from '../../screen-kit/store/dayState.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { PartSwitch } from '../frame/PartSwitch.tsx';
import type { BoardRow } from '../store/boardRows.ts';
import { listLeftBehind } from '../store/filterRides.ts';
import type { RestWarning } from '../store/restWarnings.ts';
import type { Silence } from '../store/silentShifts.ts';
import type { Stray } from '../store/strayVehicles.ts';
import { takenOver } from '../store/takenOver.ts';
import { RestStrip } from './RestStrip.tsx';
import { SilentStrip } from './SilentStrip.tsx';
import { StrayStrip } from './StrayStrip.tsx';
import { TakenOverStrip } from './TakenOverStrip.tsx';
import { UnassignedStrip } from './UnassignedStrip.tsx';
import './watch.css';

const texts = {
  watch: { ja: '気をつけること', en: 'To look after' },
  left: {
    ja: (count: number) => `! 車のない乗車 ${count}件`,
    en: (count: number) =>
      count === 1 ? '! 1 ride without a vehicle' : `! ${count} rides without a vehicle`,
  },
  silent: {
    ja: (count: number) => `? 連絡のない便・まだ出ない便 ${count}便`,
    en: (count: number) =>
      count === 1 ? '? 1 driver silent or not out yet' : `? ${count} drivers silent or not out yet`,
  },
  stray: {
    ja: (count: number) => `≠ 予定とちがう所で待つ便 ${count}便`,
    en: (count: number) =>
      count === 1 ? '≠ 1 vehicle waits elsewhere' : `≠ ${count} vehicles wait elsewhere`,
  },
  over: {
    ja: (count: number) => `! 運転手の休憩 ${count}便`,
    en: (count: number) => (count === 1 ? '! Rest of 1 driver' : `! Rest of ${count} drivers`),
  },
  unrested: {
    ja: (count: number) => `! 運転手の休息 ${count}便`,
    en: (count: number) => (count === 1 ? '! Rest of 1 driver' : `! Rest of ${count} drivers`),
  },
  due: {
    ja: (count: number) => `☕ 運転手の休憩 ${count}便`,
    en: (count: number) => (count === 1 ? '☕ Rest of 1 driver' : `☕ Rest of ${count} drivers`),
  },
  takenOver: {
    ja: (count: number) => `→ ほかの会社から移された乗車 ${count}件`,
    en: (count: number) =>
      count === 1 ? '→ 1 ride from another company' : `→ ${count} rides from another company`,
  },
};

/** What is told of a ride moved by a colleague is an hour old at most: it needs not be known to the second. */
const LOOK_MS = 30_000;

export interface BoardWatchProps {
  readonly state: DayState;
  /** Longest first. */
  readonly silences: readonly Silence[];
  /** Farthest first. */
  readonly strays: readonly Stray[];
  /** Gravest first. */
  readonly restWarnings: readonly RestWarning[];
  readonly nowSecond: number;
  readonly onRide: (ride: RideView) => void;
  readonly onRow: (row: BoardRow) => void;
}

type Part = 'left' | 'silent' | 'rest' | 'stray' | 'takenOver';

/**
 * What needs somebody's eye, above the vehicles; nothing where all is well. Where there are several kinds, each has its
 * count in sight and one of them is open: under each other, the last would be out of sight without anybody knowing.
 */
export function BoardWatch(props: BoardWatchProps): ReactNode {
  const { state, silences, strays, restWarnings: warnings, nowSecond, onRide, onRow } = props;
  const t = useWords(texts);
  const { session } = useScreen();
  const { moment } = useServerNow(LOOK_MS);
  const [chosen, setChosen] = useState<Part | null>(null);
  const left = listLeftBehind(state.rides.values());
  const told = takenOver(state.rides.values(), state.shifts, session, moment);
  const counts = {
    left: left.length,
    silent: silences.length,
    rest: warnings.length,
    stray: strays.length,
    takenOver: told.length,
  };
  const parts = (Object.keys(counts) as Part[]).filter((part) => counts[part] > 0);
  const shown = parts.find((part) => part === chosen) ?? parts[0];
  if (!shown) return null;

  const textOf = (part: Part): string => {
    if (part !== 'rest') return t[part](counts[part]);
    const gravest = (['over', 'unrested'] as const).find((kind) => warnings.some((it) => it.kind === kind));
    return t[gravest ?? 'due'](counts.rest);
  };
  const named = { title: textOf(shown), isTitled: parts.length === 1 };
  return (
    <div className="boardWatch">
      {parts.length > 1 ? (
        <PartSwitch label={t.watch} parts={parts} shown={shown} textOf={textOf} onShow={setChosen} />
      ) : null}
      <div className="boardWatchPart">
        {shown === 'left' ? <UnassignedStrip {...named} rides={left} onSelect={onRide} /> : null}
        {shown === 'silent' ? (
          <SilentStrip
            {...named}
            silences={silences}
            rides={state.rides}
            nowSecond={nowSecond}
            onSelect={onRow}
          />
        ) : null}
        {shown === 'rest' ? (
          <RestStrip title={named.title} warnings={warnings} nowSecond={nowSecond} onSelect={onRow} />
        ) : null}
        {shown === 'stray' ? <StrayStrip {...named} strays={strays} onSelect={onRow} /> : null}
        {shown === 'takenOver' ? <TakenOverStrip {...named} told={told} onSelect={onRide} /> : null}
      </div>
    </div>
  );
}
