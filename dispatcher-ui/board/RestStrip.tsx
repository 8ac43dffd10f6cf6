import { type ReactNode, useState } from 'react';
import { durationText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { BoardRow } from '../store/boardRows.ts';
import type { RestWarning, WheelWarning } from '../store/restWarnings.ts';
import { CallLink } from './CallLink.tsx';
import { UnrestedLine } from './UnrestedLine.tsx';
import './strip.css';
import './rest.css';

const texts = {
  over: {
    ja: (time: string) =>
      `このままでは、休憩が合わせて30分になる前に、運転が${time}になります。4時間までです。`,
    en: (time: string) =>
      `As planned, ${time} at the wheel before 30 minutes of rest are taken. Four hours are the most.`,
  },
  reached: {
    ja: (at: string) => `${at}に4時間になります。`,
    en: (at: string) => `They are over at ${at}.`,
  },
  passed: {
    ja: (at: string) => `${at}に4時間を過ぎました。`,
    en: (at: string) => `They were over at ${at}.`,
  },
  next: {
    ja: (from: string) => `次の休憩は${from}からの予定です。`,
    en: (from: string) => `The next rest is planned for ${from}.`,
  },
  call: {
    ja: 'どこかで休めるか、運転手に確かめてください。',
    en: 'Ask the driver where they can rest.',
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
    ja: (count: number) => `ほかの${count}便も見る`,
    en: (count: number) => `Show ${count} more`,
  },
  fewer: { ja: 'はじめの2便だけにする', en: 'Show the first two only' },
};

/** More would push the board off the screen, and are shown when asked for. */
const MOST_SHOWN = 2;

export interface RestStripProps {
  readonly title: string;
  readonly warnings: readonly RestWarning[];
  readonly nowSecond: number;
  readonly onSelect: (row: BoardRow) => void;
}

/** Says in time which drivers come near their hours at the wheel or begin before they are rested, and what can be done. */
export function RestStrip({ title, warnings, nowSecond, onSelect }: RestStripProps): ReactNode {
  const t = useWords(texts);
  const [isAllAsked, setAllAsked] = useState(false);
  const left = warnings.length - MOST_SHOWN;
  return (
    <section className="boardStrip restStrip" aria-label={title}>
      <ul>
        {(isAllAsked ? warnings : warnings.slice(0, MOST_SHOWN)).map((warning) => (
          <li key={warning.row.shiftId}>
            {warning.kind === 'unrested' ? (
              <UnrestedLine warning={warning} onSelect={onSelect} />
            ) : (
              <RestLine warning={warning} nowSecond={nowSecond} onSelect={onSelect} />
            )}
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <button
          type="button"
          className="stripPick restMore"
          aria-expanded={isAllAsked}
          onClick={() => setAllAsked(!isAllAsked)}
        >
          {isAllAsked ? t.fewer : t.more(left)}
        </button>
      ) : null}
    </section>
  );
}

function RestLine({
  warning,
  nowSecond,
  onSelect,
}: {
  warning: WheelWarning;
  nowSecond: number;
  onSelect: RestStripProps['onSelect'];
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { row, kind, rest, lateCount, limitReachedAt } = warning;
  const time = durationText(warning.drivingSeconds, language);
  const isOver = kind === 'over' || !rest;
  const sentences = [
    ...(isOver
      ? [
          t.over(time),
          limitReachedAt !== null &&
            t[limitReachedAt > nowSecond ? 'reached' : 'passed'](tableTime(limitReachedAt)),
          rest && t.next(tableTime(rest.from)),
          t.call,
        ]
      : [t.due(tableTime(rest.from), tableTime(rest.until), time)]),
    lateCount > 0 && t.late(lateCount),
    (isOver || lateCount > 0) && t.what,
  ].filter(Boolean);
  return (
    <div className="stripLine restItem">
      <button
        type="button"
        className={`stripPick restLine ${kind === 'over' ? 'restLine-over' : ''}`}
        onClick={() => onSelect(row)}
      >
        <strong>
          <span aria-hidden="true">{kind === 'over' ? '! ' : '☕ '}</span>
          {row.shift.vehicleName} {row.shift.driverName}
        </strong>
        <span>{sentences.join(language === 'ja' ? '' : ' ')}</span>
      </button>
      {isOver ? <CallLink telephone={row.shift.telephone} /> : null}
    </div>
  );
}
