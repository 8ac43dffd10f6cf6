import { describe, expect, it } from 'vitest';
import type { BookedAnswer } from '../../../backend/contract/index.ts';
import {
  type Ask,
  type AskedStage,
  bookedRides,
  type CallStage,
  isOpen,
  markOffer,
  searchProgress,
  shownDate,
  stoppedAsks,
  TYPING,
  unansweredAsks,
  unsentAsks,
  withAsks,
  yesOf,
} from '../../../dispatcher-ui/store/callStage.ts';
import { asksOf } from '../../../dispatcher-ui/store/checkDraft.ts';
import { nextDateId } from '../../../dispatcher-ui/store/nextDateId.ts';
import { refusalOf } from '../../../dispatcher-ui/store/refusal.ts';
import {
  takeAnswer,
  takeBooked,
  takeKept,
  takeRefusal,
  takeResume,
  takeSilence,
  takeStop,
  takeUndone,
} from '../../../dispatcher-ui/store/takeAnswer.ts';
import { bookedRide, completeDraft, DAY, offer, problem } from './deskFixture.ts';

const words = { ja: '', en: '' };
const oneAsk: Ask = { key: 'k1', body: asksOf(completeDraft, DAY, null, 'call-1234')[0]! };
/** `k0` for the 28th, `k1` for the 30th. */
const datesAsks: readonly Ask[] = asksOf(
  { ...completeDraft, whenText: '28日、30日 10時' },
  DAY,
  null,
  'call-1234',
).map((body, i) => ({ key: `k${i}`, body }));
const asked = withAsks(TYPING, [oneAsk]);
const twoOffers = { requestId: 'r1', offers: [offer('a'), offer('b')], poolingHint: null, return: null };
const offered = takeAnswer(asked, 'k1', { kind: 'ride', answer: twoOffers });

function agreed(results: readonly (readonly [id: string, ok: boolean])[]): BookedAnswer {
  return {
    results: results.map(([id, ok]) => ({
      id,
      ride: ok ? bookedRide(`ride of ${id}`) : null,
      sentence: null,
      problem: ok ? null : problem({ code: 'offerTaken' }),
      wayHome: null,
    })),
    sentence: words,
    undoUntil: '2026-11-27T10:00:10+09:00',
  };
}
const told = (stage: CallStage) => {
  const answer = shownDate(stage)?.answer;
  if (answer?.kind !== 'told') throw new Error('nothing was told');
  return answer;
};

describe('one date', () => {
  it('asked: unanswered under its key, nothing to say yes to', () => {
    expect(unansweredAsks(asked)).toEqual([oneAsk]);
    expect(unsentAsks(asked)).toEqual([]);
    expect(isOpen(asked)).toBe(false);
  });

  it('offers have come: the first is marked, and another can be', () => {
    expect(yesOf(offered).offerIds).toEqual(['a']);
    expect(yesOf(markOffer(offered, shownDate(offered)!.id, 'b')).offerIds).toEqual(['b']);
    expect(unansweredAsks(offered)).toEqual([]);
  });

  it('an offer nobody made, or while a yes is on its way: the mark stays', () => {
    const dateId = shownDate(offered)!.id;
    expect(markOffer(offered, dateId, 'z')).toBe(offered);
    const booking = { ...(offered as AskedStage), isBooking: true };
    expect(markOffer(booking, dateId, 'b')).toBe(booking);
  });

  it('an answer to a question that is no longer asked: nothing changes', () => {
    expect(takeAnswer(TYPING, 'k1', { kind: 'ride', answer: twoOffers })).toBe(TYPING);
    expect(takeAnswer(asked, 'older', { kind: 'ride', answer: twoOffers })).toBe(asked);
  });

  it('no answer: kept under the same key until there is one', () => {
    const silent = takeSilence(asked, 'k1');
    expect(shownDate(silent)?.answer.kind).toBe('unsent');
    expect(unansweredAsks(silent)).toEqual([oneAsk]);
    expect(unsentAsks(silent)).toEqual([oneAsk]);
    expect(yesOf(takeAnswer(silent, 'k1', { kind: 'ride', answer: twoOffers })).offerIds).toEqual(['a']);
  });

  it('silence that comes after the answer: the offers stay', () => {
    expect(takeSilence(offered, 'k1')).toBe(offered);
  });

  it('refused: the nearest alternative is marked, so that one key books it', () => {
    const refused = takeRefusal(
      asked,
      'k1',
      refusalOf(problem({ requestId: 'r1', alternatives: [offer('x')] })),
    );
    expect(told(refused)).toMatchObject({ requestId: 'r1', markedId: 'x', refusal: { code: 'noCapacity' } });
    expect(yesOf(refused).offerIds).toEqual(['x']);
  });

  it('booked: the ride stands, nothing is left to say yes to', () => {
    const booked = takeBooked(offered, agreed([['a', true]]));
    expect(bookedRides(booked).map(({ id }) => id)).toEqual(['ride of a']);
    expect(isOpen(booked)).toBe(false);
  });

  it('taken by somebody else in the meantime: the offers stay, with the reason', () => {
    const failed = takeBooked({ ...(offered as AskedStage), isBooking: true }, agreed([['a', false]]));
    expect(failed).toMatchObject({ isBooking: false, agreed: null, bookingRefusal: { code: 'offerTaken' } });
    expect(yesOf(failed).offerIds).toEqual(['a']);
  });

  it('taken back: its offers are open again', () => {
    const booked = takeBooked(offered, agreed([['a', true]]));
    const result = { rideId: 'ride of a', ride: null, offers: [offer('a2')], problem: null };
    const undone = takeUndone(booked, { results: [result] });
    expect(yesOf(undone).offerIds).toEqual(['a2']);
    expect(undone).toMatchObject({ agreed: null });
  });

  it('the yes could not be sent: kept, and not said twice', () => {
    const kept = takeKept(offered);
    expect(shownDate(kept)?.answer.kind).toBe('kept');
    expect(isOpen(kept)).toBe(false);
  });
});

describe('several dates and the way home', () => {
  const first = { requestId: 'r1', offers: [offer('a')], poolingHint: null, return: null };
  const both = withAsks(TYPING, datesAsks);
  const begun = takeAnswer(both, 'k0', { kind: 'ride', answer: first });
  const group = takeRefusal(begun, 'k1', refusalOf(problem({ alternatives: [offer('x')] })));

  it('date by date: how many are searched; nothing to tell once all are', () => {
    expect(searchProgress(both)).toEqual({ done: 0, all: 2 });
    expect(searchProgress(begun)).toEqual({ done: 1, all: 2 });
    expect(searchProgress(group)).toBeNull();
  });

  it('stopped: what was found stays and can be booked, the rest goes on under its key', () => {
    const stopped = takeStop(begun);
    expect(searchProgress(stopped)).toBeNull();
    expect(yesOf(stopped).offerIds).toEqual(['a']);
    expect(stoppedAsks(stopped)).toEqual([datesAsks[1]]);
    expect(unansweredAsks(stopped)).toEqual([]);
    const resumed = takeResume(stopped);
    expect(searchProgress(resumed)).toEqual({ done: 1, all: 2 });
    expect(unansweredAsks(resumed)).toEqual([datesAsks[1]]);
  });

  it('one offered, one refused: one yes books what was offered and no alternative nobody spoke about', () => {
    expect(yesOf(group).offerIds).toEqual(['a']);
    const second = nextDateId(group as AskedStage, 1)!;
    expect(yesOf(markOffer(group, second, 'x')).offerIds).toEqual(['a', 'x']);
  });

  it('arrows: from date to date, and not beyond the last', () => {
    const stage = group as AskedStage;
    const second = nextDateId(stage, 1)!;
    expect(nextDateId({ ...stage, shownId: second }, 1)).toBeUndefined();
    expect(nextDateId({ ...stage, shownId: second }, -1)).toBe(stage.shownId);
  });

  it('the way home without a time: booked by its request', () => {
    const booked = takeBooked(offered, agreed([['a', true]]));
    const home = withAsks(booked, [
      {
        key: 'k3',
        body: {
          kind: 'wayHome',
          ride: bookedRide('ride of a'),
          time: { kind: 'willCall' },
          proxyId: null,
          replaces: null,
        },
      },
    ]);
    expect(shownDate(home)).toMatchObject({ way: 'home', day: DAY });
    const willCall = { requestId: 'r9', expectedSecond: 50_000, targetWaitMinutes: 30, sentence: words };
    const toldHome = takeAnswer(home, 'k3', {
      kind: 'wayHome',
      answer: { requestId: 'r9', offers: [], willCall, problem: null },
    });
    expect(yesOf(toldHome)).toEqual({ offerIds: [], willCallRequestIds: ['r9'] });
    expect(bookedRides(takeBooked(toldHome, agreed([['r9', true]])))).toHaveLength(2);
  });
});
