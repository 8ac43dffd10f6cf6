import type { ReactNode } from 'react';
import type { FoundPerson, PersonView } from '../../backend/contract/index.ts';
import { ComboField } from '../../screen-kit/parts/ComboField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { needTexts } from './needTexts.ts';

const texts = {
  who: { ja: 'どなた', en: 'Who' },
  nothing: {
    ja: '見つかりません。かなの一部や電話番号でもお試しください。初めての方は ⇧F1 で登録します。',
    en: 'Nobody found. Try part of the name or the number. ⇧F1 registers a new rider.',
  },
  hint: {
    ja: '名前、かな、電話番号、集落、屋号、「郵便局のそばの佐藤」',
    en: 'Name, kana, phone, hamlet, house name, or a landmark near the home',
  },
  near: {
    ja: (place: string, metres: number) => `${place}から ${metres} m`,
    en: (place: string, metres: number) => `${metres} m from ${place}`,
  },
  houseName: { ja: (name: string) => `屋号 ${name}`, en: (name: string) => `house name ${name}` },
};

export interface PersonFieldProps {
  readonly text: string;
  readonly person: PersonView | null;
  readonly onText: (text: string) => void;
  readonly onChoose: (person: PersonView | null) => void;
  readonly error: string | null;
  readonly inputRef: React.Ref<HTMLInputElement>;
  /** Is it the field of the call? F2 leads to it, and whoever is not found can be registered from it by a key. */
  readonly isOfCall?: boolean;
}

/** Finds a rider; those of the same name are told apart by birth year, hamlet and number. */
export function PersonField(props: PersonFieldProps): ReactNode {
  const t = useWords(texts);
  const { api } = useScreen();
  return (
    <ComboField<FoundPerson>
      label={t.who}
      placeholder={t.hint}
      {...(props.isOfCall ? { shortcut: 'F2' } : {})}
      text={props.text}
      onText={props.onText}
      chosen={props.person}
      onChoose={props.onChoose}
      find={(text, signal) => api.findPeople(text, signal).then((answer) => answer.people)}
      keyOf={(person) => person.id}
      textOf={personName}
      render={(person) => <PersonLine person={person} />}
      {...(props.isOfCall ? { nothingText: t.nothing } : {})}
      error={props.error}
      inputRef={props.inputRef}
    />
  );
}

/** Family name and given name, as they are spoken. */
export function personName(person: PersonView): string {
  return `${person.familyName} ${person.givenName}`;
}

function PersonLine({ person }: { person: FoundPerson }): ReactNode {
  const t = useWords(texts);
  return (
    <span>
      <span className="comboMain">{personName(person)}</span>{' '}
      <span className="comboSide">
        {person.familyKana} {person.givenKana}
      </span>
      {person.near ? (
        <span className="personNear">{t.near(person.near.place, person.near.metres)}</span>
      ) : null}
      <br />
      <PersonFacts person={person} />
    </span>
  );
}

/** What tells a rider from others of the same name: each fact is kept whole, and none is cut off. */
export function PersonFacts({
  person,
  hasNeeds = true,
}: {
  person: PersonView;
  hasNeeds?: boolean;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const need = useWords(needTexts);
  const facts = [
    birthYearText(person.birthYear, language),
    person.hamlet,
    person.houseName ? t.houseName(person.houseName) : '',
    person.phone,
    ...(hasNeeds ? person.needs.map((each) => need[each]) : []),
  ];
  return (
    <span className="comboSide figures">
      {facts.filter(Boolean).map((fact) => (
        <span key={fact} className="personFact">
          {fact}
        </span>
      ))}
    </span>
  );
}
