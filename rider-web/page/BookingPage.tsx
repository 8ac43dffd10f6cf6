import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { RideAnswer } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { riderTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { leadTo } from '../device/leadTo.ts';
import {
  buildRequest,
  type ChosenPlace,
  type ChosenTime,
  countOpenQuestions,
  isAnswered,
  STEPS,
  type Step,
} from '../store/bookingDraft.ts';
import { firstOpenDay, usualTimeKind } from '../store/timeChoices.ts';
import { useDayName } from './dayName.ts';
import { OffersStep } from './OffersStep.tsx';
import { PlaceStep } from './PlaceStep.tsx';
import { Say } from './Say.tsx';
import { useTimeName } from './timeName.ts';
import type { Draft } from './useDraft.ts';
import { WhenStep } from './WhenStep.tsx';
import { WhoStep } from './WhoStep.tsx';
import { texts } from './words.ts';

export interface BookingPageProps {
  readonly draft: Draft;
  readonly channel: 'web' | 'clinic';
  readonly keptUnder: string;
  /** Answers offered first at either end: home, the clinic. */
  readonly first: readonly ChosenPlace[];
  readonly usual: readonly ChosenPlace[];
  readonly townName: (code: string) => string;
  /** For so many days after today bookings are taken; null while it is not known. */
  readonly daysAhead: number | null;
  /** Kind of time asked first where the place does not say it. */
  readonly usualKind: ChosenTime['kind'] | null;
  readonly onBooked: (answer: RideAnswer) => void;
  readonly onStop: () => void;
}

/** One question a screen, from "where from" to the offers. */
export function BookingPage(props: BookingPageProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const now = useServerNow(20_000);
  const dayName = useDayName(now.day);
  const { draft, dispatch } = props.draft;
  const { step } = draft;
  const heading = useRef<HTMLHeadingElement>(null);
  const questions: Record<Step, string> = {
    from: t.askFrom,
    to: t.askTo,
    when: t.askWhen,
    who: t.askWho,
    offers: t.askOffers,
  };
  // A new question is read out.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each question.
  useLayoutEffect(() => leadTo(heading.current), [step]);

  // An address may name a question that cannot be asked yet: the first open one comes before it.
  const open = STEPS.find((one) => !isAnswered(draft, one)) ?? 'offers';
  const request = buildRequest(draft, props.channel);
  const time: ChosenTime = draft.time ?? {
    kind: props.usualKind ?? 'departAfter',
    day: firstOpenDay(now.day, now.second),
    hour: null,
    minute: 0,
  };

  function choose(field: 'from' | 'to', place: ChosenPlace, kind: string | null): void {
    if (field === 'to' && draft.time === null && props.usualKind === null && kind !== null) {
      dispatch({ type: 'timeChanged', time: { ...time, kind: usualTimeKind(kind) } });
    }
    dispatch({ type: 'placeChosen', field, place });
  }

  /** A change that is left leaves the ride as it is; a new booking can be gone on with later. */
  function stop(): void {
    if (draft.replaces) props.draft.clear();
    props.onStop();
  }

  const left = countOpenQuestions(draft);
  return (
    <div className="booking">
      <p className="progress" role="status">
        {draft.person ? (
          <strong>
            <Say>{t.hello(draft.person.name)}</Say>{' '}
          </strong>
        ) : null}
        {left > 0 ? <Say>{t.left(left)}</Say> : null}
      </p>
      {draft.replaces ? (
        <p className="changingNote">
          <Say>{t.changing(dayName(draft.replaces.day), riderTime(draft.replaces.second, language))}</Say>
        </p>
      ) : null}
      <h1 ref={heading} tabIndex={-1} className="question">
        <Say>{questions[step]}</Say>
      </h1>
      <Answers first={props.first} draft={props.draft} today={now.day} />
      {step === 'from' || step === 'to' ? (
        <PlaceStep
          key={step}
          first={props.first}
          usual={props.usual}
          other={step === 'from' ? null : draft.from}
          townName={props.townName}
          onChoose={(place, kind) => choose(step, place, kind)}
        />
      ) : null}
      {step === 'when' ? (
        <WhenStep
          daysAhead={props.daysAhead}
          time={time}
          onChange={(next) => dispatch({ type: 'timeChanged', time: next })}
          onDone={() => dispatch({ type: 'timeSet' })}
        />
      ) : null}
      {step === 'who' ? <WhoStep draft={draft} dispatch={dispatch} /> : null}
      {step === 'offers' && request !== null ? (
        <OffersStep
          request={request}
          keptUnder={`${props.keptUnder}:offers`}
          onGoTo={(wanted) => dispatch({ type: 'wentTo', step: wanted })}
          onBooked={props.onBooked}
        />
      ) : null}
      {step === 'offers' && request === null ? (
        <WorkButton look="main" onPress={() => dispatch({ type: 'wentTo', step: open })}>
          <Say>{questions[open]}</Say>
        </WorkButton>
      ) : null}
      <div className="stepBack">
        {step === STEPS[0] ? null : (
          <WorkButton
            onPress={() => dispatch({ type: 'wentTo', step: STEPS[STEPS.indexOf(step) - 1] ?? 'from' })}
          >
            <Say>{t.back}</Say>
          </WorkButton>
        )}
        <WorkButton look="quiet" onPress={stop}>
          <Say>{draft.replaces ? t.stopChange : t.stop}</Say>
        </WorkButton>
      </div>
    </div>
  );
}

/** What has been answered so far; each can be changed. */
function Answers({
  draft: { draft, dispatch },
  today,
  first,
}: {
  draft: Draft;
  today: string;
  first: readonly ChosenPlace[];
}): ReactNode {
  const t = useWords(texts);
  const timeName = useTimeName(today);
  const { party } = draft;
  const count = 1 + party.attendants + party.companions + party.children;
  // A ride to be changed calls home as the desk does; here it is called as it is offered, in the reader's own language.
  const home = first.find(({ choice }) => choice.kind === 'home');
  const nameOf = (place: ChosenPlace | null) =>
    (place?.choice.kind === 'home' ? home?.name : undefined) ?? place?.name ?? '';
  const answers: { step: Step; text: string; question: string }[] = [
    { step: 'from', text: t.fromPlace(nameOf(draft.from)), question: t.askFrom },
    { step: 'to', text: t.toPlace(nameOf(draft.to)), question: t.askTo },
    { step: 'when', text: (draft.time && timeName(draft.time)) ?? '', question: t.askWhen },
    { step: 'who', text: count === 1 ? t.whoAlone : t.whoCount(count), question: t.askWho },
  ];
  const given = answers.filter(({ step }) => step !== draft.step && isAnswered(draft, step));
  if (given.length === 0) return null;
  return (
    <ul className="answers">
      {given.map(({ step, text, question }) => (
        <li key={step}>
          <span className="answerMark" aria-hidden="true">
            ✓
          </span>
          <span className="answerText">
            <Say>{text}</Say>
          </span>
          <button
            type="button"
            className="button button-quiet"
            onClick={() => dispatch({ type: 'wentTo', step })}
          >
            <span className="visuallyHidden">
              <Say>{question}</Say>
            </span>
            <span>
              <Say>{t.change}</Say>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
