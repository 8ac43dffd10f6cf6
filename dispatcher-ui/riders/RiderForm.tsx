import { type FormEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { NeedName, PersonView } from '../../backend/contract/index.ts';
import { ChecksField } from '../../screen-kit/parts/ChoiceField.tsx';
import { isComposing } from '../../screen-kit/parts/isComposing.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useLeadToWrong } from '../../screen-kit/parts/useLeadToWrong.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useKeptDraft } from '../../screen-kit/session/useKeptDraft.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { listText } from '../../screen-kit/words/listText.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { needTexts } from '../booking/needTexts.ts';
import { UnsentNotice } from '../outbox/UnsentNotice.tsx';
import {
  type DraftField,
  draftFieldOf,
  draftOfRider,
  emptyRider,
  missingInRider,
  type RiderDraft,
} from '../store/riderDraft.ts';
import { HomeField } from './HomeField.tsx';
import { fieldTexts, missingTexts } from './riderTexts.ts';
import { SimilarRiders } from './SimilarRiders.tsx';
import { StaleRider } from './StaleRider.tsx';
import { useGuessedKana } from './useGuessedKana.ts';
import { usePresence } from './usePresence.ts';
import { useRiderSave } from './useRiderSave.ts';
import './riders.css';

const texts = {
  add: { ja: '登録する', en: 'Register' },
  save: { ja: '保存する', en: 'Save' },
  cancel: { ja: 'やめる', en: 'Cancel' },
  birthExample: { ja: '昭18、1943', en: '1943, 昭18' },
  homeHint: { ja: '集落、住所、目印で探す', en: 'Search by hamlet, address or landmark' },
  othersExample: { ja: 'ご家族や携帯など、読点で区切る', en: 'Family, mobile…, parted by commas' },
  guessed: { ja: '名前から補いました。お確かめください。', en: 'Filled in from the name. Please check.' },
  open: {
    ja: (names: string) => `ほかの係が開いています: ${names}`,
    en: (names: string) => `Also open at: ${names}`,
  },
  consent: { ja: '登録に同意いただいた', en: 'Agrees to be registered' },
  consentOn: { ja: (day: string) => `${day} に同意`, en: (day: string) => `Agreed on ${day}` },
};

const NEEDS = Object.keys(needTexts) as NeedName[];

export interface RiderFormProps {
  /** Who is changed; null: a new rider. */
  readonly person: PersonView | null;
  /** What is known of a new rider: the number that calls, the name that was searched for. */
  readonly seed?: Partial<RiderDraft>;
  /** Only what a call needs: name, year, home, telephone. */
  readonly isQuick?: boolean;
  readonly onSaved: (person: PersonView) => void;
  readonly onCancel: () => void;
  /** Somebody who is registered already is the one. */
  readonly onExisting?: (person: PersonView) => void;
}

/** A rider entered or changed. What is typed stays on this device until it is saved or given up. */
export function RiderForm(props: RiderFormProps): ReactNode {
  const { person } = props;
  const t = useWords(texts);
  const label = useWords(fieldTexts);
  const need = useWords(needTexts);
  const language = useLanguage();
  const { session } = useScreen();
  const today = useServerNow(60_000).day;
  // A draft is made on one version of the rider, or for one caller.
  const about = person ? `${person.id}.${person.revision}` : `new.${props.seed?.phone ?? ''}`;
  const start = person ? draftOfRider(person) : emptyRider(props.seed);
  const { draft, setDraft, forget } = useKeptDraft(`rider.${session.accountId}.${about}`, start);
  const [isGuessed, setGuessed] = useState(false);
  const [isTried, setTried] = useState(false);
  const missing = isTried ? missingInRider(draft, person) : [];
  const missingWords = useWords(missingTexts);
  const form = useRef<HTMLFormElement>(null);
  const leadToWrong = useLeadToWrong(form);
  const others = usePresence(person?.id ?? null);

  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);

  const guessed = (part: Partial<RiderDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setGuessed(true);
  };
  const change = (part: Partial<RiderDraft>) => setDraft((before) => ({ ...before, ...part }));

  useGuessedKana(draft.familyName, draft.familyKana, (familyKana) => guessed({ familyKana }));
  useGuessedKana(draft.givenName, draft.givenKana, (givenKana) => guessed({ givenKana }));

  const { fault, theirs, setTheirs, isUnsent, isSending, save } = useRiderSave(person, draft, {
    onSaved(saved) {
      forget();
      props.onSaved(saved);
    },
    onRefused: leadToWrong,
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (missingInRider(draft, person).length > 0) leadToWrong();
    else void save(draft, person?.revision ?? null);
  }

  /** What was typed stands there again when the form is opened for the same rider or caller. */
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !isComposing(event)) props.onCancel();
  }

  const faultField = draftFieldOf(fault?.field ?? null);
  function errorOf(field: DraftField): string | null {
    if (missing.includes(field) && field in missingWords) {
      return missingWords[field as keyof typeof missingTexts];
    }
    return fault && faultField === field ? adviceText(fault, language) : null;
  }
  const text = (field: Exclude<DraftField, 'needs' | 'consentOn' | 'homeText'>, example?: string) => (
    <TextField
      label={label[field]}
      value={draft[field]}
      onChange={(value) => change({ [field]: value })}
      error={errorOf(field)}
      {...(example ? { placeholder: example } : {})}
    />
  );

  if (theirs && person) {
    return (
      <StaleRider
        base={draftOfRider(person)}
        mine={draft}
        theirs={theirs}
        onSave={(joined) => {
          setDraft(joined);
          setTheirs(null);
          return save(joined, theirs.revision);
        }}
        onBack={() => setTheirs(null)}
      />
    );
  }
  return (
    <form ref={form} className="riderForm" onSubmit={submit} onKeyDown={press} noValidate>
      {others.length > 0 ? (
        <p className="riderOpen" role="status">
          <span aria-hidden="true">● </span>
          {t.open(
            listText(
              others.map(({ displayName }) => displayName),
              language,
            ),
          )}
        </p>
      ) : null}
      <div className="riderRow riderNames">
        {text('familyName')}
        {text('familyKana')}
        {text('givenName')}
        {text('givenKana')}
      </div>
      {isGuessed ? (
        <p className="fieldHint" role="status">
          {t.guessed}
        </p>
      ) : null}
      <div className="riderRow">
        {text('birth', t.birthExample)}
        <HomeField draft={draft} onChange={change} error={errorOf('homeText')} hint={t.homeHint} />
      </div>
      <div className="riderRow">
        {text('phone')}
        {props.isQuick ? null : text('otherPhones', t.othersExample)}
      </div>
      {props.isQuick ? null : (
        <>
          <div className="riderRow">
            {text('houseName')}
            {text('houseKana')}
          </div>
          <ChecksField
            label={label.needs}
            values={draft.needs}
            choices={NEEDS.map((value) => ({ value, text: need[value] }))}
            onChange={(needs) => change({ needs })}
          />
          {text('note')}
        </>
      )}
      <ChecksField
        label={label.consentOn}
        values={draft.consentOn ? ['consent'] : []}
        choices={[
          {
            value: 'consent',
            text: draft.consentOn ? t.consentOn(dayText(draft.consentOn, language)) : t.consent,
          },
        ]}
        onChange={(values) => change({ consentOn: values.length > 0 ? today : null })}
      />
      {person ? null : (
        <SimilarRiders draft={draft} onTake={(one) => (props.onExisting ?? props.onSaved)(one)} />
      )}
      {isUnsent ? (
        <UnsentNotice closed="kept" />
      ) : (
        <FaultNotice fault={fault && faultField === null ? fault : null} />
      )}
      <div className="riderActions">
        <WorkButton look="main" type="submit" shortcut="⏎" isBusy={isSending}>
          {person ? t.save : t.add}
        </WorkButton>
        <WorkButton
          look="quiet"
          onPress={() => {
            if (!isUnsent && !isSending) forget();
            props.onCancel();
          }}
        >
          {t.cancel}
        </WorkButton>
      </div>
    </form>
  );
}
