import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { WaitlistEntryView } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { dayText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { momentText } from '../callbacks/momentText.ts';
import { useQueue } from '../callbacks/useQueue.ts';
import './waitlist.css';

const texts = {
  title: { ja: '空き待ち', en: 'Waitlist' },
  how: {
    ja: '席が空くと、すぐに探し直します。見つかったら15分お取りして、折り返し電話に出ます。',
    en: 'When a place becomes free we look again at once, hold it for 15 minutes and add a call to make.',
  },
  empty: {
    ja: '待っているお客様はいません。お断りのときに L を押すと、ここに入ります。',
    en: 'Nobody waits. Press L at a refusal to add one.',
  },
  list: { ja: '待っているお客様', en: 'Riders who wait' },
  waiting: { ja: '待っています', en: 'Waiting' },
  held: { ja: (time: string) => `席あり（${time} まで）`, en: (time: string) => `Held until ${time}` },
  arriveBy: { ja: (time: string) => `${time} までに着く`, en: (time: string) => `arrive by ${time}` },
  departAfter: { ja: (time: string) => `${time} より後`, en: (time: string) => `after ${time}` },
  tries: { ja: (count: number) => `探した ${count}回`, en: (count: number) => `Searched ${count} times.` },
  toCall: {
    ja: '折り返し電話に出ています。お返事をうかがってください。',
    en: 'Among the calls to make: ask for the answer.',
  },
  withdraw: { ja: '待つのをやめる', en: 'Stop waiting' },
  sure: { ja: 'もう一度押すと、やめます', en: 'Press again to stop' },
};

/** Refused requests: first those with a place held for a quarter of an hour, then those that wait, oldest first. */
export default function WaitlistRoom(): ReactNode {
  const t = useWords(texts);
  const { api } = useScreen();
  const queue = useQueue(api.waitlist);
  const list = useRef<HTMLUListElement>(null);
  const entries = heldFirst(queue.answer?.entries ?? []);
  const isLoaded = queue.answer !== null;

  useLayoutEffect(() => {
    if (isLoaded) list.current?.querySelector<HTMLElement>('button')?.focus();
  }, [isLoaded]);

  function move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const index = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, index + step))]?.focus();
  }

  return (
    <div className="waitlistRoom">
      <h2>{t.title}</h2>
      <p>{t.how}</p>
      {queue.fault ? <FaultNotice fault={queue.fault} onRetry={queue.refresh} /> : null}
      {!isLoaded && !queue.fault ? <LoadingNote /> : null}
      {isLoaded && entries.length === 0 ? <EmptyNote>{t.empty}</EmptyNote> : null}
      <ul ref={list} aria-label={t.list} onKeyDown={move}>
        {entries.map((entry) => (
          <WaitRow
            key={entry.id}
            entry={entry}
            onWithdraw={() => queue.act(() => api.withdrawWaiting(entry.id))}
          />
        ))}
      </ul>
    </div>
  );
}

function heldFirst(entries: readonly WaitlistEntryView[]): readonly WaitlistEntryView[] {
  const isHeld = ({ heldUntil }: WaitlistEntryView) => heldUntil !== null;
  return [...entries.filter(isHeld), ...entries.filter((entry) => !isHeld(entry))];
}

interface WaitRowProps {
  readonly entry: WaitlistEntryView;
  readonly onWithdraw: () => Promise<unknown>;
}

function WaitRow({ entry, onWithdraw }: WaitRowProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { clock } = useScreen();
  const [isAsked, setAsked] = useState(false);
  const time = tableTime(entry.requested.second);
  return (
    <li className="waitRow" onBlur={() => setAsked(false)}>
      <span className={entry.state === 'held' ? 'waitHeld' : ''}>
        {entry.heldUntil ? `● ${t.held(momentText(entry.heldUntil, clock.now(), language))}` : t.waiting}
      </span>
      <span className="waitName">{entry.riderName}</span>
      <span className="figures">{entry.phone}</span>
      <span className="figures">
        {dayText(entry.day, language)} {t[entry.requested.kind](time)}
      </span>
      <span>
        {placeText(entry.from, language)} → {placeText(entry.to, language)}
      </span>
      <span className="waitWhy">
        {entry.heldUntil
          ? withKey(t.toCall)
          : `${entry.reason[language]} ${entry.tries > 0 ? t.tries(entry.tries) : ''}`}
      </span>
      <WorkButton
        look={isAsked ? 'danger' : 'plain'}
        label={`${isAsked ? t.sure : t.withdraw} ${entry.riderName}`}
        onPress={async () => {
          if (isAsked) await onWithdraw();
          else setAsked(true);
        }}
      >
        {isAsked ? t.sure : t.withdraw}
      </WorkButton>
    </li>
  );
}

/** A sentence, and the key of the room it leads to. */
function withKey(sentence: string): ReactNode {
  return (
    <>
      {sentence} <span className="key">⇧F2</span>
    </>
  );
}
