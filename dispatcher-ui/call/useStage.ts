import { useCallback, useRef, useState } from 'react';
import type { BookedAnswer, Bookings, RequestAnswer } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import type { Api } from '../../screen-kit/transport/api.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { useDesk } from '../frame/deskContext.ts';
import { isLost } from '../outbox/isLost.ts';
import { useResend } from '../outbox/useResend.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';
import {
  type Ask,
  type AskBody,
  type AskedDate,
  type CallStage,
  markOffer,
  stoppedAsks,
  TYPING,
  unsentAsks,
  withAsks,
  withDates,
  yesOf,
} from '../store/callStage.ts';
import type { Refusal } from '../store/refusal.ts';
import {
  type AskAnswer,
  takeAnswer,
  takeBooked,
  takeKept,
  takeRefusal,
  takeResume,
  takeSilence,
  takeStop,
  takeUndone,
} from '../store/takeAnswer.ts';
import { refusalOfFault } from './refusalOfFault.ts';

export interface StageDesk {
  readonly stage: CallStage;
  readonly ask: (bodies: readonly AskBody[]) => void;
  /** Ends the searches that are still on; what was found stays. */
  readonly stop: () => void;
  /** Goes on with the searches that were stopped. */
  readonly resume: () => void;
  readonly mark: (date: AskedDate, offerId: string) => void;
  readonly show: (dateId: string) => void;
  /** Books all that is marked; a yes that cannot be sent is handed to `onKept` under its key. */
  readonly book: (onKept: (key: string, yes: Bookings) => void) => Promise<void>;
  /** Takes back what was agreed last; answers whether it was done. */
  readonly undo: (agreed: BookedAnswer) => Promise<boolean>;
  /** Records what the rider said to a date's offers or refusal. */
  readonly answerDate: (date: AskedDate, answer: RequestAnswer['answer']) => Promise<boolean>;
  /** Why the last undo or answer did not work. */
  readonly fault: ApiFault | null;
  /** Back to the form: what was offered no longer fits what is typed. */
  readonly reset: () => void;
}

/** Several dates are asked for side by side, but an operator leaves room for the others. */
const SEARCHES_AT_ONCE = 3;

async function sendAsk(api: Api, { key, body }: Ask, signal: AbortSignal): Promise<AskAnswer> {
  if (body.kind === 'ride') return { kind: 'ride', answer: await api.requestRide(body.request, key, signal) };
  const { ride, time, proxyId, replaces } = body;
  const answer = await api.requestReturn(ride.id, { return: time, proxyId, replaces }, key, signal);
  return { kind: 'wayHome', answer };
}

/** The dialogue with the server about one or several dates: ask for offers, mark one of each, book them. */
export function useStage(unanswered: readonly Ask[]): StageDesk {
  const { api, onFault } = useScreen();
  const { feed } = useDesk();
  const reader = useRef(feed.reader);
  reader.current = feed.reader;
  const [stage, setStage] = useState<CallStage>(() =>
    withDates(withAsks(TYPING, unanswered), () => ({ kind: 'unsent' })),
  );
  const { fault, attempt, forget } = useAttempt();
  const sendOnce = useSendOnce();
  const current = useRef(stage);
  current.current = stage;

  const searching = useRef(new AbortController());

  const send = useCallback(
    async (ask: Ask) => {
      const { signal } = searching.current;
      try {
        const answer = await sendAsk(api, ask, signal);
        setStage((before) => takeAnswer(before, ask.key, answer));
      } catch (cause) {
        if (signal.aborted) return;
        const met = asFault(cause);
        if (isLost(met)) setStage((before) => takeSilence(before, ask.key));
        else setStage((before) => takeRefusal(before, ask.key, refusalOfFault(met)));
        onFault(cause);
      }
    },
    [api, onFault],
  );

  /** In their order, some at once, until somebody stops it. */
  const sendAll = useCallback(
    async (asks: readonly Ask[]): Promise<void> => {
      const { signal } = searching.current;
      const waiting = [...asks];
      const sendOn = async (): Promise<void> => {
        for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) await send(next);
      };
      await Promise.all(Array.from({ length: SEARCHES_AT_ONCE }, sendOn));
    },
    [send],
  );

  const ask = useCallback(
    (bodies: readonly AskBody[]) => {
      const asks = bodies.map((body) => ({ key: newKey(), body }));
      setStage((before) => withAsks(before, asks));
      void sendAll(asks);
    },
    [sendAll],
  );

  const abort = useCallback(() => {
    searching.current.abort();
    searching.current = new AbortController();
  }, []);
  const stop = useCallback(() => {
    abort();
    setStage(takeStop);
  }, [abort]);
  const resume = useCallback(() => {
    const asks = stoppedAsks(current.current);
    setStage(takeResume);
    void sendAll(asks);
  }, [sendAll]);

  useResend(unsentAsks(stage).length > 0, () => sendAll(unsentAsks(current.current)));

  const book = useCallback(
    async (onKept: (key: string, yes: Bookings) => void) => {
      const yes = yesOf(current.current);
      let key = '';
      setStage((before) =>
        before.kind === 'asked' ? { ...before, isBooking: true, bookingRefusal: null } : before,
      );
      try {
        const agreed = await sendOnce(JSON.stringify(yes), (itsKey) => {
          key = itsKey;
          return api.book(yes, itsKey);
        });
        for (const { ride } of agreed.results) if (ride) reader.current?.putRide(ride);
        setStage((before) => takeBooked(before, agreed));
      } catch (cause) {
        const met = asFault(cause);
        if (isLost(met)) {
          onKept(key, yes);
          setStage(takeKept);
        } else setStage((before) => withBookingRefusal(before, refusalOfFault(met)));
        onFault(cause);
      }
    },
    [api, sendOnce, onFault],
  );

  const undo = useCallback(
    (agreed: BookedAnswer) =>
      attempt(async () => {
        const rideIds = agreed.results.flatMap(({ ride }) => (ride ? [ride.id] : []));
        const undone = await sendOnce(`undo ${rideIds}`, (key) =>
          api.undo({ what: 'booking', rideIds }, key),
        );
        for (const { ride } of undone.results) if (ride) reader.current?.putRide(ride);
        setStage((before) => takeUndone(before, undone));
      }),
    [api, attempt, sendOnce],
  );

  const answerDate = useCallback(
    (date: AskedDate, answer: RequestAnswer['answer']) =>
      attempt(async () => {
        const requestId = date.answer.kind === 'told' ? date.answer.requestId : null;
        if (requestId) {
          await sendOnce(`${requestId} ${answer}`, (key) => api.answerRequest(requestId, answer, key));
        }
        setStage((before) =>
          withDates(before, (each) => (each.id === date.id ? { kind: 'declined' } : each.answer)),
        );
      }),
    [api, attempt, sendOnce],
  );

  const mark = useCallback(
    (date: AskedDate, offerId: string) => setStage((before) => markOffer(before, date.id, offerId)),
    [],
  );
  const show = useCallback(
    (dateId: string) =>
      setStage((before) => (before.kind === 'asked' ? { ...before, shownId: dateId } : before)),
    [],
  );
  const reset = useCallback(() => {
    forget();
    abort();
    setStage((before) => (before.kind === 'typing' ? before : TYPING));
  }, [abort, forget]);
  return { stage, ask, stop, resume, mark, show, book, undo, answerDate, fault, reset };
}

function withBookingRefusal(stage: CallStage, refusal: Refusal): CallStage {
  return stage.kind === 'asked' ? { ...stage, isBooking: false, bookingRefusal: refusal } : stage;
}
