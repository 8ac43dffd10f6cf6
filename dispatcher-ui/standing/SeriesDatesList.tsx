import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import type { DayExceptionInput, SeriesDateView, StandingWishInput } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';

const texts = {
  title: { ja: 'これからの日', en: 'The next dates' },
  hint: {
    ja: '↑ ↓ で選び、X でこの日だけ休む・乗る',
    en: '↑ ↓ to choose, X to leave out or take in this date',
  },
  incomplete: {
    ja: '内容がそろうと、乗る日がここに出ます。',
    en: 'The dates appear here once the form is complete.',
  },
  none: { ja: 'この間に乗る日はありません。', en: 'No dates in this stretch.' },
  rides: { ja: '乗る', en: 'Rides' },
  off: { ja: '休み', en: 'Off' },
  exception: { ja: 'この日だけ', en: 'this date only' },
  toggle: { ja: 'この日だけ変える', en: 'Change this date' },
  more: { ja: 'もっと先を見る', en: 'Show later dates' },
};

const STEP_DAYS = 60;
const MOST_DAYS = 360;
/** What is typed is settled before the server is asked. */
const PAUSE_MS = 250;

interface SeriesDatesListProps {
  readonly personId: string;
  /** Null while the form has problems. */
  readonly wish: StandingWishInput | null;
  readonly exceptions: readonly DayExceptionInput[];
  readonly from: string;
  readonly onToggle: (date: SeriesDateView) => Promise<void>;
}

/** The next dates of what is typed: ridden, or left out and why. */
export function SeriesDatesList(props: SeriesDatesListProps): ReactNode {
  const { personId, wish, exceptions, from, onToggle } = props;
  const t = useWords(texts);
  const language = useLanguage();
  const { api, onFault } = useScreen();
  const [days, setDays] = useState(STEP_DAYS);
  const [dates, setDates] = useState<readonly SeriesDateView[] | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const [markedDay, setMarkedDay] = useState<string | null>(null);
  const question = wish && JSON.stringify({ personId, wish, exceptions, from, days });

  useEffect(() => {
    if (question === null) return;
    const asked = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setDates((await api.previewSeries(JSON.parse(question), asked.signal)).dates);
        setFault(null);
      } catch (cause) {
        if (asked.signal.aborted) return;
        setFault(asFault(cause));
        onFault(cause);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [question, api, onFault]);

  const shown = wish ? (dates ?? []) : [];
  const index = Math.max(
    0,
    shown.findIndex(({ seriesDay }) => seriesDay === markedDay),
  );
  const marked = shown[index];

  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = shown[Math.min(shown.length - 1, Math.max(0, index + step))];
      setMarkedDay(next?.seriesDay ?? null);
      document.getElementById(`date-${next?.seriesDay}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key.toUpperCase() === 'X' && marked) {
      event.preventDefault();
      setMarkedDay(marked.seriesDay);
      void onToggle(marked);
    }
  }

  return (
    <section className="seriesDates" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p className="fieldHint">{t.hint}</p>
      <FaultNotice fault={fault} />
      {wish ? null : <EmptyNote>{t.incomplete}</EmptyNote>}
      {wish && dates === null && !fault ? <LoadingNote /> : null}
      {wish && dates?.length === 0 ? <EmptyNote>{t.none}</EmptyNote> : null}
      <div
        className="dateRows"
        role="listbox"
        tabIndex={0}
        aria-label={t.title}
        aria-activedescendant={marked ? `date-${marked.seriesDay}` : undefined}
        hidden={shown.length === 0}
        onKeyDown={press}
      >
        {shown.map((date) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it takes the keys for all rows.
          // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the row by its id.
          <div
            key={date.seriesDay}
            id={`date-${date.seriesDay}`}
            role="option"
            className={`dateRow ${date.rides ? '' : 'dateRow-off'}`}
            aria-selected={date === marked}
            onClick={() => setMarkedDay(date.seriesDay)}
          >
            <span className="dateMark">{date.rides ? `● ${t.rides}` : `― ${t.off}`}</span>
            <span className="dateDay figures">{dayText(date.day, language)}</span>
            <span className="dateTimes figures">
              {date.rides ? [date.outbound.at, date.homeward?.at].filter(Boolean).join('・') : ''}
            </span>
            <span className="dateWhy">
              {date.reasonText?.[language] ?? ''}
              {date.isException ? ` ${t.exception}` : ''}
            </span>
          </div>
        ))}
      </div>
      <div className="seriesActions">
        {marked ? (
          <WorkButton shortcut="X" onPress={() => onToggle(marked)}>
            {t.toggle}
          </WorkButton>
        ) : null}
        {wish && days < MOST_DAYS ? (
          <WorkButton look="quiet" onPress={() => setDays(days + STEP_DAYS)}>
            {t.more}
          </WorkButton>
        ) : null}
      </div>
    </section>
  );
}
