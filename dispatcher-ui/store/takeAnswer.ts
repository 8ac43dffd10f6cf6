import type {
  BookedAnswer,
  OffersAnswer,
  RequestGroupAnswer,
  ReturnAnswer,
  UndoneAnswer,
} from '../../backend/contract/index.ts';
import { type CallStage, markedOffer, type Told, withDates } from './callStage.ts';
import { type Refusal, refusalOf } from './refusal.ts';

/** An answer to a question of `AskBody`. */
export type AskAnswer =
  | { readonly kind: 'ride'; readonly answer: OffersAnswer }
  | { readonly kind: 'group'; readonly answer: RequestGroupAnswer }
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
  return withDates(stage, ({ askKey, day, answer }) => {
    if (askKey !== key) return answer;
    if (given.kind === 'ride') {
      const { requestId, offers, poolingHint } = given.answer;
      return told({ requestId, offers, poolingHint });
    }
    if (given.kind === 'wayHome') return toldWayHome(given.answer);
    const ofDay = given.answer.days.find((each) => each.day === day);
    if (!ofDay) return answer;
    // One yes books all days together, and nobody has spoken about this day's alternatives yet.
    if (ofDay.problem) return { ...toldRefusal(refusalOf(ofDay.problem)), markedId: null };
    return told({ requestId: ofDay.requestId, offers: ofDay.offers });
  });
}

function toldWayHome({ requestId, offers, willCall, problem }: ReturnAnswer): Told {
  return problem ? toldRefusal(refusalOf(problem)) : told({ requestId, offers, willCall });
}

/** The stage after a "no" to a question. */
export function takeRefusal(stage: CallStage, key: string, refusal: Refusal): CallStage {
  return withDates(stage, ({ askKey, answer }) => (askKey === key ? toldRefusal(refusal) : answer));
}

/** The stage after a question that reached nobody. */
export function takeSilence(stage: CallStage, key: string): CallStage {
  return withDates(stage, ({ askKey, answer }) =>
    askKey === key && answer.kind === 'asking' ? { kind: 'unsent' } : answer,
  );
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
