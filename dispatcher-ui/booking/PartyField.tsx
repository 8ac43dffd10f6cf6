import { type ReactNode, useState } from 'react';
import type { NeedName } from '../../backend/contract/index.ts';
import { ChecksField } from '../../screen-kit/parts/ChoiceField.tsx';
import { CountField } from '../../screen-kit/parts/CountField.tsx';
import { FieldError, TextField } from '../../screen-kit/parts/TextField.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import type { BookingDraft } from '../store/bookingDraft.ts';
import { needTexts } from './needTexts.ts';

const texts = {
  open: { ja: '付き添い・車いす・申し送り', en: 'Companions, needs, note' },
  companions: { ja: '付き添い', en: 'Companions' },
  attendants: { ja: '介助の方', en: 'Attendants' },
  children: { ja: 'お子さま', en: 'Children' },
  needs: { ja: '今回の乗車で要るもの', en: 'Needed on this ride' },
  note: { ja: '申し送り(乗務員に伝えること)', en: 'Note for the driver' },
};

const NEEDS = Object.keys(needTexts) as NeedName[];

export interface PartyFieldProps {
  readonly draft: BookingDraft;
  readonly onChange: (change: Partial<BookingDraft>) => void;
  readonly error: string | null;
  readonly noteError: string | null;
}

/** Who comes along and what is needed; folded away until something is said about it. */
export function PartyField({ draft, onChange, error, noteError }: PartyFieldProps): ReactNode {
  const t = useWords(texts);
  const need = useWords(needTexts);
  const isFilled =
    draft.companions + draft.attendants + draft.children + draft.needs.length > 0 || draft.note !== '';
  const [isUnfolded, setUnfolded] = useState(false);
  const isOpen = isUnfolded || isFilled || error !== null || noteError !== null;
  return (
    <div className="partyField">
      <button
        type="button"
        className="button button-quiet partyToggle"
        aria-expanded={isOpen}
        onClick={() => setUnfolded(!isOpen)}
      >
        <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        {t.open}
      </button>
      {isOpen ? (
        <div className="partyBody">
          <div className="partyCounts">
            {(['companions', 'attendants', 'children'] as const).map((each) => (
              <CountField
                key={each}
                label={t[each]}
                value={draft[each]}
                onChange={(value) => onChange({ [each]: value })}
              />
            ))}
          </div>
          <FieldError text={error} />
          <ChecksField
            label={t.needs}
            values={draft.needs}
            choices={NEEDS.map((value) => ({ value, text: need[value] }))}
            onChange={(needs) => onChange({ needs })}
          />
          <TextField
            label={t.note}
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
