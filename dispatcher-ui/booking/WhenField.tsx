import type { ReactNode } from 'react';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { addDays, dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { BookingDraft } from '../store/bookingDraft.ts';
import { readTime } from '../store/readTime.ts';

const texts = {
  day: { ja: 'いつ', en: 'Day' },
  today: { ja: 'きょう', en: 'Today' },
  tomorrow: { ja: 'あす', en: 'Tomorrow' },
  dayAfter: { ja: 'あさって', en: 'In two days' },
  otherDay: { ja: 'ほかの日', en: 'Other day' },
  date: { ja: '日にち', en: 'Date' },
  kind: { ja: 'どちらの時刻', en: 'Which time' },
  arriveBy: { ja: 'までに着く', en: 'Arrive by' },
  departAfter: { ja: 'より後に出る', en: 'Depart after' },
  time: { ja: '時刻', en: 'Time' },
  timeHint: { ja: '10、930', en: '10, 930' },
};

type DayChoice = 'today' | 'tomorrow' | 'dayAfter' | 'other';

export interface WhenFieldProps {
  readonly draft: Pick<BookingDraft, 'day' | 'timeKind' | 'timeText'>;
  readonly onChange: (change: Partial<BookingDraft>) => void;
  readonly dayError: string | null;
  readonly timeError: string | null;
  readonly timeRef: React.Ref<HTMLInputElement>;
}

/** Which day, which time, and whether it is the time of arriving or of leaving. */
export function WhenField(props: WhenFieldProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const today = useServerNow(10_000).day;
  const { day, timeKind, timeText } = props.draft;
  const days: Readonly<Record<Exclude<DayChoice, 'other'>, string>> = {
    today,
    tomorrow: addDays(today, 1),
    dayAfter: addDays(today, 2),
  };
  const near = (['today', 'tomorrow', 'dayAfter'] as const).find((each) => days[each] === day);
  const read = readTime(timeText);
  return (
    <div className="whenField">
      <ChoiceField<DayChoice>
        label={t.day}
        value={near ?? 'other'}
        choices={[
          { value: 'today', text: t.today },
          { value: 'tomorrow', text: t.tomorrow },
          { value: 'dayAfter', text: t.dayAfter },
          { value: 'other', text: t.otherDay },
        ]}
        onChange={(choice) => props.onChange({ day: choice === 'other' ? addDays(today, 3) : days[choice] })}
        error={near ? props.dayError : null}
        className="whenDay"
      />
      {near ? null : (
        <TextField
          label={t.date}
          type="date"
          min={today}
          value={day}
          onChange={(next) => props.onChange({ day: next })}
          error={props.dayError}
          className="whenDate"
        />
      )}
      <div className="whenTimeRow">
        <TextField
          label={t.time}
          placeholder={t.timeHint}
          value={timeText}
          onChange={(next) => props.onChange({ timeText: next })}
          error={props.timeError}
          inputRef={props.timeRef}
          className="whenTime"
        />
        <ChoiceField
          label={t.kind}
          isLabelHidden
          value={timeKind}
          choices={[
            { value: 'arriveBy', text: t.arriveBy },
            { value: 'departAfter', text: t.departAfter },
          ]}
          onChange={(next) => props.onChange({ timeKind: next })}
        />
        <p className="whenRead figures" aria-live="polite">
          {read && /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${dayText(day, language)} ${read}` : ''}
        </p>
      </div>
    </div>
  );
}
