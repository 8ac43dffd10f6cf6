import type { ReactNode } from 'react';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { durationText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { BoardRow } from '../store/boardRows.ts';
import { type RestWarning, restWarnings } from '../store/restWarnings.ts';

const texts = {
  title: { ja: '運転手の休憩', en: 'Drivers’ rest' },
  over: {
    ja: (time: string) => `このままでは、休みなしの運転が${time}になります。4時間までです。`,
    en: (time: string) => `As planned, ${time} at the wheel without rest. Four hours are the most.`,
  },
  due: {
    ja: (from: string, until: string, time: string) =>
      `${from}から${until}まで休憩です。それまでに${time}、続けて運転します。4時間までです。`,
    en: (from: string, until: string, time: string) =>
      `Rest from ${from} to ${until}, after ${time} at the wheel. Four hours are the most.`,
  },
  late: {
    ja: (count: number) => `お約束に遅れる停車が${count}か所あります。新しい時刻は「折り返し」で電話します。`,
    en: (count: number) =>
      `${count === 1 ? '1 stop is' : `${count} stops are`} late; the new times are among the call-backs.`,
  },
  what: {
    ja: '代わりの運転手か車を出せるか、会社に確かめてください。',
    en: 'Ask the company for another driver or vehicle.',
  },
  more: {
    ja: (count: number) => `ほかに${count}便あります。`,
    en: (count: number) => (count === 1 ? '1 more shift.' : `${count} more shifts.`),
  },
};

/** More would push the board off the screen. */
const MOST_SHOWN = 2;

export interface RestStripProps {
  readonly day: string | null;
  readonly rows: readonly BoardRow[];
  readonly onSelect: (row: BoardRow) => void;
}

/** Says in time which drivers come near their hours at the wheel, and what can be done. */
export function RestStrip({ day, rows, onSelect }: RestStripProps): ReactNode {
  const t = useWords(texts);
  const now = useServerNow();
  const warnings = day === now.day ? restWarnings(rows, now.second) : [];
  if (warnings.length === 0) return null;
  const left = warnings.length - MOST_SHOWN;
  return (
    <section className="restStrip" aria-label={t.title}>
      <ul>
        {warnings.slice(0, MOST_SHOWN).map((warning) => (
          <li key={warning.row.shiftId}>
            <RestLine warning={warning} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      {left > 0 ? <p>{t.more(left)}</p> : null}
    </section>
  );
}

function RestLine({
  warning,
  onSelect,
}: {
  warning: RestWarning;
  onSelect: RestStripProps['onSelect'];
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { row, kind, rest, lateCount } = warning;
  const time = durationText(warning.drivingSeconds, language);
  const sentences = [
    kind === 'over' || !rest ? t.over(time) : t.due(tableTime(rest.from), tableTime(rest.until), time),
    lateCount > 0 && t.late(lateCount),
    (kind === 'over' || lateCount > 0) && t.what,
  ].filter(Boolean);
  return (
    <button
      type="button"
      className={`restLine ${kind === 'over' ? 'restLine-over' : ''}`}
      onClick={() => onSelect(row)}
    >
      <strong>
        <span aria-hidden="true">{kind === 'over' ? '! ' : '☕ '}</span>
        {row.shift.vehicleName} {row.shift.driverName}
      </strong>
      <span className="restWords">{sentences.join(language === 'ja' ? '' : ' ')}</span>
    </button>
  );
}
