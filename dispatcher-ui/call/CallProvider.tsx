import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useIncoming } from '../caller/incomingContext.ts';
import { type BookingDraft, emptyDraft } from '../store/bookingDraft.ts';
import { bookedRides, markedOffer, shownDate, unansweredAsks, wayHomeToAsk } from '../store/callStage.ts';
import { draftForRider, isForAnother, losesTyped } from '../store/changeRider.ts';
import { asksOf, checkDraft, DRAFT_FIELDS } from '../store/checkDraft.ts';
import { draftFromRide, draftFromUsual, draftToChange } from '../store/filledDraft.ts';
import type { Speaker } from '../store/speaker.ts';
import { type Call, CallContext } from './callContext.ts';
import { loadCall, saveCall } from './draftStorage.ts';
import { createFieldFocus, type FocusField } from './fieldFocus.ts';
import { useCard } from './useCard.ts';
import { useKeptYeses } from './useKeptYeses.ts';
import { useStage } from './useStage.ts';

const texts = { home: { ja: '自宅', en: 'Home' } };

/** Holds the call that is being taken, so that both sides of the desk and every view of it show the same. */
export function CallProvider({ children }: { children: ReactNode }): ReactNode {
  const t = useWords(texts);
  const { session } = useScreen();
  const today = useServerNow(10_000).day;
  const [stored] = useState(() => loadCall(session.accountId, today));
  const [draft, setDraft] = useState(stored.draft);
  const [isTried, setTried] = useState(false);
  const desk = useStage(stored.unanswered);
  const { stage, ask, stop, resume, reset, mark, show, undo, answerDate, fault, book: bookMarked } = desk;
  const { kept, keep, drop } = useKeptYeses();
  const [focus] = useState(createFieldFocus);
  const [speaker, setSpeaker] = useState<Speaker | null>(null);
  const personId = draft.person?.id ?? null;
  const { card, fault: cardFault, reload: reloadCard } = useCard(personId);

  // What is agreed is no draft any more: after a reload the form is empty.
  const isSettled =
    stage.kind === 'asked' && stage.dates.every(({ answer }) => /^(booked|kept|declined)$/.test(answer.kind));
  useEffect(() => {
    const left = isSettled ? emptyDraft(today) : draft;
    saveCall(session.accountId, { draft: left, unanswered: unansweredAsks(stage) });
  }, [session.accountId, draft, stage, isSettled, today]);

  // The callbacks below read what is current when they are called, so that they stay the same from key to key.
  const now = useRef({ draft, stage, today, card });
  now.current = { draft, stage, today, card };

  /** Where the caret goes once what fills the form is drawn, so that the new text is marked and not the old one. */
  const landing = useRef<FocusField | null>(null);
  useLayoutEffect(() => {
    if (landing.current) focus.go(landing.current);
    landing.current = null;
  });

  const change = useCallback(
    (part: Partial<BookingDraft>) => {
      setDraft((before) => ({ ...before, ...part }));
      reset();
    },
    [reset],
  );

  const incoming = useIncoming();
  const openedId = incoming?.opened?.call.id ?? null;
  const putAway = incoming?.putAway;
  const startNext = useCallback(() => {
    // The household of the last caller has no place beside the next.
    if (openedId !== null) void putAway?.(openedId);
    setDraft(emptyDraft(now.current.today));
    setTried(false);
    setSpeaker(null);
    reset();
    focus.go('person');
  }, [reset, focus, openedId, putAway]);

  const find = useCallback(
    (override?: string) => {
      setTried(true);
      const { draft: typed, today: day } = now.current;
      const asks = asksOf(typed, day, override ?? null, newKey());
      if (asks.length > 0) {
        reset();
        ask(asks);
        return;
      }
      const problems = checkDraft(typed, day);
      const firstWrong = DRAFT_FIELDS.find((field) => problems[field]);
      if (firstWrong) focus.go(firstWrong);
    },
    [ask, reset, focus],
  );

  const book = useCallback(async () => {
    const { draft: typed, stage: asked } = now.current;
    const shown = shownDate(asked);
    const sentence = shown && markedOffer(shown)?.sentence;
    await bookMarked((key, bookings) =>
      keep({
        key,
        bookings,
        riderName: typed.personText,
        sentence: sentence ?? { ja: '', en: '' },
        draft: typed,
        outcome: { kind: 'waiting' },
      }),
    );
    reloadCard();
  }, [bookMarked, keep, reloadCard]);

  const call = useMemo<Call>(
    () => ({
      draft,
      change,
      choosePerson(person) {
        const { draft: typed, today: day } = now.current;
        if (person && isForAnother(typed, person)) setTried(false);
        setDraft((before) => draftForRider(before, person, day));
        reset();
        if (person) focus.go('usual');
      },
      card,
      cardFault,
      reloadCard,
      speaker,
      setSpeaker,
      bookLike(ride) {
        if (!now.current.draft.person) return;
        setDraft(draftFromRide(now.current.draft, ride, t.home));
        reset();
        landing.current = 'when';
      },
      changeRide(ride, person) {
        const { draft: typed, today: day } = now.current;
        const personText = `${person.familyName} ${person.givenName}`;
        const isOfCall = typed.person?.id === person.id;
        const begun = isOfCall ? { ...typed, person, personText } : draftForRider(typed, person, day);
        setDraft(draftToChange(begun, ride, t.home));
        setTried(false);
        reset();
        landing.current = 'when';
      },
      losesTyped: (personId) => !isSettled && losesTyped(draft, personId),
      stopChange() {
        const { draft: typed, today: day } = now.current;
        const { person, personText, proxyId } = typed;
        const enteredFor = person && { personId: person.id, isFilled: false };
        setDraft({ ...emptyDraft(day), person, personText, proxyId, enteredFor });
        setTried(false);
        reset();
        landing.current = 'usual';
      },
      takeUsual(index) {
        const usual = now.current.card?.usual[index];
        if (!usual || !now.current.card) return;
        setDraft(draftFromUsual(now.current.draft, now.current.card.person, usual, t.home));
        reset();
        landing.current = 'when';
      },
      stage,
      isTried,
      find,
      stopSearch: stop,
      resumeSearch: resume,
      noteOverride: (overrideReason) => setDraft((before) => ({ ...before, overrideReason })),
      mark,
      show,
      book,
      undo: (agreed) => undo(agreed).finally(reloadCard),
      askWayHome(time) {
        const old = wayHomeToAsk(stage);
        const { proxyId } = now.current.draft;
        ask(
          bookedRides(stage).map((ride) => {
            const replaces = old?.outbound.id === ride.id ? old.ride.id : null;
            return { kind: 'wayHome', ride, time, proxyId, replaces };
          }),
        );
      },
      answerDate,
      fault,
      otherTime() {
        // What was changed is changed: what is asked for next is a ride of its own.
        if (bookedRides(now.current.stage).length > 0) setDraft((before) => ({ ...before, replaces: null }));
        reset();
        focus.go('when');
      },
      startNext,
      kept,
      dropKept: drop,
      resumeKept(yes) {
        drop(yes.key);
        setDraft(yes.draft);
        reset();
        landing.current = 'when';
      },
      focus,
    }),
    [
      draft,
      isSettled,
      change,
      card,
      cardFault,
      reloadCard,
      speaker,
      t,
      stage,
      isTried,
      find,
      mark,
      show,
      book,
      undo,
      ask,
      stop,
      resume,
      answerDate,
      fault,
      reset,
      startNext,
      kept,
      drop,
      focus,
    ],
  );
  return <CallContext.Provider value={call}>{children}</CallContext.Provider>;
}
