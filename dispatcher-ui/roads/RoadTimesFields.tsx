import type { ReactNode } from 'react';
import { ChecksField, ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { readTime } from '../store/readTime.ts';
import {
  ROAD_WHENS,
  type RoadTimeField,
  type RoadTimesDraft,
  readHour,
  readMonthDay,
} from '../store/roadTimesDraft.ts';
import { WEEKDAYS, type Weekday, weekdayTexts } from './weekdayTexts.ts';

const texts = {
  when: { ja: 'いつ', en: 'When' },
  span: { ja: '日時を決める', en: 'Between two times' },
  yearly: { ja: '毎年', en: 'Every year' },
  fromDay: { ja: '始まりの日', en: 'First day' },
  fromTime: { ja: '時刻（なければ0時）', en: 'Time (empty: midnight)' },
  toDay: { ja: '終わりの日（なければ当分）', en: 'Last day (empty: until further notice)' },
  toTime: { ja: '時刻（なければその日いっぱい）', en: 'Time (empty: end of that day)' },
  yearlyFrom: { ja: '最初の日 例 12/1', en: 'First day, as 12/1' },
  yearlyTo: { ja: '最後の日 例 3/31', en: 'Last day, as 3/31' },
  daily: { ja: '一日のうち', en: 'Hours' },
  allDay: { ja: '一日じゅう', en: 'All day' },
  hours: { ja: '時間を決める', en: 'Certain hours' },
  hoursFrom: { ja: '何時から', en: 'From' },
  hoursTo: { ja: '何時まで', en: 'To' },
  weekdays: { ja: '曜日（なければ毎日）', en: 'Days (none: every day)' },
};

export interface RoadTimesFieldsProps {
  readonly draft: RoadTimesDraft;
  readonly onChange: (part: Partial<RoadTimesDraft>) => void;
  readonly errorOf: (field: RoadTimeField) => string | null;
  /** What it is called when neither dates nor years bound it. */
  readonly nowText: string;
}

type PartProps = Omit<RoadTimesFieldsProps, 'nowText'>;

/** From when to when, in which part of the year, at which hours. */
export function RoadTimesFields({ draft, onChange, errorOf, nowText }: RoadTimesFieldsProps): ReactNode {
  const t = useWords(texts);
  // Told beside the first of two that cannot be read.
  const isFromDayRead = readMonthDay(draft.yearlyFrom) !== null;
  return (
    <>
      <ChoiceField
        label={t.when}
        value={draft.when}
        choices={ROAD_WHENS.map((value) => ({ value, text: value === 'now' ? nowText : t[value] }))}
        onChange={(when) => onChange({ when })}
      />
      {draft.when === 'span' ? <SpanFields draft={draft} onChange={onChange} errorOf={errorOf} /> : null}
      {draft.when === 'yearly' ? (
        <div className="roadPair">
          <TextField
            label={t.yearlyFrom}
            value={draft.yearlyFrom}
            onChange={(yearlyFrom) => onChange({ yearlyFrom })}
            error={isFromDayRead ? null : errorOf('yearly')}
          />
          <TextField
            label={t.yearlyTo}
            value={draft.yearlyTo}
            onChange={(yearlyTo) => onChange({ yearlyTo })}
            error={isFromDayRead ? errorOf('yearly') : null}
          />
        </div>
      ) : null}
      <ChoiceField
        label={t.daily}
        value={draft.hasHours ? 'hours' : 'allDay'}
        choices={[
          { value: 'allDay', text: t.allDay },
          { value: 'hours', text: t.hours },
        ]}
        onChange={(choice) => onChange({ hasHours: choice === 'hours' })}
      />
      {draft.hasHours ? <HourFields draft={draft} onChange={onChange} errorOf={errorOf} /> : null}
    </>
  );
}

function SpanFields({ draft, onChange, errorOf }: PartProps): ReactNode {
  const t = useWords(texts);
  const isRead = (day: string, time: string) => day === '' || time.trim() === '' || readTime(time) !== null;
  const isFromTimeRead = isRead(draft.fromDay, draft.fromTime);
  const isToTimeRead = isRead(draft.toDay, draft.toTime);
  return (
    <>
      <div className="roadPair">
        <TextField
          label={t.fromDay}
          type="date"
          value={draft.fromDay}
          onChange={(fromDay) => onChange({ fromDay })}
          error={isFromTimeRead ? errorOf('from') : null}
        />
        <TextField
          label={t.fromTime}
          value={draft.fromTime}
          onChange={(fromTime) => onChange({ fromTime })}
          error={isFromTimeRead ? null : errorOf('from')}
        />
      </div>
      <div className="roadPair">
        <TextField
          label={t.toDay}
          type="date"
          min={draft.fromDay}
          value={draft.toDay}
          onChange={(toDay) => onChange({ toDay })}
          error={isToTimeRead ? errorOf('to') : null}
        />
        <TextField
          label={t.toTime}
          value={draft.toTime}
          onChange={(toTime) => onChange({ toTime })}
          error={isToTimeRead ? null : errorOf('to')}
        />
      </div>
    </>
  );
}

function HourFields({ draft, onChange, errorOf }: PartProps): ReactNode {
  const t = useWords(texts);
  const isFromRead = readHour(draft.hoursFrom) !== null;
  const weekdayWords = useWords(weekdayTexts);
  return (
    <>
      <div className="roadPair">
        <TextField
          label={t.hoursFrom}
          value={draft.hoursFrom}
          onChange={(hoursFrom) => onChange({ hoursFrom })}
          error={isFromRead ? null : errorOf('hours')}
        />
        <TextField
          label={t.hoursTo}
          value={draft.hoursTo}
          onChange={(hoursTo) => onChange({ hoursTo })}
          error={isFromRead ? errorOf('hours') : null}
        />
      </div>
      <ChecksField<Weekday>
        label={t.weekdays}
        values={draft.weekdays.map((day) => WEEKDAYS[day]!)}
        choices={WEEKDAYS.map((value) => ({ value, text: weekdayWords[value] }))}
        onChange={(days) => onChange({ weekdays: days.map((day) => WEEKDAYS.indexOf(day)) })}
      />
    </>
  );
}
