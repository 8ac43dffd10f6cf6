import type { ReactNode } from 'react';
import type { CallGroupView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { dayText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { momentText } from './momentText.ts';

const texts = {
  due: { ja: '今', en: 'Now' },
  from: { ja: (time: string) => `${time}から`, en: (time: string) => `from ${time}` },
  taken: { ja: (who: string) => `${who}が電話中`, en: (who: string) => `${who} is ringing` },
  mine: { ja: '電話中', en: 'Ringing' },
  tries: { ja: (count: number) => `つながらず ${count}回`, en: (count: number) => `${count} × not reached` },
  more: { ja: (count: number) => `ほか${count}件`, en: (count: number) => `${count} more` },
};

interface CallRowProps {
  readonly group: CallGroupView;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A household in the queue: who, why, until when, and who has the telephone. */
export function CallRow({ group, isChosen, onChoose }: CallRowProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const call = group.calls[0]!;
  const { clock } = useScreen();
  const pickup = call.pickupSecond === null ? '' : tableTime(call.pickupSecond);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys for all rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the row by its id.
    <div
      id={`calls-${group.householdId}`}
      role="option"
      className="callRow"
      aria-selected={isChosen}
      onClick={onChoose}
    >
      <span className={`callWhen figures ${group.isDue ? 'callDue' : ''}`}>
        {group.isDue ? `▲ ${t.due}` : t.from(momentText(call.ringFrom, clock.now(), language))}
      </span>
      <span className="callName">{call.person.name}</span>
      <span className="callReason">{call.reasonText[language]}</span>
      <span className="callRide figures">
        {dayText(call.day, language)} {pickup}
      </span>
      <span className="callSide">
        {group.claim ? (group.claim.isMine ? t.mine : t.taken(group.claim.displayName)) : ''}
        {call.unansweredTries > 0 ? ` ${t.tries(call.unansweredTries)}` : ''}
        {group.calls.length > 1 ? ` ${t.more(group.calls.length - 1)}` : ''}
      </span>
    </div>
  );
}
