import type { ReactNode } from 'react';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { addDays, dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';

const texts = {
  before: { ja: '前の日', en: 'Day before' },
  after: { ja: '次の日', en: 'Day after' },
  today: { ja: '今日', en: 'Today' },
};

/** Goes from day to day; today is named so. */
export function DaySwitch(): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { day, setDay } = useDesk();
  const today = useServerNow(10_000).day;
  return (
    <div className="daySwitch">
      <button
        type="button"
        className="dayStep"
        aria-label={t.before}
        onClick={() => setDay(addDays(day, -1))}
      >
        ‹
      </button>
      <h2 className="dayName" aria-live="polite">
        {day === today ? `${t.today} ` : ''}
        {dayText(day, language)}
      </h2>
      <button type="button" className="dayStep" aria-label={t.after} onClick={() => setDay(addDays(day, 1))}>
        ›
      </button>
      {day === today ? null : (
        <button type="button" className="button button-quiet" onClick={() => setDay(today)}>
          {t.today}
        </button>
      )}
    </div>
  );
}
