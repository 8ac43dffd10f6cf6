import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { PersonFacts, PersonField } from '../booking/PersonField.tsx';
import { ContactPart } from '../standing/ContactPart.tsx';
import { RiderForm } from './RiderForm.tsx';

const texts = {
  find: { ja: 'お客様を探す', en: 'Find a rider' },
  add: { ja: '新しいお客様を登録する', en: 'Register a new rider' },
  adding: { ja: '新しいお客様', en: 'New rider' },
  change: { ja: '内容を変える', en: 'Change' },
  saved: { ja: (name: string) => `${name} 様を保存しました`, en: (name: string) => `${name} is saved` },
};

type Step = { readonly kind: 'find' } | { readonly kind: 'form'; readonly person: PersonView | null };

/** Riders found, entered and changed. */
export function RegisterPart(): ReactNode {
  const t = useWords(texts);
  const [text, setText] = useState('');
  const [person, setPerson] = useState<PersonView | null>(null);
  const [step, setStep] = useState<Step>({ kind: 'find' });
  const [saved, setSaved] = useState<PersonView | null>(null);
  const search = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (step.kind === 'find') search.current?.focus();
  }, [step.kind]);

  function choose(next: PersonView | null): void {
    setPerson(next);
    setSaved(null);
  }
  function finish(done: PersonView): void {
    setStep({ kind: 'find' });
    setPerson(done);
    setText(`${done.familyName} ${done.givenName}`);
    setSaved(done);
  }

  if (step.kind === 'form') {
    return (
      <section className="ridersCard" aria-label={step.person ? t.change : t.adding}>
        <h2>{step.person ? `${step.person.familyName} ${step.person.givenName}` : t.adding}</h2>
        <RiderForm
          key={step.person?.id ?? 'new'}
          person={step.person}
          onSaved={finish}
          onCancel={() => setStep({ kind: 'find' })}
        />
      </section>
    );
  }
  return (
    <section className="ridersCard" aria-label={t.find}>
      <PersonField
        text={text}
        person={person}
        onText={setText}
        onChoose={choose}
        error={null}
        inputRef={search}
      />
      <p role="status" className="ridersSaved">
        {saved ? t.saved(`${saved.familyName} ${saved.givenName}`) : ''}
      </p>
      {person ? (
        <div className="ridersFound">
          <p>
            <strong>
              {person.familyName} {person.givenName}
            </strong>{' '}
            <span className="comboSide">
              {person.familyKana} {person.givenKana}
            </span>
            <br />
            <PersonFacts person={person} />
          </p>
          {person.note ? <p>{person.note}</p> : null}
          <WorkButton look="main" onPress={() => setStep({ kind: 'form', person })}>
            {t.change}
          </WorkButton>
          <ContactPart key={person.id} personId={person.id} />
        </div>
      ) : null}
      <WorkButton onPress={() => setStep({ kind: 'form', person: null })}>{t.add}</WorkButton>
    </section>
  );
}
