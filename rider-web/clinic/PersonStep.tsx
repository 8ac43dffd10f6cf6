import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { ChoiceCard } from '../page/ChoiceCard.tsx';
import { Say } from '../page/Say.tsx';
import { useSearch } from '../page/useSearch.ts';
import { texts } from '../page/words.ts';
import type { ChosenPerson } from '../store/bookingDraft.ts';
import { withoutRuby } from '../store/ruby.ts';

/** "Which patient?": the clinic's own patients by name, number or hamlet. */
export function PersonStep({ onChoose }: { onChoose: (person: ChosenPerson) => void }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);

  // At a reception there is nothing else to do here than to type a name.
  useLayoutEffect(() => field.current?.focus(), []);
  const found = useSearch<PersonView>(
    text,
    async (wanted, signal) => (await api.findPeople(wanted, signal)).people,
  );
  return (
    <div className="booking">
      <h1 className="question">
        <Say>{t.askPerson}</Say>
      </h1>
      <TextField
        label={withoutRuby(t.findPerson)}
        hint={withoutRuby(t.findPersonHint)}
        type="search"
        value={text}
        onChange={setText}
        inputRef={field}
      />
      <FaultNotice fault={found.fault} />
      <p className="searchState" role="status">
        {found.isSearching && found.items === null ? t.searching : ''}
        {found.items?.length === 0 && !found.isSearching ? <Say>{t.nobodyFound}</Say> : null}
      </p>
      <ul className="choiceCards">
        {(found.items ?? []).map((person) => {
          const name = `${person.familyName} ${person.givenName}`;
          const side = [
            `${person.familyKana} ${person.givenKana}`,
            birthYearText(person.birthYear, language),
            person.hamlet,
            person.phone,
          ].join('　');
          return (
            <ChoiceCard
              key={person.id}
              text={name}
              side={side}
              onChoose={() => onChoose({ id: person.id, name })}
            />
          );
        })}
      </ul>
    </div>
  );
}
