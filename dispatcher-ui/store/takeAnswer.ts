import type { BookedAnswer, OffersAnswer, ReturnAnswer, UndoneAnswer } from '../../backend/contract/index.ts';
import { type CallStage, markedOffer, type Told, withDates } from './callStage.ts';
import { type Refusal, refusalOf } from './refusal.ts';

/** An answer to a question of `AskBody`. */
export type AskAnswer =
  | { readonly kind: 'ride'; readonly answer: OffersAnswer }
  | { readonly kind: 'wayHome'; readonly answer: ReturnAnswer };

/** A date that was told offers, the first of them marked to be read aloud. */
function told(part: Partial<Told>): Told {
  const offers = part.offers ?? [];
  return {
    kind: 'told',
    requestId: null,
    offers,
    willCall: null,
    refusal: null,
    poolingHint: null,
    markedId: offers[0]?.id ?? null,
    ...part,
  };
}

/** The date after a refusal: its alternatives stand where the offers would, the nearest marked. */
function toldRefusal(refusal: Refusal): Told {
  return told({ refusal, requestId: refusal.requestId, offers: refusal.alternatives });
}

/** The stage after an answer; an answer to a question that is no longer asked changes nothing. */
export function takeAnswer(stage: CallStage, key: string, given: AskAnswer): CallStage {
  return withDates(stage, ({ askKey, answer }) => {
    if (askKey !== key) return answer;
    if (given.kind === 'ride') {
      const { requestId, offers, poolingHint } = given.answer;
      return told({ requestId, offers, poolingHint });
    }
    const { requestId, offers, willCall, problem } = given.answer;
    return problem ? toldNo(stage, key, refusalOf(problem)) : told({ requestId, offers, willCall });
  });
}

/** One yes books all dates together, and of one among several nobody has spoken about its alternatives yet. */
function toldNo(stage: CallStage, key: string, refusal: Refusal): Told {
  const dates = stage.kind === 'asked' ? stage.dates : [];
  const way = dates.find(({ askKey }) => askKey === key)?.way;
  const isOneOfMany = dates.filter((date) => date.way === way).length > 1;
  return { ...toldRefusal(refusal), ...(isOneOfMany && { markedId: null }) };
}

/** The stage after a "no" to a question. */
export function takeRefusal(stage: CallStage, key: string, refusal: Refusal): CallStage {
  return withDates(stage, ({ askKey, answer }) => (askKey === key ? toldNo(stage, key, refusal) : answer));
}

/** The stage after a question that reached nobody. */
export function takeSilence(stage: CallStage, key: string): CallStage {
  return withDates(stage, ({ askKey, answer }) =>
    askKey === key && answer.kind === 'asking' ? { kind: 'unsent' } : answer,
  );
}

/** The stage with all searches that are still on stopped; what was found stays. */
export function takeStop(stage: CallStage): CallStage {
  return withDates(stage, ({ answer }) => (answer.kind === 'asking' ? { kind: 'stopped' } : answer));
}

/** The stage with the stopped searches going on. */
export function takeResume(stage: CallStage): CallStage {
  return withDates(stage, ({ answer }) => (answer.kind === 'stopped' ? { kind: 'asking' } : answer));
}

/** The stage after the answer to a yes: what succeeded is booked, the first thing that failed is said. */
export function takeBooked(stage: CallStage, agreed: BookedAnswer): CallStage {
  if (stage.kind !== 'asked') return stage;
  const results = new Map(agreed.results.map((result) => [result.id, result]));
  const next = withDates(stage, (date) => {
    const { answer } = date;
    if (answer.kind !== 'told') return answer;
    const result = results.get(markedOffer(date)?.id ?? answer.willCall?.requestId ?? '');
    return result?.ride ? { kind: 'booked', ride: result.ride, before: answer } : answer;
  });
  const problem = agreed.results.find((result) => result.problem !== null)?.problem;
  const isAnyBooked = agreed.results.some(({ ride }) => ride !== null);
  return {
    ...(next as typeof stage),
    isBooking: false,
    bookingRefusal: problem ? refusalOf(problem) : null,
    agreed: isAnyBooked ? agreed : stage.agreed,
  };
}

/** The stage when the yes is kept on this device: all it names is as good as said. */
export function takeKept(stage: CallStage): CallStage {
  if (stage.kind !== 'asked') return stage;
  const next = withDates(stage, (date) =>
    date.answer.kind === 'told' && (markedOffer(date) || date.answer.willCall)
      ? { kind: 'kept' }
      : date.answer,
  );
  return { ...(next as typeof stage), isBooking: false };
}

/** The stage after a booking was taken back: its offers stand open again. */
export function takeUndone(stage: CallStage, undone: UndoneAnswer): CallStage {
  if (stage.kind !== 'asked') return stage;
  const back = new Map(undone.results.filter(({ problem }) => !problem).map((each) => [each.rideId, each]));
  const next = withDates(stage, ({ answer }) => {
    const result = answer.kind === 'booked' ? back.get(answer.ride.id) : undefined;
    if (!result || answer.kind !== 'booked') return answer;
    // Alternatives and ways home without a time are open again under the request they belong to.
    return result.offers.length > 0
      ? told({ requestId: result.rideId, offers: result.offers })
      : answer.before;
  });
  return { ...(next as typeof stage), agreed: null, bookingRefusal: null };
}
