import type {
  BookedAnswer,
  OfferView,
  ReturnTime,
  RideRequest,
  RideView,
  WillCallOffer,
} from '../../backend/contract/index.ts';
import type { TimeKind } from './readWhen.ts';
import type { Refusal } from './refusal.ts';

/** One question to the server: a ride of one date, or the way home of a booked ride. */
export type AskBody =
  | { readonly kind: 'ride'; readonly request: RideRequest }
  | {
      readonly kind: 'wayHome';
      readonly ride: RideView;
      readonly time: ReturnTime;
      /** Who asks now; null: the rider. */
      readonly proxyId: string | null;
      /** The way home that is changed; null: there is none yet. */
      readonly replaces: string | null;
    };

/** A question with its idempotency key. */
export interface Ask {
  readonly key: string;
  readonly body: AskBody;
}

/** What the server said to one date. */
export interface Told {
  readonly kind: 'told';
  /** The kept search, for the rider's answer. */
  readonly requestId: string | null;
  readonly offers: readonly OfferView[];
  readonly willCall: WillCallOffer | null;
  /** Why there are no offers; `offers` are then alternatives. */
  readonly refusal: Refusal | null;
  readonly poolingHint: { readonly offerId: string; readonly sentence: Refusal['sentence'] } | null;
  /** The offer whose sentence is being read aloud; null: none. */
  readonly markedId: string | null;
}

/** What came of one date. */
export type DateAnswer =
  | { readonly kind: 'asking' }
  /** The server did not answer; it is asked again, under the same key, when it is back. */
  | { readonly kind: 'unsent' }
  /** The operator ended the search; it can go on, under the same key. */
  | { readonly kind: 'stopped' }
  | Told
  /** The rider took none of it. */
  | { readonly kind: 'declined' }
  /** The yes is kept on this device and sent when the server is back. */
  | { readonly kind: 'kept' }
  /** `before`: what stands again when it is taken back. */
  | { readonly kind: 'booked'; readonly ride: RideView; readonly before: Told };

/** One ride of the call: a date out, or its way home. */
export interface AskedDate {
  /** Unlike for every date of the stage. */
  readonly id: string;
  /** Key of the question that asks for it. */
  readonly askKey: string;
  readonly way: 'out' | 'home';
  readonly day: string;
  readonly answer: DateAnswer;
}

/** How far the call has come: still typing, or asked for one or several dates. */
export type CallStage =
  | { readonly kind: 'typing' }
  | {
      readonly kind: 'asked';
      readonly asks: readonly Ask[];
      readonly dates: readonly AskedDate[];
      readonly shownId: string;
      readonly isBooking: boolean;
      /** Why the last yes was refused; null: it was not. */
      readonly bookingRefusal: Refusal | null;
      /** What was agreed last, to be read aloud and undone. */
      readonly agreed: BookedAnswer | null;
    };

export type AskedStage = Extract<CallStage, { kind: 'asked' }>;

export const TYPING: CallStage = { kind: 'typing' };

/** The stage with further questions sent off; the first of their dates is shown. */
export function withAsks(stage: CallStage, asks: readonly Ask[]): CallStage {
  const fresh = asks.flatMap(datesOf);
  const first = fresh[0];
  if (!first) return stage;
  const before = stage.kind === 'asked' ? stage : { asks: [], dates: [], agreed: null };
  return {
    kind: 'asked',
    asks: [...before.asks, ...asks],
    dates: [...before.dates, ...fresh],
    shownId: first.id,
    isBooking: false,
    bookingRefusal: null,
    agreed: before.agreed,
  };
}

function datesOf({ key, body }: Ask): readonly AskedDate[] {
  const date = (day: string, way: AskedDate['way']): AskedDate => ({
    id: `${key} ${day} ${way}`,
    askKey: key,
    way,
    day,
    answer: { kind: 'asking' },
  });
  if (body.kind === 'wayHome') return [date(body.ride.day, 'home')];
  return [date(body.request.time.day, 'out')];
}

/** The date that is on the screen; undefined while typing. */
export function shownDate(stage: CallStage): AskedDate | undefined {
  return stage.kind === 'asked' ? stage.dates.find(({ id }) => id === stage.shownId) : undefined;
}

/** Was a date asked for by its time of arriving or of leaving? A way home without a time is one of leaving. */
export function askedKind(stage: CallStage, date: AskedDate): TimeKind {
  const body = stage.kind === 'asked' ? stage.asks.find(({ key }) => key === date.askKey)?.body : undefined;
  if (body?.kind === 'ride') return body.request.time.kind;
  return body?.time.kind === 'arriveBy' ? 'arriveBy' : 'departAfter';
}

/** Does an answer to this date take the place of a ride that stands? */
export function isChangeOf(stage: CallStage, date: AskedDate): boolean {
  const body = stage.kind === 'asked' ? stage.asks.find(({ key }) => key === date.askKey)?.body : undefined;
  if (body?.kind === 'ride') return (body.request.replaces ?? null) !== null;
  return body?.kind === 'wayHome' && body.replaces !== null;
}

function asksWith(stage: CallStage, ...kinds: readonly DateAnswer['kind'][]): readonly Ask[] {
  if (stage.kind !== 'asked') return [];
  const found = new Set(
    stage.dates.filter(({ answer }) => kinds.includes(answer.kind)).map(({ askKey }) => askKey),
  );
  return stage.asks.filter(({ key }) => found.has(key));
}

/** Questions without an answer: what has to be sent again after a reload. */
export function unansweredAsks(stage: CallStage): readonly Ask[] {
  return asksWith(stage, 'asking', 'unsent');
}

/** Questions whose answer was lost: what is sent again when the server is back. */
export function unsentAsks(stage: CallStage): readonly Ask[] {
  return asksWith(stage, 'unsent');
}

/** Dates of the questions sent together: how many have an answer, of how many. Null where none is being asked. */
export function searchProgress(stage: CallStage): { readonly done: number; readonly all: number } | null {
  if (stage.kind !== 'asked' || stage.dates.every(({ answer }) => answer.kind !== 'asking')) return null;
  const way = stage.dates.find(({ answer }) => answer.kind === 'asking')!.way;
  const together = stage.dates.filter((date) => date.way === way);
  return { done: together.filter(({ answer }) => answer.kind !== 'asking').length, all: together.length };
}

/** Questions that were stopped, to go on with. */
export function stoppedAsks(stage: CallStage): readonly Ask[] {
  return asksWith(stage, 'stopped');
}

/** The stage with a part of its dates changed; the same object when nothing changed. */
export function withDates(stage: CallStage, change: (date: AskedDate) => DateAnswer): CallStage {
  if (stage.kind !== 'asked') return stage;
  const dates = stage.dates.map((date) => {
    const answer = change(date);
    return answer === date.answer ? date : { ...date, answer };
  });
  return dates.every((date, i) => date === stage.dates[i]) ? stage : { ...stage, dates };
}

/** Marks an offer of a date to be read aloud; not while a yes is on its way. */
export function markOffer(stage: CallStage, dateId: string, offerId: string): CallStage {
  if (stage.kind !== 'asked' || stage.isBooking) return stage;
  return withDates(stage, ({ id, answer }) =>
    id === dateId && answer.kind === 'told' && answer.offers.some((offer) => offer.id === offerId)
      ? { ...answer, markedId: offerId }
      : answer,
  );
}

/** The offer of a date that a yes would book. */
export function markedOffer(date: AskedDate): OfferView | undefined {
  const { answer } = date;
  return answer.kind === 'told' ? answer.offers.find(({ id }) => id === answer.markedId) : undefined;
}

/** All that one yes books: the marked offer of every date that has one, and ways home without a time. */
export function yesOf(stage: CallStage): { offerIds: string[]; willCallRequestIds: string[] } {
  const yes = { offerIds: [] as string[], willCallRequestIds: [] as string[] };
  if (stage.kind !== 'asked') return yes;
  for (const date of stage.dates) {
    const offer = markedOffer(date);
    if (offer) yes.offerIds.push(offer.id);
    else if (date.answer.kind === 'told' && date.answer.willCall) {
      yes.willCallRequestIds.push(date.answer.willCall.requestId);
    }
  }
  return yes;
}

/** Does the call still wait for a word from the rider? */
export function isOpen(stage: CallStage): boolean {
  const { offerIds, willCallRequestIds } = yesOf(stage);
  return offerIds.length + willCallRequestIds.length > 0;
}

/** The way home that stood when a ride was changed, as the last agreement tells it: to be asked about. */
export function wayHomeToAsk(stage: CallStage): WayHomeToAsk | undefined {
  if (stage.kind !== 'asked') return undefined;
  for (const { ride, wayHome } of stage.agreed?.results ?? []) {
    if (ride && wayHome) return { outbound: ride, ...wayHome };
  }
  return undefined;
}

/** A changed ride and the way home that belongs to it. */
export interface WayHomeToAsk {
  readonly outbound: RideView;
  readonly ride: RideView;
  readonly isFitting: boolean;
}

/** Rides that were booked in this call. */
export function bookedRides(stage: CallStage): readonly RideView[] {
  if (stage.kind !== 'asked') return [];
  return stage.dates.flatMap(({ answer }) => (answer.kind === 'booked' ? [answer.ride] : []));
}
