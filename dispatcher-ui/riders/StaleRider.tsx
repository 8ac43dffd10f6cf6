import { type ReactNode, useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { StaleChoice } from '../outbox/StaleChoice.tsx';
import {
  conflictsOf,
  type DraftField,
  draftOfRider,
  joinDrafts,
  type RiderDraft,
} from '../store/riderDraft.ts';
import { fieldTexts } from './riderTexts.ts';

const texts = {
  what: {
    ja: '入力した内容は残っています。変わったところを見て、保存してください。',
    en: 'What you typed is kept. Look at what changed, then save.',
  },
  save: { ja: '両方を合わせて保存する', en: 'Save both changes' },
  back: { ja: '入力に戻る', en: 'Back to the form' },
};

/** A rider whom two desks have changed at once. */
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

  return (
    <StaleChoice
      what={t.what}
      lines={conflicts.map(({ field, ...texts }) => ({ ...texts, part: field, label: label[field] }))}
      chosenTheirs={chosen}
      onChoose={setChosen}
    >
      <WorkButton
        look="main"
        onPress={() => props.onSave(joinDrafts(props.base, props.mine, theirs, chosen))}
      >
        {t.save}
      </WorkButton>
      <WorkButton look="quiet" onPress={props.onBack}>
        {t.back}
      </WorkButton>
    </StaleChoice>
  );
}
