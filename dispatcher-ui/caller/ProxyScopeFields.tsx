import { type ReactNode, useState } from 'react';
import type { PersonView, ProxyEntryInput, ProxyKindName } from '../../backend/contract/index.ts';
import { ChecksField, ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useSearch } from '../../screen-kit/parts/useSearch.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { personName } from '../booking/PersonField.tsx';
import { useCall } from '../call/callContext.ts';
import { proxyTexts } from './proxyTexts.ts';

const texts = {
  ...proxyTexts,
  acts: { ja: 'お任せになること', en: 'May' },
  actsMissing: { ja: 'お任せになることを選んでください。', en: 'Choose what the person may do.' },
  forWhom: { ja: 'どなたの予約ができますか', en: 'For whom' },
  these: { ja: '選んだお客様', en: 'These riders' },
  residents: { ja: 'この市町村にお住まいの方みなさん', en: 'All residents of this municipality' },
  riders: { ja: 'お客様（それぞれのご了解が要ります）', en: 'Riders (each must have agreed)' },
  another: { ja: 'ほかのお客様を加える', en: 'Add another rider' },
  named: {
    ja: (name: string, born: string, hamlet: string) => `${name}（${born}・${hamlet}）`,
    en: (name: string, born: string, hamlet: string) => `${name} (${born}, ${hamlet})`,
  },
  anotherHint: { ja: 'お名前（かなでも）、電話番号', en: 'Name, reading or telephone' },
};

type Act = NonNullable<ProxyEntryInput['acts']>[number];
const ACTS: readonly Act[] = ['book', 'cancel', 'seeRides'];
const MOST_FOUND = 5;

/** In what somebody may act, and for whom. */
export interface ProxyReach {
  readonly acts: readonly Act[];
  readonly isForResidents: boolean;
  /** Riders besides the one on whose card it is written down. */
  readonly others: readonly PersonView[];
}

export const WHOLE_REACH: ProxyReach = { acts: ACTS, isForResidents: false, others: [] };

/** What is sent of it. */
export function reachOf(
  { acts, isForResidents, others }: ProxyReach,
  person: PersonView,
): Pick<ProxyEntryInput, 'acts' | 'scope'> {
  const people = { kind: 'people' as const, personIds: [person.id, ...others.map(({ id }) => id)] };
  const residents = { kind: 'residents' as const, municipalities: [person.municipality] };
  return { acts: [...acts], scope: isForResidents ? residents : people };
}

/** Chooses acts and riders: the household is one press away, anybody else is searched for. */
export function ProxyScopeFields(props: {
  person: PersonView;
  kind: ProxyKindName;
  value: ProxyReach;
  isTried: boolean;
  error: string | null;
  onChange: (value: ProxyReach) => void;
}): ReactNode {
  const { person, kind, value, onChange } = props;
  const t = useWords(texts);
  const { card } = useCall();
  const [text, setText] = useState('');
  const { api } = useScreen();
  const found = useSearch<PersonView>(
    text.trim(),
    async (wanted, signal) => (await api.findPeople(wanted, signal)).people,
  );
  const members = card?.person.id === person.id ? card.members : [];
  const offered = uniquePeople([...members, ...value.others]);
  const more = found.items
    .filter(({ id }) => id !== person.id && !offered.some((one) => one.id === id))
    .slice(0, MOST_FOUND);
  const named = useNamedPerson();
  return (
    <>
      <ChecksField<Act>
        label={t.acts}
        values={value.acts}
        choices={ACTS.map((act) => ({ value: act, text: t[act] }))}
        onChange={(acts) => onChange({ ...value, acts: ACTS.filter((act) => acts.includes(act)) })}
        error={props.isTried && value.acts.length === 0 ? t.actsMissing : null}
      />
      {kind === 'townOffice' ? (
        <ChoiceField
          label={t.forWhom}
          value={value.isForResidents ? 'residents' : 'these'}
          choices={[
            { value: 'these', text: t.these },
            { value: 'residents', text: t.residents },
          ]}
          onChange={(chosen) => onChange({ ...value, isForResidents: chosen === 'residents' })}
          error={value.isForResidents ? props.error : null}
        />
      ) : null}
      {value.isForResidents ? null : (
        <>
          <ChecksField<string>
            label={t.riders}
            values={[person.id, ...value.others.map(({ id }) => id)]}
            choices={[person, ...offered].map((one) => ({ value: one.id, text: named(one) }))}
            onChange={(ids) => onChange({ ...value, others: offered.filter(({ id }) => ids.includes(id)) })}
            error={props.error}
          />
          <TextField
            label={t.another}
            placeholder={t.anotherHint}
            type="search"
            value={text}
            onChange={setText}
          />
          <FaultNotice fault={found.fault} />
          <ul>
            {more.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  className="button button-quiet"
                  onClick={() => {
                    onChange({ ...value, others: [...value.others, one] });
                    setText('');
                  }}
                >
                  {named(one)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Name, year of birth and hamlet: namesakes must not be taken for each other. */
function useNamedPerson(): (person: PersonView) => string {
  const language = useLanguage();
  const t = useWords(texts);
  return (person) => t.named(personName(person), birthYearText(person.birthYear, language), person.hamlet);
}

function uniquePeople(people: readonly PersonView[]): readonly PersonView[] {
  return people.filter(({ id }, index) => people.findIndex((one) => one.id === id) === index);
}
