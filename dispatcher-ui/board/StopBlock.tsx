import { memo, type ReactNode } from 'react';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import type { BoardBlock } from '../store/boardRows.ts';
import './stopBlock.css';

const texts = {
  waits: {
    ja: (from: string, until: string, place: string) => `${from}〜${until} ${place} 待機`,
    en: (from: string, until: string, place: string) => `${from}–${until} ${place}, waiting`,
  },
};

export interface StopBlockProps {
  readonly block: BoardBlock;
  readonly left: number;
  readonly width: number;
  readonly isMarked: boolean;
  /** Is the driver's report of it missed? */
  readonly isSilent: boolean;
  /** Does the number below it fit beside the next one's? */
  readonly hasRoom: boolean;
}

/** One stop on the board: how it stands by its ground, its edge and a sign, how many are aboard afterwards below it. */
export const StopBlock = memo(function StopBlock({
  block,
  left,
  width,
  isMarked,
  isSilent,
  hasRoom,
}: StopBlockProps): ReactNode {
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
