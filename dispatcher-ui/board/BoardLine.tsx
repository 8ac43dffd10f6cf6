import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useEffect, useRef } from 'react';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { type BoardBlock, type BoardPromise, type BoardRow, nearestBlock } from '../store/boardRows.ts';
import { dutyEnd } from '../store/dutyEnd.ts';
import { RowName, type RowNameProps } from './RowName.tsx';
import { StopBlock } from './StopBlock.tsx';

const texts = {
  rest: {
    ja: (from: string, until: string) => `${from}〜${until} 休憩（4時間の運転に）`,
    en: (from: string, until: string) => `${from}–${until} rest (for four hours at the wheel)`,
  },
  marked: {
    ja: (time: string, place: string) => `${time} ${place}`,
    en: (time: string, place: string) => `${time} ${place}`,
  },
};

export interface BoardLineProps extends RowNameProps {
  /** Second of the day at the left edge. */
  readonly spanFrom: number;
  readonly hourPx: number;
  readonly isSelected: boolean;
  /** Would a ride that is being drawn be dropped here? */
  readonly isTarget: boolean;
  readonly selectedRideId: string | null;
  /** Is this the row the Tab key enters the board by? */
  readonly isEntry: boolean;
  /** A null block marks the shift itself. */
  readonly onSelect: (row: BoardRow, block: BoardBlock | null) => void;
}

/**
 * One shift: blocks for its stops, brackets for what was promised. The whole row is one target: a press marks the stop
 * nearest to it, the left and right arrows go from stop to stop.
 */
export const BoardLine = memo(function BoardLine(props: BoardLineProps): ReactNode {
  const { row, hourPx, spanFrom, selectedRideId, isSelected, silentStopId } = props;
  const line = useRef<HTMLButtonElement>(null);
  const t = useWords(texts);
  const { shift, blocks } = row;
  const px = (second: number): number => ((second - spanFrom) / 3600) * hourPx;
  const markedIndex = blocks.findIndex((block) => isAbout(block, selectedRideId));
  const marked = blocks[markedIndex];

  // What is selected in the list or on the map is brought into sight here too.
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isSelected]);

  function press(event: MouseEvent<HTMLElement>): void {
    const track = event.currentTarget.querySelector('.boardTrack')?.getBoundingClientRect();
    if (!track || event.detail === 0 || event.clientX < track.left) props.onSelect(row, null);
    else props.onSelect(row, nearestBlock(row, spanFrom + ((event.clientX - track.left) / hourPx) * 3600));
  }

  function move(event: KeyboardEvent): void {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    const next = nextRideBlock(blocks, markedIndex, event.key === 'ArrowRight' ? 1 : -1, selectedRideId);
    if (next) props.onSelect(row, next);
  }

  return (
    <button
      ref={line}
      type="button"
      data-shift={row.shiftId}
      className={`boardLine ${isSelected ? 'boardLine-selected' : ''} ${props.isTarget ? 'boardLine-target' : ''}`}
      aria-pressed={isSelected}
      tabIndex={props.isEntry ? 0 : -1}
      onClick={press}
      onKeyDown={move}
    >
      <span className="boardName">
        <RowName {...props} />
        {marked ? (
          <span className="visuallyHidden">{t.marked(tableTime(marked.from), marked.placeName)}</span>
        ) : null}
      </span>
      <span className="boardTrack" aria-hidden="true">
        <span
          className="boardDuty"
          style={{ left: px(shift.start), width: Math.max(0, px(dutyEnd(shift)) - px(shift.start)) }}
        />
        {row.promises
          .filter((promise) => isBracketed(promise, selectedRideId))
          .map((promise) => (
            <span
              key={`${promise.rideId}-${promise.kind}`}
              className={`boardPromise ${promise.rideId === selectedRideId ? 'boardPromise-selected' : ''}`}
              style={{
                left: px(promise.earliest),
                width: Math.max(4, px(promise.latest) - px(promise.earliest)),
              }}
            />
          ))}
        {blocks.map((block, index) => (
          <StopBlock
            key={block.id}
            block={block}
            left={px(block.from)}
            width={px(block.to) - px(block.from)}
            isMarked={isAbout(block, selectedRideId)}
            isSilent={block.id === silentStopId}
            hasRoom={hasRoomBelow(block, blocks[index + 1], hourPx)}
          />
        ))}
        {row.rests.map(({ from, until }) => (
          <span
            key={`rest-${from}`}
            className="boardBlock boardBlock-break boardBlock-rest"
            style={{ left: px(from), width: Math.max(8, px(until) - px(from)) }}
            title={t.rest(tableTime(from), tableTime(until))}
          >
            ☕
          </span>
        ))}
      </span>
    </button>
  );
});

/** Windows for being picked up; both windows of the selected ride. All of them at once would be one long line. */
function isBracketed(promise: BoardPromise, selectedRideId: string | null): boolean {
  return promise.kind === 'pickup' || promise.rideId === selectedRideId;
}

const NUMBER_PX = 14;

function hasRoomBelow(block: BoardBlock, next: BoardBlock | undefined, hourPx: number): boolean {
  if (!next || next.kind === 'break') return true;
  return ((next.from - block.from) / 3600) * hourPx >= NUMBER_PX;
}

function isAbout(block: BoardBlock, rideId: string | null): boolean {
  return rideId !== null && (block.pickups.includes(rideId) || block.dropoffs.includes(rideId));
}

/** The next block in a direction that is about another ride. */
function nextRideBlock(
  blocks: readonly BoardBlock[],
  from: number,
  step: 1 | -1,
  rideId: string | null,
): BoardBlock | undefined {
  const start = from < 0 ? (step === 1 ? -1 : blocks.length) : from;
  for (let index = start + step; index >= 0 && index < blocks.length; index += step) {
    const block = blocks[index]!;
    const about = block.pickups[0] ?? block.dropoffs[0];
    if (about !== undefined && about !== rideId) return block;
  }
  return undefined;
}
