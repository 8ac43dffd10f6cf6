import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { RideRequest } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import {
  type BookingDraft,
  checkDraft,
  DRAFT_FIELDS,
  type DraftField,
  draftFieldOf,
  isUntouched,
  requestOf,
} from '../store/bookingDraft.ts';
import { PartyField } from './PartyField.tsx';
import { PersonFacts, PersonField } from './PersonField.tsx';
import { PlaceField } from './PlaceField.tsx';
import { problemTexts } from './problemTexts.ts';
import { WhenField } from './WhenField.tsx';

const texts = {
  from: { ja: 'どこから', en: 'From' },
  to: { ja: 'どこまで', en: 'To' },
  find: { ja: 'ご案内の時刻を探す', en: 'Find times' },
  clear: { ja: '消す', en: 'Clear' },
  note: { ja: '申し送り', en: 'Note' },
};

export interface BookingFormProps {
  readonly draft: BookingDraft;
  readonly onChange: (change: Partial<BookingDraft>) => void;
  readonly onAsk: (request: RideRequest) => void;
  readonly onClear: () => void;
  readonly isAsking: boolean;
  /** Why the server said no, or could not be asked. */
  readonly fault: ApiFault | null;
  readonly timeRef: React.RefObject<HTMLInputElement | null>;
}

/** One column from top to bottom: who, from, to, when, who comes along. Enter goes on, at the end it asks. */
export function BookingForm(props: BookingFormProps): ReactNode {
  const { draft, onChange, fault } = props;
  const t = useWords(texts);
  const language = useLanguage();
  const problemWords = useWords(problemTexts);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const personRef = useRef<HTMLInputElement>(null);
  const fromRef = useRef<HTMLInputElement>(null);
  const toRef = useRef<HTMLInputElement>(null);

  const problems = checkDraft(draft);
  const faultField = fault?.kind === 'refused' ? draftFieldOf(fault.field) : null;

  /** Own problems once sending was tried; the server's word beside the field it is about. */
  function errorOf(field: DraftField): string | null {
    const problem = problems[field];
    if (isTried && problem) return problemWords[problem];
    if (fault && faultField === field) return fault.sentence[language] + fault.action[language];
    return null;
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const request = requestOf(draft);
    if (request) {
      props.onAsk(request);
      return;
    }
    const firstWrong = DRAFT_FIELDS.find((field) => problems[field]);
    const place = { person: personRef, from: fromRef, to: toRef, time: props.timeRef };
    if (firstWrong && firstWrong in place) place[firstWrong as keyof typeof place].current?.focus();
  }

  return (
    <form ref={form} className="bookingForm" onSubmit={submit} noValidate>
      <PersonField
        text={draft.personText}
        person={draft.person}
        onText={(personText) => onChange({ personText })}
        onChoose={(person) => {
          onChange({ person });
          if (person) fromRef.current?.focus();
        }}
        error={errorOf('person')}
        inputRef={personRef}
      />
      {draft.person ? (
        <p className="personChosen">
          <PersonFacts person={draft.person} />
          {draft.person.note ? (
            <span className="personNote">
              {t.note}: {draft.person.note}
            </span>
          ) : null}
        </p>
      ) : null}
      <PlaceField
        label={t.from}
        text={draft.fromText}
        place={draft.from}
        onText={(fromText) => onChange({ fromText })}
        onChoose={(from) => {
          onChange({ from });
          if (from) toRef.current?.focus();
        }}
        error={errorOf('from')}
        inputRef={fromRef}
        hasHome={draft.to?.kind !== 'home'}
      />
      <PlaceField
        label={t.to}
        text={draft.toText}
        place={draft.to}
        onText={(toText) => onChange({ toText })}
        onChoose={(to) => {
          onChange({ to });
          if (to) props.timeRef.current?.focus();
        }}
        error={errorOf('to')}
        inputRef={toRef}
        hasHome={draft.from?.kind !== 'home'}
      />
      <WhenField
        draft={draft}
        onChange={onChange}
        dayError={errorOf('day')}
        timeError={errorOf('time')}
        timeRef={props.timeRef}
      />
      <PartyField draft={draft} onChange={onChange} error={errorOf('party')} noteError={errorOf('note')} />
      {faultField === null ? <FaultNotice fault={fault} /> : null}
      <div className="bookingActions">
        <WorkButton look="main" type="submit" shortcut="⏎" isBusy={props.isAsking}>
          {t.find}
        </WorkButton>
        <WorkButton
          look="quiet"
          isDisabled={isUntouched(draft)}
          onPress={() => {
            setTried(false);
            props.onClear();
            personRef.current?.focus();
          }}
        >
          {t.clear}
        </WorkButton>
      </div>
    </form>
  );
}
