import type { ReactNode } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { listText } from '../../screen-kit/words/listText.ts';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { personName } from '../booking/PersonField.tsx';

const texts = {
  keep: { ja: 'こちらを残して統合する', en: 'Keep this one and merge' },
  phone: { ja: '電話', en: 'Telephone' },
  hamlet: { ja: 'お住まい', en: 'Home' },
  note: { ja: '申し送り', en: 'Note' },
  birth: { ja: '生まれ', en: 'Born' },
};

/** A name with what tells namesakes apart, for buttons. */
export function placedName(person: PersonView): string {
  return `${personName(person)} ${person.hamlet} ${person.phone}`;
}

/** One of the two; what differs from the other is marked by weight and a sign. */
export function MergeEntry(props: {
  person: PersonView;
  other: PersonView;
  onKeep: () => Promise<void>;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { person, other } = props;
  const yearText = (year: number) => (language === 'ja' ? birthYearText(year, language) : String(year));
  const facts: readonly (readonly [string, string, string])[] = [
    [t.birth, yearText(person.birthYear), yearText(other.birthYear)],
    [t.hamlet, person.hamlet, other.hamlet],
    [
      t.phone,
      listText([person.phone, ...person.otherPhones], language),
      listText([other.phone, ...other.otherPhones], language),
    ],
    [t.note, person.note ?? '', other.note ?? ''],
  ];
  return (
    <div className="mergeEntry">
      <p>
        <strong>{personName(person)}</strong>{' '}
        <span className="comboSide">
          {person.familyKana} {person.givenKana}
        </span>
      </p>
      <dl className="mergeFacts figures">
        {facts.map(([name, mine, theirs]) => (
          <div key={name} className={mine === theirs ? '' : 'mergeDiffers'}>
            <dt>{name}</dt>
            <dd>
              {mine === theirs ? null : <span aria-hidden="true">≠ </span>}
              {mine || '—'}
            </dd>
          </div>
        ))}
      </dl>
      <WorkButton onPress={props.onKeep} label={`${t.keep}: ${placedName(person)}`}>
        {t.keep}
      </WorkButton>
    </div>
  );
}
