import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { checkPause, type PauseDraft } from '../store/seriesDraft.ts';
import { seriesProblemTexts } from './seriesProblemTexts.ts';
import { seriesTexts } from './seriesTexts.ts';

const texts = {
  none: { ja: '入院や旅行のあいだは、乗らない日にできます。', en: 'For a stay in hospital or a journey.' },
  from: { ja: 'いつから', en: 'From' },
  to: { ja: 'いつまで', en: 'Until' },
  add: { ja: 'お休みを足す', en: 'Add a pause' },
  remove: { ja: '消す', en: 'Remove' },
  removeOne: {
    ja: (count: number) => `${count}番目のお休みを消す`,
    en: (count: number) => `Remove pause ${count}`,
  },
};

/** So many a series can have. */
const MOST_PAUSES = 20;

interface PausesFieldProps {
  readonly pauses: readonly PauseDraft[];
  readonly onChange: (pauses: readonly PauseDraft[]) => void;
  /** Are problems shown already? */
  readonly isTried: boolean;
  readonly fault: string | null;
}

/** Stretches without rides, one row each, both days included. */
export function PausesField({ pauses, onChange, isTried, fault }: PausesFieldProps): ReactNode {
  const t = useWords(texts);
  const series = useWords(seriesTexts);
  const words = useWords(seriesProblemTexts);
  const group = useRef<HTMLFieldSetElement>(null);
  const landing = useRef<'row' | 'add' | null>(null);

  // The caret goes into a row that was added, and to the button beside one that was taken away.
  useLayoutEffect(() => {
    const part = landing.current === 'row' ? '.pauseRow:last-child input' : '.pauseAdd';
    if (landing.current) group.current?.querySelector<HTMLElement>(part)?.focus();
    landing.current = null;
  });

  function set(index: number, part: Partial<PauseDraft>): void {
    onChange(pauses.map((pause, i) => (i === index ? { ...pause, ...part } : pause)));
  }

  return (
    <fieldset ref={group} className="field pausesField">
      <legend className="fieldLabel">{series.pauses}</legend>
      {pauses.length === 0 ? <p className="fieldHint">{t.none}</p> : null}
      <ul className="pauseRows">
        {pauses.map((pause, index) => {
          const problem = isTried ? checkPause(pause) : null;
          const last = pause.from || undefined;
          return (
            <li key={index} className="pauseRow">
              <TextField
                label={t.from}
                type="date"
                value={pause.from}
                onChange={(from) => set(index, { from })}
                error={problem === 'dayMissing' && pause.from === '' ? words.dayMissing : null}
              />
              <TextField
                label={t.to}
                type="date"
                value={pause.to}
                {...(last ? { min: last } : {})}
                onChange={(to) => set(index, { to })}
                error={problem && (problem !== 'dayMissing' || pause.to === '') ? words[problem] : null}
              />
              <WorkButton
                look="quiet"
                label={t.removeOne(index + 1)}
                onPress={() => {
                  landing.current = 'add';
                  onChange(pauses.filter((_, i) => i !== index));
                }}
              >
                {t.remove}
              </WorkButton>
            </li>
          );
        })}
      </ul>
      {fault ? <p className="fieldError">▲ {fault}</p> : null}
      {pauses.length < MOST_PAUSES ? (
        <WorkButton
          className="pauseAdd"
          onPress={() => {
            landing.current = 'row';
            onChange([...pauses, { from: '', to: '' }]);
          }}
        >
          {t.add}
        </WorkButton>
      ) : null}
    </fieldset>
  );
}
