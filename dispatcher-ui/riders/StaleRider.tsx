import { type ReactNode, useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import {
  conflictsOf,
  type DraftField,
  draftOfRider,
  joinDrafts,
  type RiderDraft,
} from '../store/riderDraft.ts';
import { fieldTexts } from './riderTexts.ts';

const texts = {
  title: { ja: 'ほかの係が先に変えました', en: 'Another desk saved first' },
  what: {
    ja: '入力した内容は残っています。変わったところを見て、保存してください。',
    en: 'What you typed is kept. Look at what changed, then save.',
  },
  taken: {
    ja: (text: string) => `ほかの係の内容にします: ${text}`,
    en: (text: string) => `Takes theirs: ${text}`,
  },
  mine: { ja: (text: string) => `こちら: ${text}`, en: (text: string) => `Mine: ${text}` },
  theirs: { ja: (text: string) => `ほかの係: ${text}`, en: (text: string) => `Theirs: ${text}` },
  nothing: { ja: '(なし)', en: '(nothing)' },
  save: { ja: '両方を合わせて保存する', en: 'Save both changes' },
  back: { ja: '入力に戻る', en: 'Back to the form' },
};

/** Both versions beside each other: nothing of either desk is lost without somebody's choice. */
export function StaleRider(props: {
  base: RiderDraft;
  mine: RiderDraft;
  theirs: PersonView;
  onSave: (joined: RiderDraft) => Promise<void>;
  onBack: () => void;
}): ReactNode {
  const t = useWords(texts);
  const label = useWords(fieldTexts);
  const theirs = draftOfRider(props.theirs);
  const conflicts = conflictsOf(props.base, props.mine, theirs);
  const [chosen, setChosen] = useState<ReadonlySet<DraftField>>(new Set());
  const shown = (text: string) => text || t.nothing;

  function choose(field: DraftField, isTheirs: boolean): void {
    const next = new Set(chosen);
    if (isTheirs) next.add(field);
    else next.delete(field);
    setChosen(next);
  }

  return (
    <section className="riderStale" aria-label={t.title}>
      <h3>
        <span aria-hidden="true">▲ </span>
        {t.title}
      </h3>
      <p role="alert">{t.what}</p>
      {conflicts.map(({ field, mine, theirs: text, isBoth }) =>
        isBoth ? (
          <ChoiceField
            key={field}
            label={label[field]}
            value={chosen.has(field) ? 'theirs' : 'mine'}
            choices={[
              { value: 'mine', text: t.mine(shown(mine)) },
              { value: 'theirs', text: t.theirs(shown(text)) },
            ]}
            onChange={(value) => choose(field, value === 'theirs')}
          />
        ) : (
          <p key={field}>
            <strong>{label[field]}</strong> {t.taken(shown(text))}
          </p>
        ),
      )}
      <div className="riderActions">
        <WorkButton
          look="main"
          onPress={() => props.onSave(joinDrafts(props.base, props.mine, theirs, chosen))}
        >
          {t.save}
        </WorkButton>
        <WorkButton look="quiet" onPress={props.onBack}>
          {t.back}
        </WorkButton>
      </div>
    </section>
  );
}
