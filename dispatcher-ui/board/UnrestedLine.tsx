import type { ReactNode } from 'react';
import type { BoardRow } from '../store/boardRows.ts';
import type { UnrestedWarning } from '../store/restWarnings.ts';
import { CallLink } from './CallLink.tsx';
import { useUnrestedText } from './useUnrestedText.ts';

/** A shift that begins before its driver has rested since the day before. */
export function UnrestedLine({
  warning: { row, restedFrom, leavesAt },
  onSelect,
}: {
  readonly warning: UnrestedWarning;
  readonly onSelect: (row: BoardRow) => void;
}): ReactNode {
  const unrestedText = useUnrestedText();
  const { vehicleName, driverName, telephone } = row.shift;
  const leaves = leavesAt !== null;
  return (
    <div className="stripLine restItem">
      <button
        type="button"
        className={`stripPick restLine ${leaves ? 'restLine-over' : ''}`}
        onClick={() => onSelect(row)}
      >
        <strong>
          <span aria-hidden="true">{leaves ? '! ' : '☾ '}</span>
          {vehicleName} {driverName}
        </strong>
        <span>{unrestedText(row.shift, restedFrom, leaves)}</span>
      </button>
      {leaves ? <CallLink telephone={telephone} /> : null}
    </div>
  );
}
