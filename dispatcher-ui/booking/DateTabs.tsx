import type { ReactNode } from 'react';
import { dayText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { type AskedDate, type AskedStage, markedOffer } from '../store/callStage.ts';

const texts = {
  dates: { ja: 'ご希望の日', en: 'Dates' },
  home: { ja: '帰り', en: 'Way home' },
  asking: { ja: '探しています', en: 'searching' },
  unsent: { ja: '送信待ち', en: 'not sent' },
  stopped: { ja: '止めました', en: 'stopped' },
  refused: { ja: '× 空きなし', en: '× no room' },
  declined: { ja: '見送り', en: 'not taken' },
  kept: { ja: '送信待ち', en: 'not sent' },
  booked: { ja: '✓ 予約済', en: '✓ booked' },
  willCall: { ja: '連絡待ち', en: 'will call' },
  none: { ja: '選んでいません', en: 'none chosen' },
  keys: { ja: '← → で移る', en: '← → to move' },
};

/** Several dates in one call: what became of each; the arrow keys go from one to the next. */
export function DateTabs({ stage }: { stage: AskedStage }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { show, focus } = useCall();
  if (stage.dates.length < 2) return null;
  return (
    <nav className="dateTabs" aria-label={t.dates}>
      {stage.dates.map((date) => (
        <button
          key={date.id}
          type="button"
          className={`dateTab dateTab-${date.answer.kind}`}
          aria-current={date.id === stage.shownId ? 'true' : undefined}
          onClick={() => {
            show(date.id);
            focus.go('offers');
          }}
        >
          <span className="dateTabDay figures">
            {date.way === 'home' ? `${t.home} ` : ''}
            {dayText(date.day, language)}
          </span>
          <span className="dateTabState figures">{stateOf(date, t)}</span>
        </button>
      ))}
      <span className="dateTabsKeys">{t.keys}</span>
    </nav>
  );
}

function stateOf(date: AskedDate, t: Record<keyof typeof texts, string>): string {
  const { answer } = date;
  if (answer.kind !== 'told') return t[answer.kind];
  const offer = markedOffer(date);
  if (offer) return tableTime(offer.promisedPickup.earliest);
  if (answer.willCall) return t.willCall;
  return answer.refusal && answer.offers.length === 0 ? t.refused : t.none;
}
