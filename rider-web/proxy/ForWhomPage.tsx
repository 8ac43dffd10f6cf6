import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ActedFor, ActingForAnswer } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { goTo } from '../device/useAddress.ts';
import { ChoiceCard } from '../page/ChoiceCard.tsx';
import { Say } from '../page/Say.tsx';
import { useSearch } from '../page/useSearch.ts';
import { withoutRuby } from '../store/ruby.ts';
import { proxyTexts } from './proxyWords.ts';

export interface ForWhomPageProps {
  /** Null while they are being asked for. */
  readonly known: ActingForAnswer | null;
  /** Why somebody is asked again. */
  readonly note: string | null;
  /** A rider who also books for themselves. */
  readonly onMyself: (() => void) | null;
  readonly onChoose: (person: ActedFor) => void;
}

/** "For whom?": those who left their bookings to this account. */
export function ForWhomPage({ known, note, onMyself, onChoose }: ForWhomPageProps): ReactNode {
  const t = useWords(proxyTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div className="booking">
      <h1 ref={heading} tabIndex={-1} className="question">
        <Say>{t.forWhom}</Say>
      </h1>
      <p className="actingEnded" role="status">
        {note === null ? '' : <Say>{note}</Say>}
      </p>
      {known === null ? <LoadingNote /> : null}
      {known?.people.length === 0 && !known.isWider ? (
        <EmptyNote>
          <Say>{t.nobody}</Say>
        </EmptyNote>
      ) : null}
      <ul className="choiceCards">
        {onMyself ? <ChoiceCard text={t.myself} onChoose={onMyself} /> : null}
        {(known?.people ?? []).map((person) => (
          <PersonCard key={person.personId} person={person} onChoose={onChoose} />
        ))}
      </ul>
      {known?.isWider ? <FindPerson onChoose={onChoose} /> : null}
      <p className="joinLink">
        <button type="button" className="button button-quiet" onClick={() => goTo('join')}>
          <Say>{t.addRider}</Say>
        </button>
      </p>
    </div>
  );
}

function PersonCard({
  person,
  onChoose,
}: {
  person: ActedFor;
  onChoose: (person: ActedFor) => void;
}): ReactNode {
  const t = useWords(proxyTexts);
  const language = useLanguage();
  const side = [
    person.kana,
    birthYearText(person.birthYear, language),
    person.hamlet,
    t.may(person.acts.map((act) => t[act])),
  ].join('　');
  return (
    <ChoiceCard
      text={person.acts.includes('book') ? t.bookFor(person.name) : t.actingFor(person.name)}
      side={side}
      onChoose={() => onChoose(person)}
    />
  );
}

/** Patients of a clinic or residents of a town are too many to be listed. */
function FindPerson({ onChoose }: { onChoose: (person: ActedFor) => void }): ReactNode {
  const t = useWords(proxyTexts);
  const { api } = useScreen();
  const [text, setText] = useState('');
  const found = useSearch<ActedFor>(
    text,
    async (wanted, signal) => (await api.actingFor(wanted, signal)).people,
  );
  return (
    <>
      <TextField
        label={withoutRuby(t.find)}
        hint={withoutRuby(t.findHint)}
        type="search"
        value={text}
        onChange={setText}
      />
      <FaultNotice fault={found.fault} />
      <p className="searchState" role="status">
        {found.items?.length === 0 && !found.isSearching ? <Say>{t.noneFound}</Say> : null}
      </p>
      <ul className="choiceCards">
        {(found.items ?? []).map((person) => (
          <PersonCard key={person.personId} person={person} onChoose={onChoose} />
        ))}
      </ul>
    </>
  );
}
