import { type KeyboardEvent, type MouseEvent, memo, type ReactNode, useEffect, useRef } from 'react';
import { durationText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { type BoardBlock, type BoardPromise, type BoardRow, nearestBlock } from '../store/boardRows.ts';
import { dutyEnd } from '../store/dutyEnd.ts';

const texts = {
  silent: {
    ja: (time: string) => `? 連絡なし ${time}`,
    en: (time: string) => `? silent ${time}`,
  },
  notOut: { ja: (time: string) => `? 未出発 ${time}`, en: (time: string) => `? not out ${time}` },
  over: { ja: '! 運転 4時間超', en: '! over 4 h' },
  stray: { ja: (km: number) => `≠ 別の所 ${km}km`, en: (km: number) => `≠ ${km} km off` },
  ended: { ja: (time: string) => `終了 ${time}`, en: (time: string) => `Ended ${time}` },
  inDepot: { ja: '車庫', en: 'In depot' },
  late: { ja: (count: number) => `! 遅れ ${count}`, en: (count: number) => `! ${count} late` },
  rides: {
    ja: (count: number) => `${count}件`,
    en: (count: number) => (count === 1 ? '1 ride' : `${count} rides`),
  },
  rest: {
    ja: (from: string, until: string) => `${from}〜${until} 休憩（4時間の運転に）`,
    en: (from: string, until: string) => `${from}–${until} rest (for four hours at the wheel)`,
  },
  waits: {
    ja: (from: string, until: string, place: string) => `${from}〜${until} ${place} 待機`,
    en: (from: string, until: string, place: string) => `${from}–${until} ${place}, waiting`,
  },
  marked: {
    ja: (time: string, place: string) => `${time} ${place}`,
    en: (time: string, place: string) => `${time} ${place}`,
  },
};

export interface BoardLineProps {
  readonly row: BoardRow;
  /** Second of the day at the left edge. */
  readonly spanFrom: number;
  readonly hourPx: number;
  readonly isSelected: boolean;
  /** Would a ride that is being drawn be dropped here? */
  readonly isTarget: boolean;
  readonly selectedRideId: string | null;
  /** The stop at which a report is missed, null for the depot; undefined: the driver reports. */
  readonly silentStopId: string | null | undefined;
  /** Since when it is missed, whole minutes. */
  readonly silentMinutes: number;
  /** How far the vehicle is from where it is to wait; undefined: it is there, or drives. */
  readonly strayMetres: number | undefined;
  /** Is the vehicle back in its depot, with nothing ahead? */
  readonly isInDepot: boolean;
  /** Is the driver to be at the wheel for longer than the law allows? */
  readonly isOverLimit: boolean;
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
  const { row, hourPx, spanFrom, selectedRideId, isSelected, silentStopId, silentMinutes } = props;
  const line = useRef<HTMLButtonElement>(null);
  const t = useWords(texts);
  const language = useLanguage();
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
        <strong>{shift.vehicleName}</strong>
        <span className="boardDriver">{shift.driverName}</span>
        <span className="boardCount figures">{t.rides(row.rideCount)}</span>
        {silentStopId !== undefined ? (
          <span className="boardSilent">
            {t[silentStopId === null ? 'notOut' : 'silent'](durationText(silentMinutes * 60, language))}
          </span>
        ) : props.isOverLimit ? (
          <span className="boardLate">{t.over}</span>
        ) : row.lateCount > 0 ? (
          <span className="boardLate">{t.late(row.lateCount)}</span>
        ) : props.strayMetres !== undefined ? (
          <span className="boardSilent">{t.stray(Math.round(props.strayMetres / 1000))}</span>
        ) : shift.ended !== undefined ? (
          <span className="boardHome figures">{t.ended(tableTime(shift.ended))}</span>
        ) : props.isInDepot ? (
          <span className="boardHome">{t.inDepot}</span>
        ) : null}
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
          <Block
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

interface BlockProps {
  readonly block: BoardBlock;
  readonly left: number;
  readonly width: number;
  readonly isMarked: boolean;
  /** Is the driver's report of it missed? */
  readonly isSilent: boolean;
  /** Does the number below it fit beside the next one's? */
  readonly hasRoom: boolean;
}

const Block = memo(function Block({
  block,
  left,
  width,
  isMarked,
  isSilent,
  hasRoom,
}: BlockProps): ReactNode {
  const looks = [
    'boardBlock',
    `boardBlock-${block.state}`,
    block.kind === 'break' && 'boardBlock-break',
    block.isWait && 'boardBlock-wait',
    isSilent ? 'boardBlock-silent' : block.lateSeconds > 0 && 'boardBlock-late',
    isMarked && 'boardBlock-marked',
  ];
  const t = useWords(texts);
  const title = block.isWait
    ? t.waits(tableTime(block.from), tableTime(block.to), block.placeName)
    : `${tableTime(block.from)} ${block.placeName} +${block.pickups.length} −${block.dropoffs.length}`;
  return (
    <span
      className={looks.filter(Boolean).join(' ')}
      style={{ left, width: Math.max(8, width) }}
      title={title}
      data-rides={block.state === 'planned' ? [...block.pickups, ...block.dropoffs].join(' ') : undefined}
    >
      {signOf(block, isSilent)}
      {block.kind === 'stop' && !block.isWait && hasRoom ? (
        <span className="boardAboard figures">{block.aboard}</span>
      ) : null}
    </span>
  );
});

function signOf({ kind, lateSeconds }: BoardBlock, isSilent: boolean): string {
  if (isSilent) return '?';
  if (kind === 'break') return '☕';
  return lateSeconds > 0 ? '!' : '';
}

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
