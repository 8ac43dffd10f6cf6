import { type ReactNode, useId } from 'react';
import type { NeedName } from '../../backend/contract/index.ts';
import { ChecksField } from '../../screen-kit/parts/ChoiceField.tsx';
import { CountField } from '../../screen-kit/parts/CountField.tsx';
import { FieldError, TextField } from '../../screen-kit/parts/TextField.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import type { BookingDraft } from '../store/bookingDraft.ts';
import { needTexts } from './needTexts.ts';

/** Who comes along, and what is needed, in words. */
export const partyTexts = {
  party: { ja: '何人', en: 'Party' },
  companions: { ja: '付き添い', en: 'Companions' },
  attendants: { ja: '介助', en: 'Attendants' },
  children: { ja: '6歳未満', en: 'Under six' },
  luggage: { ja: '大きな荷物', en: 'Large luggage' },
  open: { ja: '車いす・荷物・申し送り', en: 'Needs, luggage, note' },
  needs: { ja: '要るもの', en: 'Needs' },
  usualNeeds: { ja: (needs: string) => `いつも: ${needs}`, en: (needs: string) => `Always: ${needs}` },
  note: { ja: '申し送り', en: 'Note' },
  noteHint: { ja: '乗務員に伝えること', en: 'For the driver' },
};

const NEEDS = Object.keys(needTexts) as NeedName[];

/** What the field asks for. */
type PartyDraft = Pick<BookingDraft, 'companions' | 'attendants' | 'children' | 'luggage' | 'needs' | 'note'>;

export interface PartyFieldProps {
  readonly draft: PartyDraft;
  /** What the rider always needs; not asked again. */
  readonly usualNeeds: readonly NeedName[];
  readonly onChange: (change: Partial<PartyDraft>) => void;
  readonly error: string | null;
  readonly noteError: string | null;
  /** Are needs and note unfolded? */
  readonly isOpen: boolean;
  readonly partyRef?: React.Ref<HTMLInputElement>;
}

/** Who comes along; what is needed and what the driver is told folds out (F6) or stands open where something is said. */
export function PartyField({
  draft,
  usualNeeds,
  onChange,
  error,
  noteError,
  isOpen,
  partyRef,
}: PartyFieldProps): ReactNode {
  const t = useWords(partyTexts);
  const need = useWords(needTexts);
  const id = useId();
  const always = usualNeeds.map((each) => need[each]).join('・');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a column of its own.
    <div className="partyField" role="group" aria-labelledby={id}>
      <span className="fieldLabel" id={id}>
        {t.party}
      </span>
      <div className="partyCounts">
        {(['companions', 'attendants', 'children'] as const).map((each, index) => (
          <CountField
            key={each}
            label={t[each]}
            value={draft[each]}
            onChange={(value) => onChange({ [each]: value })}
            {...(index === 0 && partyRef ? { inputRef: partyRef } : {})}
          />
        ))}
      </div>
      <FieldError text={error} />
      {isOpen ? (
        <div className="partyBody">
          {always ? <p className="partyAlways">{t.usualNeeds(always)}</p> : null}
          <ChecksField
            label={t.needs}
            values={draft.needs}
            choices={NEEDS.filter((each) => !usualNeeds.includes(each)).map((value) => ({
              value,
              text: need[value],
            }))}
            onChange={(needs) => onChange({ needs })}
          />
          <CountField label={t.luggage} value={draft.luggage} onChange={(luggage) => onChange({ luggage })} />
          <TextField
            label={t.note}
            placeholder={t.noteHint}
            value={draft.note}
            maxLength={500}
            onChange={(note) => onChange({ note })}
            error={noteError}
          />
        </div>
      ) : null}
    </div>
  );
}

/** Folds needs and note out and in; stands beside the button that goes on, so that nothing moves above it. */
export function PartyToggle({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }): ReactNode {
  const t = useWords(partyTexts);
  return (
    <button
      type="button"
      className="button button-quiet partyToggle"
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
      {t.open}
      <span className="key" aria-hidden="true">
        F6
      </span>
    </button>
  );
}
