import type { ReactNode } from 'react';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { BoardRow } from '../store/boardRows.ts';
import type { UnrestedWarning } from '../store/restWarnings.ts';
import { CallLink } from './CallLink.tsx';

const texts = {
  unrested: {
    ja: (start: string, rested: string) =>
      `${start}からの便ですが、前の勤務から9時間の休息が終わるのは${rested}です。`,
    en: (start: string, rested: string) =>
      `The shift begins at ${start}; nine hours since the last duty are over at ${rested}.`,
  },
  leaves: {
    ja: (at: string) =>
      `このままでは${at}に出発します。代わりの運転手か車を出せるか、会社に確かめてください。`,
    en: (at: string) => `As planned, it leaves at ${at}. Ask the company for another driver or vehicle.`,
  },
  kept: {
    ja: 'それまでに出発する乗車は入りません。',
    en: 'No ride leaves before that.',
  },
};

/** A shift that begins before its driver has rested since the day before. */
export function UnrestedLine({
  warning: { row, restedFrom, leavesAt },
  onSelect,
}: {
  readonly warning: UnrestedWarning;
  readonly onSelect: (row: BoardRow) => void;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { vehicleName, driverName, start, telephone } = row.shift;
  const sentences = [
    t.unrested(tableTime(start), tableTime(restedFrom)),
    leavesAt === null ? t.kept : t.leaves(tableTime(leavesAt)),
  ];
  return (
    <div className="stripLine restItem">
      <button
        type="button"
        className={`stripPick restLine ${leavesAt === null ? '' : 'restLine-over'}`}
        onClick={() => onSelect(row)}
      >
        <strong>
          <span aria-hidden="true">{leavesAt === null ? '☾ ' : '! '}</span>
          {vehicleName} {driverName}
        </strong>
        <span>{sentences.join(language === 'ja' ? '' : ' ')}</span>
      </button>
      {leavesAt === null ? null : <CallLink telephone={telephone} />}
    </div>
  );
}
