import type { KeyboardEvent, ReactNode } from 'react';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { isComposing } from '../../screen-kit/parts/isComposing.ts';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { addDays } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { BookingDraft } from '../store/bookingDraft.ts';
import { timesOf } from '../store/checkDraft.ts';
import { readWhen, type TimeKind, withoutKind } from '../store/readWhen.ts';
import { whenText } from './whenText.ts';

const texts = {
  when: { ja: 'いつ', en: 'When' },
  example: { ja: '10、1030、あす10時半、火・金10時', en: '10, 1030, tomorrow 10, fri 2pm' },
  days: { ja: '日にち', en: 'Day' },
  today: { ja: 'きょう', en: 'Today' },
  tomorrow: { ja: 'あす', en: 'Tomorrow' },
  dayAfter: { ja: 'あさって', en: 'In two days' },
  otherDay: { ja: 'ほかの日', en: 'Other day' },
  kind: { ja: 'どちらの時刻', en: 'Which time' },
  arriveBy: { ja: 'までに着く', en: 'Arrive by' },
  departAfter: { ja: 'より後に出る', en: 'Leave after' },
};

export interface WhenFieldProps {
  readonly draft: BookingDraft;
  readonly today: string;
  readonly onChange: (change: Partial<BookingDraft>) => void;
  readonly error: string | null;
  readonly inputRef: React.Ref<HTMLInputElement>;
}

/** Day and time in one field, as they are said; below it, how they were understood, to be read back. */
export function WhenField({ draft, today, onChange, error, inputRef }: WhenFieldProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const reading = readWhen(draft.whenText, today, draft.day);
  const times = timesOf(draft, today);
  const kind: TimeKind = typeof times === 'string' ? draft.timeKind : times.kind;
  const first = typeof times === 'string' ? undefined : times.moments[0];
  const day = first?.day ?? draft.day;

  /** The ticked day or kind must not be contradicted by words that stay in the field. */
  const onlyTime = (): Partial<BookingDraft> => (first ? { whenText: first.at } : {});
  const setDay = (next: string) =>
    onChange({
      day: next,
      timeKind: kind,
      ...(typeof reading !== 'string' && reading.hasDay ? onlyTime() : {}),
    });
  const setKind = (next: TimeKind) => onChange({ whenText: withoutKind(draft.whenText), timeKind: next });
  const days = [
    [today, t.today],
    [addDays(today, 1), t.tomorrow],
    [addDays(today, 2), t.dayAfter],
  ] as const;

  /** Up and down in the field change what the time is of; the words that say otherwise go. */
  function press(event: KeyboardEvent): void {
    const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (!isArrow || isComposing(event) || !(event.target as HTMLElement).closest('.whenTime')) return;
    event.preventDefault();
    setKind(kind === 'arriveBy' ? 'departAfter' : 'arriveBy');
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the arrow keys of the field inside it.
    <div className="whenField" onKeyDown={press}>
      <TextField
        label={t.when}
        placeholder={t.example}
        value={draft.whenText}
        onChange={(next) => onChange({ whenText: next })}
        error={error}
        inputRef={inputRef}
        className="whenTime"
      />
      <ChoiceField
        label={t.kind}
        isLabelHidden
        value={kind}
        choices={[
          { value: 'arriveBy', text: t.arriveBy },
          { value: 'departAfter', text: t.departAfter, shortcut: '↑↓' },
        ]}
        onChange={setKind}
        className="whenKind"
      />
      <p className="whenRead figures" aria-live="polite">
        {typeof times === 'string' ? '' : whenText(times, today, language)}
      </p>
      <fieldset className="whenDays">
        <legend className="visuallyHidden">{t.days}</legend>
        {days.map(([each, name]) => (
          <button
            key={each}
            type="button"
            className="whenDay"
            aria-pressed={each === day}
            onClick={() => setDay(each)}
          >
            {name}
          </button>
        ))}
        <input
          type="date"
          className="fieldInput whenDate"
          aria-label={t.otherDay}
          min={today}
          value={day}
          onChange={(event) => (event.target.value ? setDay(event.target.value) : undefined)}
        />
      </fieldset>
    </div>
  );
}
