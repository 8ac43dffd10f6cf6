import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import {
  type AskedDate,
  type AskedStage,
  askedKind,
  isChangeOf,
  markedOffer,
  type Told,
  yesOf,
} from '../store/callStage.ts';
import { nextDateId } from '../store/nextDateId.ts';
import { OFFER_LETTERS, OfferRows } from './OfferRows.tsx';
import { RefusalBox } from './RefusalBox.tsx';

const texts = {
  book: { ja: (letter: string) => `${letter} 予約する`, en: (letter: string) => `Book ${letter}` },
  change: {
    ja: (letter: string) => `${letter} この時刻に変える`,
    en: (letter: string) => `Change to ${letter}`,
  },
  bookAll: { ja: (count: number) => `${count}件 予約する`, en: (count: number) => `Book ${count} rides` },
  bookWillCall: { ja: '連絡待ちで予約する', en: 'Book as will-call' },
  readAloud: { ja: '読み上げ', en: 'Read aloud' },
  other: { ja: 'ほかの時刻', en: 'Other time' },
  answers: { ja: 'お客様のお返事', en: "Rider's answer" },
  declined: { ja: 'やめておく', en: 'Declined' },
  callsAgain: { ja: 'またお電話', en: 'Calls again' },
  waitlisted: { ja: '空き待ち', en: 'Waitlist' },
  expired: {
    ja: 'ご案内の期限が切れました。「もう一度探す」を押してください。入力はそのままです。',
    en: 'These times have expired. Find again; the form is unchanged.',
  },
  again: { ja: 'もう一度探す', en: 'Find again' },
};

const ANSWER_KEYS = { N: 'declined', K: 'callsAgain', L: 'waitlisted' } as const;

export interface OffersCardProps {
  readonly date: AskedDate;
  readonly answer: Told;
  readonly stage: AskedStage;
}

/** The offers of one date, the sentence of the marked one in large type, and what the rider may say to them. */
export function OffersCard({ date, answer, stage }: OffersCardProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { mark, show, book, find, otherTime, answerDate, focus } = useCall();
  const { session } = useScreen();
  const now = useServerNow();
  const room = useRef<HTMLDivElement>(null);
  const { offers, refusal, willCall, poolingHint, requestId } = answer;
  const marked = markedOffer(date);
  const isChange = isChangeOf(stage, date);
  const isExpired = offers.length > 0 && offers.every((offer) => Date.parse(offer.expiresAt) <= now.moment);
  const yes = yesOf(stage);
  const count = yes.offerIds.length + yes.willCallRequestIds.length;

  // Before it is seen: a key pressed at the sight of it must not go astray.
  useLayoutEffect(() => {
    focus.go('offers');
    room.current?.scrollIntoView({ block: 'nearest' });
  }, [focus]);

  /** What a key does; undefined: nothing of ours. */
  function actOf(event: KeyboardEvent): (() => void) | undefined {
    const key = event.key.toUpperCase();
    const index = offers.findIndex(({ id }) => id === answer.markedId);
    const beside = { ARROWDOWN: offers[index + 1], ARROWUP: offers[index - 1] }[key];
    const offer = offers[OFFER_LETTERS.indexOf(key)] ?? beside;
    if (offer) return () => mark(date, offer.id);
    const dateId = { ARROWRIGHT: nextDateId(stage, 1), ARROWLEFT: nextDateId(stage, -1) }[key];
    if (dateId) return () => show(dateId);
    if (key === 'F') return otherTime;
    if (key === 'X' && refusal?.mayOverride?.roles.includes(session.role)) return () => focus.go('override');
    // A key that is held down since the form must not say yes to what nobody has read yet.
    if (key === 'ENTER' && event.repeat) return () => undefined;
    const said = ANSWER_KEYS[key as keyof typeof ANSWER_KEYS];
    return said && requestId ? () => void answerDate(date, said) : undefined;
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') otherTime();
    const isTyping = event.target instanceof HTMLInputElement;
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || stage.isBooking) return;
    const act = actOf(event);
    if (!act) return;
    // Else the letter would be typed into the field the caret goes to.
    event.preventDefault();
    act();
  }

  const letter = OFFER_LETTERS[offers.findIndex(({ id }) => id === answer.markedId)] ?? '';
  const sentence = marked?.sentence ?? willCall?.sentence;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the letter keys for the buttons inside it.
    <div className="offersCard" ref={room} onKeyDown={press}>
      {refusal ? <RefusalBox refusal={refusal} /> : null}
      {offers.length > 0 ? (
        <OfferRows
          offers={offers}
          markedId={answer.markedId}
          timeKind={askedKind(stage, date)}
          isExpired={isExpired}
          onMark={(offerId) => {
            mark(date, offerId);
            focus.go('offers');
          }}
        />
      ) : null}
      {poolingHint && !isExpired ? (
        <p className="poolingHint">
          <span className="key">
            {OFFER_LETTERS[offers.findIndex(({ id }) => id === poolingHint.offerId)]}
          </span>{' '}
          {poolingHint.sentence[language]}
        </p>
      ) : null}
      {isExpired ? (
        <p className="offersExpired" role="alert">
          {t.expired}
        </p>
      ) : sentence ? (
        <p className="readAloud" aria-live="polite">
          <span className="visuallyHidden">{t.readAloud}: </span>
          {marked && marked.day !== now.day ? `${dayText(marked.day, language)} ` : ''}
          {sentence[language]}
        </p>
      ) : null}
      {stage.bookingRefusal ? (
        <p className="answerNotice" role="alert">
          <strong>{stage.bookingRefusal.sentence[language]}</strong> {stage.bookingRefusal.action[language]}
        </p>
      ) : null}
      <div className="answerActions">
        {isExpired || stage.bookingRefusal ? (
          <WorkButton look="main" shortcut="⏎" onPress={() => find()} buttonRef={buttonOf(focus.refs.offers)}>
            {t.again}
          </WorkButton>
        ) : count > 0 ? (
          <WorkButton
            look="main"
            shortcut="⏎"
            onPress={book}
            isBusy={stage.isBooking}
            buttonRef={buttonOf(focus.refs.offers)}
            className="bookButton"
          >
            {count > 1
              ? t.bookAll(count)
              : !marked
                ? t.bookWillCall
                : isChange
                  ? t.change(letter)
                  : t.book(letter)}
          </WorkButton>
        ) : null}
        <WorkButton
          shortcut="F"
          onPress={otherTime}
          {...(count === 0 && !isExpired && !stage.bookingRefusal
            ? { buttonRef: buttonOf(focus.refs.offers) }
            : {})}
        >
          {t.other}
        </WorkButton>
        {requestId ? (
          <fieldset className="riderAnswers">
            <legend className="visuallyHidden">{t.answers}</legend>
            {Object.entries(ANSWER_KEYS).map(([key, each]) => (
              <WorkButton key={key} look="quiet" shortcut={key} onPress={() => answerDate(date, each)}>
                {t[each]}
              </WorkButton>
            ))}
          </fieldset>
        ) : null}
      </div>
    </div>
  );
}

function buttonOf(ref: RefObject<HTMLElement | null>): RefObject<HTMLButtonElement | null> {
  return ref as RefObject<HTMLButtonElement | null>;
}
