import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { DayExceptionInput, SeriesDateView, StandingWishInput } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { type ExceptionChange, otherTimes, toggleRide } from '../store/dayExceptions.ts';
import { AddDateField } from './AddDateField.tsx';
import { DateTimesDialog } from './DateTimesDialog.tsx';
import { SeriesDateRow } from './SeriesDateRow.tsx';
import { useSeriesDates } from './useSeriesDates.ts';

const texts = {
  title: { ja: 'これからの日', en: 'The next dates' },
  hint: {
    ja: '↑ ↓ で日を選び、下のキーでその日だけ変えます。',
    en: '↑ ↓ to choose a date; the keys below change that date only.',
  },
  incomplete: {
    ja: '内容がそろうと、乗る日がここに出ます。',
    en: 'The dates appear here once the form is complete.',
  },
  ended: {
    ja: 'この定期予約は終わっています。「また始める」を押すと、乗る日がここに出ます。',
    en: 'This standing order has ended. Press Resume to see its dates here.',
  },
  none: { ja: 'これから乗る日はありません。', en: 'No dates to come.' },
  skip: { ja: 'この日は休む', en: 'Not on this date' },
  take: { ja: 'この日も乗る', en: 'Ride on this date' },
  usual: { ja: 'ふだんどおりに戻す', en: 'As usual again' },
  times: { ja: 'この日だけ別の時刻', en: 'Other times' },
  more: { ja: 'もっと先を見る', en: 'Show later dates' },
};

const STEP = 10;
/** A little more than a year: whatever comes round comes round in it. */
const DAYS_AHEAD = 400;

interface SeriesDatesListProps {
  readonly personId: string;
  readonly orderId: string | null;
  /** Null while the form has problems. */
  readonly wish: StandingWishInput | null;
  readonly isEnded: boolean;
  readonly exceptions: readonly DayExceptionInput[];
  readonly from: string;
  /** The first day that can be changed. */
  readonly firstDay: string;
  readonly onExcept: (change: ExceptionChange) => Promise<void>;
}

/** The next dates of what is typed: ridden, or left out and why, and what was made of them already. */
export function SeriesDatesList(props: SeriesDatesListProps): ReactNode {
  const { personId, orderId, exceptions, from, onExcept, isEnded } = props;
  const wish = isEnded ? null : props.wish;
  const t = useWords(texts);
  const [most, setMost] = useState(STEP);
  const [markedDay, setMarkedDay] = useState<string | null>(null);
  const [isTiming, setTiming] = useState(false);
  const series = wish && { personId, orderId, wish, exceptions: [...exceptions], from, most };
  const { dates, fault } = useSeriesDates(series && { ...series, days: DAYS_AHEAD });

  const shown = wish ? (dates ?? []) : [];
  const index = Math.max(
    0,
    shown.findIndex(({ seriesDay }) => seriesDay === markedDay),
  );
  const marked = shown[index];
  const exception = exceptions.find(({ day }) => day === marked?.seriesDay);

  const isOpen = marked !== undefined && marked.seriesDay >= props.firstDay;

  async function toggle(date: SeriesDateView): Promise<void> {
    setMarkedDay(date.seriesDay);
    await onExcept(toggleRide(exceptions, date));
  }

  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const key = event.key.toUpperCase();
    if (step !== undefined) {
      event.preventDefault();
      const next = shown[Math.min(shown.length - 1, Math.max(0, index + step))];
      setMarkedDay(next?.seriesDay ?? null);
      document.getElementById(`date-${next?.seriesDay}`)?.scrollIntoView({ block: 'nearest' });
    } else if (isOpen && !event.ctrlKey && !event.altKey && !event.metaKey && (key === 'X' || key === 'T')) {
      event.preventDefault();
      if (key === 'X') void toggle(marked);
      else setTiming(true);
    }
  }

  return (
    <section className="seriesDates" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p className="fieldHint">{t.hint}</p>
      <FaultNotice fault={fault} />
      {wish ? null : <EmptyNote>{isEnded ? t.ended : t.incomplete}</EmptyNote>}
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
          <SeriesDateRow
            key={date.seriesDay}
            date={date}
            isMarked={date === marked}
            onMark={() => setMarkedDay(date.seriesDay)}
          />
        ))}
      </div>
      {isOpen ? (
        <div className="seriesActions">
          <WorkButton shortcut="X" onPress={() => toggle(marked)}>
            {marked.rides ? t.skip : t.take}
          </WorkButton>
          <WorkButton shortcut="T" onPress={() => setTiming(true)}>
            {t.times}
          </WorkButton>
          {exception ? (
            <WorkButton look="quiet" onPress={() => onExcept({ day: exception.day, kind: null })}>
              {t.usual}
            </WorkButton>
          ) : null}
        </div>
      ) : null}
      {wish && dates && dates.length >= most ? (
        <WorkButton look="quiet" onPress={() => setMost(most + STEP)}>
          {t.more}
        </WorkButton>
      ) : null}
      {wish ? (
        <AddDateField
          first={props.firstDay}
          onAdd={(day) => {
            setMarkedDay(day);
            return onExcept({ day, kind: 'ride' });
          }}
        />
      ) : null}
      {isTiming && marked && wish ? (
        <DateTimesDialog
          date={marked}
          onSet={async (outbound, homeward) => {
            setMarkedDay(marked.seriesDay);
            const change = otherTimes(exceptions, marked, wish, { outbound, homeward });
            if (change) await onExcept(change);
          }}
          onClose={() => setTiming(false)}
        />
      ) : null}
    </section>
  );
}
