import { type FormEvent, type ReactNode, type RefObject, useMemo, useState } from 'react';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { useShortcuts } from '../frame/useShortcuts.ts';
import { isUntouched } from '../store/bookingDraft.ts';
import { shownDate } from '../store/callStage.ts';
import { checkDraft, type DraftField, draftFieldOf } from '../store/checkDraft.ts';
import { usualPlaces } from '../store/filledDraft.ts';
import { ChangeStrip } from './ChangeStrip.tsx';
import { PartyField, PartyToggle } from './PartyField.tsx';
import { PersonField } from './PersonField.tsx';
import { PlaceField } from './PlaceField.tsx';
import { problemTexts } from './problemTexts.ts';
import { WhenField } from './WhenField.tsx';

const texts = {
  from: { ja: 'どこから', en: 'From' },
  to: { ja: 'どこまで', en: 'To' },
  find: { ja: 'ご案内の時刻を探す', en: 'Find times' },
  fax: { ja: 'FAXから入れる', en: 'From a fax' },
  phone: { ja: '電話に戻す', en: 'Back to telephone' },
  reference: { ja: 'FAX番号', en: 'Fax no.' },
  referenceHint: { ja: '申込書の受付番号', en: 'Number on the paper' },
  clear: { ja: '消す', en: 'Clear' },
};

/** One column from top to bottom: who, from, to, when, who comes along. Enter goes on, at the end it asks. */
export function BookingForm(): ReactNode {
  const { draft, change, choosePerson, card, stage, isTried, find, startNext, stopChange, focus } = useCall();
  const t = useWords(texts);
  const language = useLanguage();
  const problemWords = useWords(problemTexts);
  const today = useServerNow(10_000).day;

  const places = useMemo(() => usualPlaces(card?.usual ?? []), [card]);
  const problems = isTried ? checkDraft(draft, today) : {};
  const shown = shownDate(stage);
  const refusal = shown?.answer.kind === 'told' ? shown.answer.refusal : null;
  const refusedField = refusal ? draftFieldOf(refusal.field) : null;
  // What is agreed no longer stands as it was: the strip has nothing true to say.
  const isAgreed = stage.kind === 'asked' && stage.agreed !== null;
  const isAsking = stage.kind === 'asked' && stage.dates.some(({ answer }) => answer.kind === 'asking');

  /** Own problems once sending was tried; the server's word beside the field it is about. */
  function errorOf(field: DraftField): string | null {
    const problem = problems[field];
    if (problem) return problemWords[problem];
    return refusal && refusedField === field ? refusal.sentence[language] : null;
  }
  const input = (field: 'reference' | 'person' | 'from' | 'to' | 'when' | 'party') =>
    focus.refs[field] as RefObject<HTMLInputElement | null>;

  const [isUnfolded, setUnfolded] = useState(false);
  const isPartyOpen =
    isUnfolded || draft.needs.length + draft.luggage > 0 || draft.note !== '' || errorOf('note') !== null;
  const toggleParty = (): void => setUnfolded(!isPartyOpen);
  useShortcuts([
    [
      'F6',
      () => {
        setUnfolded(true);
        focus.go('party');
      },
    ],
    ['Shift+F8', switchChannel],
  ]);

  function switchChannel(): void {
    change({ channel: draft.channel === 'fax' ? 'phone' : 'fax' });
    focus.go(draft.channel === 'fax' ? 'person' : 'reference');
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    // The number of the paper is the first field, and Enter goes on from field to field.
    const isNumbered =
      document.activeElement === focus.refs.reference.current && errorOf('reference') === null;
    if (isNumbered && draft.reference.trim() !== '' && !draft.person) focus.go('person');
    else if (!isAsking) find();
  }

  return (
    <form className="bookingForm" onSubmit={submit} noValidate>
      {draft.replaces && !isAgreed ? <ChangeStrip ride={draft.replaces} onStop={stopChange} /> : null}
      {draft.channel === 'fax' ? (
        <TextField
          label={t.reference}
          placeholder={t.referenceHint}
          value={draft.reference}
          maxLength={40}
          onChange={(reference) => change({ reference })}
          error={errorOf('reference')}
          inputRef={input('reference')}
        />
      ) : null}
      <PersonField
        text={draft.personText}
        person={draft.person}
        onText={(personText) => change({ personText })}
        onChoose={choosePerson}
        error={errorOf('person')}
        inputRef={input('person')}
        isOfCall
      />
      <PlaceField
        label={t.from}
        text={draft.fromText}
        place={draft.from}
        onText={(fromText) => change({ fromText })}
        onChoose={(from) => {
          change({ from });
          if (from) focus.go('to');
        }}
        error={errorOf('from')}
        inputRef={input('from')}
        hasHome={draft.to?.kind !== 'home'}
        usual={places}
      />
      <PlaceField
        label={t.to}
        text={draft.toText}
        place={draft.to}
        onText={(toText) => change({ toText })}
        onChoose={(to) => {
          change({ to });
          if (to) focus.go('when');
        }}
        error={errorOf('to')}
        inputRef={input('to')}
        hasHome={draft.from?.kind !== 'home'}
        usual={places}
      />
      <WhenField
        draft={draft}
        today={today}
        onChange={change}
        error={errorOf('when')}
        inputRef={input('when')}
      />
      <PartyField
        draft={draft}
        usualNeeds={draft.person?.needs ?? []}
        onChange={change}
        error={errorOf('party')}
        noteError={errorOf('note')}
        isOpen={isPartyOpen}
        partyRef={input('party')}
      />
      <div className="bookingActions">
        <PartyToggle isOpen={isPartyOpen} onToggle={toggleParty} />
        <WorkButton look="quiet" shortcut="⇧F8" onPress={switchChannel}>
          {draft.channel === 'fax' ? t.phone : t.fax}
        </WorkButton>
        <span className="bookingGap" />
        <WorkButton look="quiet" isDisabled={isUntouched(draft)} onPress={startNext}>
          {t.clear}
        </WorkButton>
        <WorkButton
          look={stage.kind === 'asked' ? 'plain' : 'main'}
          type="submit"
          {...(stage.kind === 'asked' ? {} : { shortcut: '⏎' })}
          isBusy={isAsking}
          className="findButton"
        >
          {t.find}
        </WorkButton>
      </div>
    </form>
  );
}
