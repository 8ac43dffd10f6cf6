import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { type BoardBlock, type BoardRow, boardRows, boardSpan } from '../store/boardRows.ts';
import { isInDepot } from '../store/inDepot.ts';
import { isOverLimit, unrestedMark } from '../store/restWarnings.ts';
import { BoardLine } from './BoardLine.tsx';
import { BoardWatch } from './BoardWatch.tsx';
import { NowLine, scrollToNow } from './NowLine.tsx';
import { useBlockDrag } from './useBlockDrag.ts';
import { useRestWarnings } from './useRestWarnings.ts';
import { useRoom } from './useRoom.ts';
import { silentMinutes, useSilences } from './useSilences.ts';
import { useStrays } from './useStrays.ts';
import './board.css';

const texts = {
  title: { ja: '便の予定', en: 'Shifts' },
  empty: { ja: 'この日の便はまだありません。', en: 'No shifts on this day yet.' },
  wider: { ja: '時間の目盛りを広げる', en: 'Wider hours' },
  narrower: { ja: '時間の目盛りを縮める', en: 'Narrower hours' },
  toNow: { ja: '今の時刻へ', en: 'To now' },
  stop: { ja: '■ 停車（下の数字は車内の人数）', en: '■ stop (number below: people aboard)' },
  promise: { ja: '［ ］ お迎えのお約束', en: '[ ] promised pickup' },
  late: { ja: '! 遅れ・休息不足', en: '! late or unrested' },
  silent: { ja: '? 連絡なし', en: '? silent' },
  stray: { ja: '≠ 別の所で待つ', en: '≠ waits elsewhere' },
  aBreak: { ja: '☕ 休憩', en: '☕ break' },
  resting: { ja: '☾ 休息中の運転手', en: '☾ driver rests until then' },
  wait: { ja: '┄ 待機', en: '┄ waiting' },
  duty: { ja: '▬ 便の時間', en: '▬ hours of the shift' },
  ownArea: { ja: '件数：自分の市町村の予約だけ', en: 'Counts: rides of your own area only' },
};

/** Pixels an hour takes, from a whole day at a glance to single minutes. */
const SCALES = [64, 96, 144, 216, 324] as const;

export interface BoardProps {
  /** A ride was drawn to the row of another shift; undefined where that is not for this account. */
  readonly onDrop: ((rideId: string, shiftId: string) => void) | undefined;
}

/** One row a vehicle, the hours from left to right, a line where the time is now. */
export function Board({ onDrop }: BoardProps): ReactNode {
  const t = useWords(texts);
  const { feed, selection, selectRide, selectShift, canBook } = useDesk();
  const state = useDeferredValue(feed.state);
  const rows = useMemo(
    () => boardRows(state.shifts.values(), state.rides, !canBook),
    [state.shifts, state.rides, canBook],
  );
  const isWatched = canBook && feed.status === 'connected';
  const silences = useSilences(rows, state, isWatched);
  const strays = useStrays(rows, state, silences, isWatched);
  const warnings = useRestWarnings(rows, state.day, silences, canBook);
  const span = useMemo(() => boardSpan(rows), [rows]);
  const [scale, setScale] = useState(1);
  const scroller = useRef<HTMLDivElement>(null);
  const room = useRoom(scroller, rows.length > 0);
  const drag = useBlockDrag(onDrop, selection.rideId);
  // A wide window shows the whole day without an empty strip at its end.
  const hourPx = Math.max(SCALES[scale] ?? SCALES[1], room / ((span.to - span.from) / 3600));
  const px = (second: number): number => ((second - span.from) / 3600) * hourPx;
  const width = px(span.to);

  const { rides } = feed.state;
  const select = useCallback(
    (row: BoardRow, block: BoardBlock | null): void => {
      const rideId = block?.pickups[0] ?? block?.dropoffs[0];
      const ride = rideId === undefined ? undefined : rides.get(rideId);
      if (ride) selectRide(ride);
      else selectShift(row.shiftId);
    },
    [rides, selectRide, selectShift],
  );

  function moveRow(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const lines = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-shift]') ?? [])];
    const index = lines.indexOf(document.activeElement as HTMLElement);
    const next = lines[index + (event.key === 'ArrowDown' ? 1 : -1)];
    if (index < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  const hours = Array.from(
    { length: (span.to - span.from) / 3600 + 1 },
    (_, index) => span.from / 3600 + index,
  );
  const firstRowId = selection.shiftId ?? rows[0]?.shiftId;
  if (state.cursor === null) {
    return feed.status === 'offline' ? (
      <FaultNotice fault={feed.fault} onRetry={() => feed.reader?.readNow()} />
    ) : (
      <LoadingNote />
    );
  }
  return (
    <div className="board" {...drag.handlers}>
      <div className="boardHead">
        <h2>{t.title}</h2>
        <p className="boardLegend">
          {/* A town sees the shifts without their stops, and counts the rides of its own people. */}
          {(canBook
            ? [t.stop, t.promise, t.late, t.silent, t.stray, t.aBreak, t.resting, t.wait]
            : [t.duty, t.ownArea]
          ).map((sign) => (
            <span key={sign}>{sign}</span>
          ))}
        </p>
        <button
          type="button"
          className="dayStep"
          aria-label={t.narrower}
          disabled={scale === 0}
          onClick={() => setScale(scale - 1)}
        >
          −
        </button>
        <button
          type="button"
          className="dayStep"
          aria-label={t.wider}
          disabled={scale === SCALES.length - 1}
          onClick={() => setScale(scale + 1)}
        >
          ＋
        </button>
        <button type="button" className="button button-quiet" onClick={() => scrollToNow(scroller.current)}>
          {t.toNow}
        </button>
      </div>
      {canBook ? (
        <BoardWatch
          state={state}
          silences={silences.list}
          strays={strays}
          restWarnings={warnings}
          nowSecond={silences.nowSecond}
          onRide={selectRide}
          onRow={(row) => select(row, null)}
        />
      ) : null}
      {rows.length === 0 ? (
        <EmptyNote>{t.empty}</EmptyNote>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: moves the focus between the rows inside it.
        <div className="boardScroll" ref={scroller} onKeyDown={moveRow}>
          <div className="boardGround" style={{ width: `calc(var(--board-name) + ${width}px)` }}>
            <div className="boardHours figures" aria-hidden="true">
              {hours.map((hour) => (
                <span key={hour} style={{ left: px(hour * 3600) }}>
                  {hour}
                </span>
              ))}
            </div>
            {rows.map((row) => (
              <BoardLine
                key={row.shiftId}
                row={row}
                spanFrom={span.from}
                hourPx={hourPx}
                isSelected={row.shiftId === selection.shiftId}
                isTarget={row.shiftId === drag.targetId}
                selectedRideId={row.shiftId === selection.shiftId ? selection.rideId : null}
                silentStopId={silences.byShift.get(row.shiftId)?.stopId}
                strayMetres={strays.find(({ row: { shiftId } }) => shiftId === row.shiftId)?.metres}
                isInDepot={silences.isToday && isInDepot(row.shift, silences.nowSecond)}
                isOverLimit={silences.isToday && canBook && isOverLimit(row, silences.nowSecond)}
                unrested={unrestedMark(warnings, row.shiftId)}
                silentMinutes={silentMinutes(silences.byShift.get(row.shiftId), silences.nowSecond)}
                isEntry={row.shiftId === firstRowId}
                onSelect={select}
              />
            ))}
            <NowLine day={state.day} px={px} scroller={scroller} scale={scale} />
          </div>
        </div>
      )}
    </div>
  );
}
