import { lazy, type ReactNode, Suspense } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { seedOf } from '../store/riderSeed.ts';
import { useIncoming } from './incomingContext.ts';

const RiderForm = lazy(() => import('../riders/RiderForm.tsx').then((part) => ({ default: part.RiderForm })));

const texts = {
  add: { ja: '新しいお客様', en: 'New rider' },
  change: { ja: 'お客様を直す', en: 'Change the rider' },
};

export interface RiderEntryProps {
  /** Who is changed; null: a new rider. */
  readonly person: PersonView | null;
  readonly onClose: () => void;
}

/** A rider entered or changed in the middle of a call: the number that calls and the name that was typed stand there. */
export function RiderEntry({ person, onClose }: RiderEntryProps): ReactNode {
  const t = useWords(texts);
  const { draft, choosePerson, focus } = useCall();
  const incoming = useIncoming();
  const number = (incoming?.opened?.call ?? incoming?.calls[0])?.number ?? null;

  function take(chosen: PersonView): void {
    onClose();
    choosePerson(chosen);
  }

  function leave(): void {
    onClose();
    focus.go('person');
  }

  return (
    <section className="riderEntry">
      <h2 className="riderEntryTitle">{person ? t.change : t.add}</h2>
      <Suspense fallback={<LoadingNote />}>
        <RiderForm
          person={person}
          isQuick={person === null}
          seed={seedOf(draft.personText, number)}
          onSaved={take}
          onExisting={take}
          onCancel={leave}
        />
      </Suspense>
    </section>
  );
}
