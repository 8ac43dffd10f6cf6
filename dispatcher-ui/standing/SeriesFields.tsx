import { type ReactNode, useEffect, useRef } from 'react';
import { ChecksField, ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { CountField } from '../../screen-kit/parts/CountField.tsx';
import { FieldError, TextField } from '../../screen-kit/parts/TextField.tsx';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { PlaceField } from '../booking/PlaceField.tsx';
import { WEEKDAYS, weekdayTexts } from '../roads/weekdayTexts.ts';
import type { SeriesDraft, SeriesField, SeriesProblem } from '../store/seriesDraft.ts';
import { seriesProblemTexts } from './seriesProblemTexts.ts';

const texts = {
  from: { ja: 'どこから', en: 'From' },
  to: { ja: 'どこまで', en: 'To' },
  weekdays: { ja: '曜日', en: 'Weekdays' },
  everyWeeks: { ja: '何週ごと', en: 'Every' },
  weeks1: { ja: '毎週', en: 'Week' },
  weeks: { ja: (count: string) => `${count}週ごと`, en: (count: string) => `${count} weeks` },
  time: { ja: '時刻', en: 'Time' },
  kind: { ja: 'どちらの時刻', en: 'Which time' },
  arriveBy: { ja: 'までに着く', en: 'Arrive by' },
  departAfter: { ja: 'より後に出る', en: 'Leave after' },
  hasReturn: { ja: '帰り', en: 'Way home' },
  yes: { ja: 'あり', en: 'Yes' },
  no: { ja: 'なし', en: 'No' },
  returnTime: { ja: '帰りの時刻', en: 'Home after' },
  startDay: { ja: '始まりの日', en: 'First day' },
  endDay: { ja: '終わりの日（なければ空）', en: 'Last day (empty: none)' },
  pauseFrom: { ja: 'お休み いつから', en: 'Pause from' },
  pauseTo: { ja: 'お休み いつまで', en: 'Pause until' },
  holidays: { ja: '祝日は', en: 'On holidays' },
  skip: { ja: '休む', en: 'Skip' },
  ride: { ja: 'いつもどおり乗る', en: 'Ride as usual' },
  move: { ja: '別の曜日に移す', en: 'Move' },
  moveTo: { ja: '移す曜日', en: 'To which day' },
  companions: { ja: '付き添い', en: 'Companions' },
  note: { ja: '申し送り（乗務員に伝えること）', en: 'Note for the driver' },
};

/** Monday first, as weeks are counted. */
const DAYS = [1, 2, 3, 4, 5, 6, 0].map(String);

interface SeriesFieldsProps {
  readonly draft: SeriesDraft;
  readonly onChange: (part: Partial<SeriesDraft>) => void;
  readonly problems: Partial<Record<SeriesField, SeriesProblem>>;
  readonly fault: ApiFault | null;
}

/** The server's names of the fields. */
const FIELD_OF: Readonly<Record<string, SeriesField>> = {
  from: 'from',
  to: 'to',
  weekdays: 'weekdays',
  startDay: 'startDay',
  endDay: 'endDay',
  pauses: 'pause',
  moveToWeekday: 'moveTo',
  homeward: 'return',
};

/** One column from top to bottom: from, to, when, how long, what on holidays, who comes along. */
export function SeriesFields({ draft, onChange, problems, fault }: SeriesFieldsProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const day = useWords(weekdayTexts);
  const words = useWords(seriesProblemTexts);
  const fromRef = useRef<HTMLInputElement>(null);
  const toRef = useRef<HTMLInputElement>(null);
  const daysRef = useRef<HTMLDivElement>(null);
  const dayChoices = DAYS.map((value) => ({ value, text: day[WEEKDAYS[Number(value)]!] }));

  useEffect(() => fromRef.current?.focus(), []);

  function errorOf(field: SeriesField): string | null {
    const problem = problems[field];
    if (problem) return words[problem];
    const wrong = fault?.field ? FIELD_OF[fault.field.split('.').at(-1)!] : undefined;
    return fault && wrong === field ? fault.sentence[language] + fault.action[language] : null;
  }

  return (
    <>
      <PlaceField
        label={t.from}
        text={draft.fromText}
        place={draft.from}
        onText={(fromText) => onChange({ fromText })}
        onChoose={(from) => {
          onChange({ from });
          if (from) toRef.current?.focus();
        }}
        error={errorOf('from')}
        inputRef={fromRef}
        hasHome={draft.to?.kind !== 'home'}
        usual={[]}
      />
      <PlaceField
        label={t.to}
        text={draft.toText}
        place={draft.to}
        onText={(toText) => onChange({ toText })}
        onChoose={(to) => {
          onChange({ to });
          if (to) daysRef.current?.querySelector('input')?.focus();
        }}
        error={errorOf('to')}
        inputRef={toRef}
        hasHome={draft.from?.kind !== 'home'}
        usual={[]}
      />
      <div ref={daysRef}>
        <ChecksField
          label={t.weekdays}
          values={draft.weekdays}
          choices={dayChoices}
          onChange={(weekdays) => onChange({ weekdays })}
        />
        <FieldError text={errorOf('weekdays')} />
      </div>
      <ChoiceField
        label={t.everyWeeks}
        value={draft.everyWeeks}
        choices={['1', '2', '3', '4'].map((value) => ({
          value,
          text: value === '1' ? t.weeks1 : t.weeks(value),
        }))}
        onChange={(everyWeeks) => onChange({ everyWeeks })}
      />
      <div className="seriesRow">
        <TextField
          label={t.time}
          placeholder="10、930"
          value={draft.timeText}
          onChange={(timeText) => onChange({ timeText })}
          error={errorOf('time')}
        />
        <ChoiceField
          label={t.kind}
          value={draft.timeKind}
          choices={[
            { value: 'arriveBy', text: t.arriveBy },
            { value: 'departAfter', text: t.departAfter },
          ]}
          onChange={(timeKind) => onChange({ timeKind })}
        />
      </div>
      <div className="seriesRow">
        <ChoiceField
          label={t.hasReturn}
          value={draft.hasReturn}
          choices={[
            { value: 'yes', text: t.yes },
            { value: 'no', text: t.no },
          ]}
          onChange={(hasReturn) => onChange({ hasReturn })}
        />
        {draft.hasReturn === 'yes' ? (
          <TextField
            label={t.returnTime}
            placeholder="12、1330"
            value={draft.returnText}
            onChange={(returnText) => onChange({ returnText })}
            error={errorOf('return')}
          />
        ) : null}
      </div>
      <div className="seriesRow">
        <TextField
          label={t.startDay}
          type="date"
          value={draft.startDay}
          onChange={(startDay) => onChange({ startDay })}
          error={errorOf('startDay')}
        />
        <TextField
          label={t.endDay}
          type="date"
          value={draft.endDay}
          onChange={(endDay) => onChange({ endDay })}
          error={errorOf('endDay')}
        />
      </div>
      <ChoiceField
        label={t.holidays}
        value={draft.holidayRule}
        choices={[
          { value: 'skip', text: t.skip },
          { value: 'ride', text: t.ride },
          { value: 'move', text: t.move },
        ]}
        onChange={(holidayRule) => onChange({ holidayRule })}
      />
      {draft.holidayRule === 'move' ? (
        <ChoiceField
          label={t.moveTo}
          value={draft.moveTo}
          choices={dayChoices}
          onChange={(moveTo) => onChange({ moveTo })}
          error={errorOf('moveTo')}
        />
      ) : null}
      <div className="seriesRow">
        <TextField
          label={t.pauseFrom}
          type="date"
          value={draft.pauseFrom}
          onChange={(pauseFrom) => onChange({ pauseFrom })}
          error={errorOf('pause')}
        />
        <TextField
          label={t.pauseTo}
          type="date"
          value={draft.pauseTo}
          onChange={(pauseTo) => onChange({ pauseTo })}
        />
      </div>
      <div className="seriesRow">
        <CountField
          label={t.companions}
          value={draft.companions}
          most={7}
          onChange={(companions) => onChange({ companions })}
        />
        <TextField
          label={t.note}
          value={draft.note}
          maxLength={500}
          onChange={(note) => onChange({ note })}
        />
      </div>
    </>
  );
}
