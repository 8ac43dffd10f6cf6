import { type ReactNode, useId } from 'react';
import type { NeedName } from '../../backend/contract/index.ts';
import { ChecksField } from '../../screen-kit/parts/ChoiceField.tsx';
import { CountField } from '../../screen-kit/parts/CountField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { ALONE, type BookingDraft, type DraftEvent } from '../store/bookingDraft.ts';
import { withoutRuby } from '../store/ruby.ts';
import { ChoiceCard } from './ChoiceCard.tsx';
import { Say } from './Say.tsx';
import { needTexts, texts } from './words.ts';

export interface WhoStepProps {
  readonly draft: BookingDraft;
  readonly dispatch: (event: DraftEvent) => void;
}

const LONGEST_NOTE = 200;

/** "With whom?": alone with one touch; others, help and a word to the driver below. */
export function WhoStep({ draft, dispatch }: WhoStepProps): ReactNode {
  const t = useWords(texts);
  const need = useWords(needTexts);
  const noteId = useId();
  const { party } = draft;
  const count = 1 + party.attendants + party.companions + party.children;
  return (
    <>
      {count === 1 && draft.needs.length === 0 && draft.note === '' ? (
        <ul className="choiceCards">
          <ChoiceCard
            text={t.alone}
            isMain
            onChoose={() => {
              dispatch({ type: 'partyChanged', party: ALONE });
              dispatch({ type: 'partySet' });
            }}
          />
        </ul>
      ) : null}
      <section className="step-part">
        <h2>
          <Say>{t.withOthers}</Say>
        </h2>
        <div className="counts">
          {(['attendants', 'companions', 'children'] as const).map((field) => (
            <CountField
              key={field}
              label={t[field]}
              value={party[field]}
              most={8}
              onChange={(value) => dispatch({ type: 'partyChanged', party: { ...party, [field]: value } })}
            />
          ))}
        </div>
      </section>
      <ChecksField<NeedName>
        label={withoutRuby(t.needs)}
        className="needChecks"
        values={draft.needs}
        choices={(Object.keys(needTexts) as NeedName[]).map((value) => ({ value, text: need[value] }))}
        onChange={(values) => {
          const changed = [...values, ...draft.needs].find(
            (name) => values.includes(name) !== draft.needs.includes(name),
          );
          if (changed !== undefined) dispatch({ type: 'needToggled', need: changed });
        }}
      />
      <div className="field">
        <label className="fieldLabel" htmlFor={noteId}>
          {t.noteLabel}
        </label>
        <textarea
          id={noteId}
          className="fieldInput"
          rows={2}
          maxLength={LONGEST_NOTE}
          value={draft.note}
          onChange={(event) => dispatch({ type: 'noteChanged', note: event.target.value })}
        />
      </div>
      <div className="stepDone">
        <p className="stepAnswer" role="status">
          <Say>{count === 1 ? t.whoAlone : t.whoCount(count)}</Say>
        </p>
        <WorkButton look="main" onPress={() => dispatch({ type: 'partySet' })}>
          <Say>{t.next}</Say>
        </WorkButton>
      </div>
    </>
  );
}
