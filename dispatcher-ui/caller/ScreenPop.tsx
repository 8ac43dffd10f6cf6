import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { CallView, PersonView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { personName } from '../booking/PersonField.tsx';
import { useCall } from '../call/callContext.ts';
import type { Incoming } from './incomingContext.ts';

const texts = {
  ringing: { ja: '着信', en: 'Ringing' },
  answered: { ja: '通話中', en: 'On the line' },
  ended: { ja: '通話終了', en: 'Ended' },
  withheld: { ja: '非通知', en: 'Number withheld' },
  known: { ja: (count: number) => `登録 ${count}人`, en: (count: number) => `${count} registered` },
  unknown: { ja: '登録のない番号', en: 'Number not registered' },
  ask: {
    ja: 'お名前をうかがってから開きます。',
    en: 'Ask for the name first, then open.',
  },
  confirm: { ja: '名前を確かめた', en: 'Name confirmed' },
  search: { ja: 'お客様を探す', en: 'Find the rider' },
  putAway: { ja: '片づける', en: 'Put away' },
  who: { ja: 'どなたの件ですか', en: 'Whom is it about?' },
  save: { ja: 'この番号を登録する', en: 'Save this number' },
};

export interface ScreenPopProps {
  readonly call: CallView;
  readonly incoming: Incoming;
  /** Is it the call that F3 opens? */
  readonly isNext: boolean;
  readonly onConfirm: (call: CallView) => Promise<void>;
}

/** A call: the number first; the household only once the operator has heard who is calling. */
export function ScreenPop({ call, incoming, isNext, onConfirm }: ScreenPopProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { opened } = incoming;
  const isOpen = opened?.call.id === call.id;
  return (
    <article className={`screenPop screenPop-${call.state} ${isOpen ? 'screenPop-open' : ''}`}>
      <p className="popHead">
        <span className="popState">{t[call.state]}</span>
        <strong className="popNumber figures">{call.number ?? t.withheld}</strong>
        <span className="popSide">
          {call.line}
          {call.number === null ? '' : `・${call.isKnown ? t.known(call.peopleCount) : t.unknown}`}
        </span>
      </p>
      {call.voice ? <p>{call.voice[language]}</p> : null}
      {isOpen ? (
        <OpenedPop incoming={incoming} />
      ) : (
        <>
          {call.isKnown ? <p>{t.ask}</p> : null}
          <div className="popActions">
            <WorkButton
              look={isNext ? 'main' : 'plain'}
              {...(isNext ? { shortcut: 'F3' } : {})}
              onPress={() => onConfirm(call)}
            >
              {call.isKnown ? t.confirm : t.search}
            </WorkButton>
            <WorkButton look="quiet" onPress={() => incoming.putAway(call.id)}>
              {t.putAway}
            </WorkButton>
          </div>
        </>
      )}
    </article>
  );
}

function OpenedPop({ incoming }: { incoming: Incoming }): ReactNode {
  const t = useWords(texts);
  const { draft, choosePerson } = useCall();
  const { opened } = incoming;
  if (!opened) return null;
  const { call, people } = opened;
  const chosen = draft.person && people.some(({ id }) => id === draft.person?.id) ? draft.person : null;
  return (
    <>
      {people.length > 1 || !chosen ? (
        <PopPeople people={people} chosen={chosen} onChoose={choosePerson} />
      ) : null}
      <div className="popActions">
        {opened.canSaveNumber && draft.person ? (
          <WorkButton onPress={() => incoming.saveNumber(draft.person!.id)}>{t.save}</WorkButton>
        ) : null}
        <WorkButton look="quiet" onPress={() => incoming.putAway(call.id)}>
          {t.putAway}
        </WorkButton>
      </div>
    </>
  );
}

interface PopPeopleProps {
  readonly people: readonly PersonView[];
  readonly chosen: PersonView | null;
  readonly onChoose: (person: PersonView) => void;
}

/** Everybody under the number; a figure chooses, until somebody is chosen: then it means a usual ride. */
function PopPeople({ people, chosen, onChoose }: PopPeopleProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => list.current?.querySelector<HTMLElement>('.cardStop')?.focus(), []);
  return (
    <>
      <h2 className="callerTitle">{t.who}</h2>
      <ul className="popPeople" ref={list}>
        {people.map((person, index) => (
          <li key={person.id}>
            <button
              type="button"
              className="cardStop figures"
              aria-pressed={person.id === chosen?.id}
              onClick={() => onChoose(person)}
            >
              {chosen ? null : (
                <span className="key" aria-hidden="true">
                  {index + 1}
                </span>
              )}
              <strong>{personName(person)}</strong>
              <span className="cardSide">
                {birthYearText(person.birthYear, language)}・{person.hamlet}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
