import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import type { RiderDraft } from '../store/riderDraft.ts';

const RiderForm = lazy(() => import('./RiderForm.tsx').then(({ RiderForm: form }) => ({ default: form })));

const texts = {
  open: { ja: '新しいお客様を登録する', en: 'Register a new rider' },
  title: { ja: '新しいお客様', en: 'New rider' },
};

export interface NewRiderProps {
  /** What is known already: the number that calls, the name that was searched for. */
  readonly seed: Partial<RiderDraft>;
  /** Registered now, or found to be registered already. */
  readonly onReady: (person: PersonView) => void;
}

/** A new rider in the middle of a call: what the call needs, and back to the booking. */
export function NewRider({ seed, onReady }: NewRiderProps): ReactNode {
  const t = useWords(texts);
  const [isOpen, setOpen] = useState(false);
  function finish(person: PersonView): void {
    setOpen(false);
    onReady(person);
  }
  return (
    <>
      <WorkButton onPress={() => setOpen(true)}>{t.open}</WorkButton>
      <Dialog title={t.title} isOpen={isOpen} onClose={() => setOpen(false)} size="wide">
        <Suspense fallback={<LoadingNote />}>
          <RiderForm
            person={null}
            seed={seed}
            isQuick={true}
            onSaved={finish}
            onExisting={finish}
            onCancel={() => setOpen(false)}
          />
        </Suspense>
      </Dialog>
    </>
  );
}

/** What was typed into the search for a rider, as the beginning of an entry: kana as readings, a number as a number. */
export function seedOf(typed: string, phone: string | null): Partial<RiderDraft> {
  const [family = '', given = ''] = typed.trim().split(/\s+/);
  const isKana = /^[ぁ-ゖァ-ヶー]+$/.test(family + given);
  const isPhone = /^[\d-]{6,}$/.test(typed.trim());
  return {
    phone: phone ?? (isPhone ? typed.trim() : ''),
    ...(isPhone || family === ''
      ? {}
      : isKana
        ? { familyKana: family, givenKana: given }
        : { familyName: family, givenName: given }),
  };
}
