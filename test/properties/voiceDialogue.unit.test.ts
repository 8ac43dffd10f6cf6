import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UsualRide } from '../../backend/booking/index.ts';
import { CALL_REASONS, type CallBack } from '../../backend/domain/callBack/callBack.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { addDays } from '../../backend/domain/units/time.ts';
import type { VoiceHeard } from '../../backend/domain/voice/voiceState.ts';
import { ask, hear, MOST_TURNS, NEW_CALL, type VoiceStep } from '../../backend/voice/dialogue/converse.ts';
import type { Errand, ErrandResult } from '../../backend/voice/dialogue/errand.ts';
import type { RiderFacts, VoiceFacts } from '../../backend/voice/dialogue/voiceFacts.ts';
import { SAMPLE_DAY, SAMPLE_NOW, sampleOffer, sampleRide } from '../support/sampleRows.ts';

/** Names that may be said only to somebody who has shown who they are. */
const PLACE = '坂下厚生病院';

const ride: fc.Arbitrary<Ride> = fc
  .record({
    id: fc.constantFrom('ride-1', 'ride-2', 'ride-3'),
    status: fc.constantFrom('willCall', 'booked', 'assigned', 'vehicleArrived', 'onBoard', 'offered'),
    days: fc.constantFrom(0, 1, 9),
    scheduled: fc.option(fc.integer({ min: 32_000, max: 40_000 }), { nil: null }),
    hasPromise: fc.boolean(),
  })
  .map(({ id, status, days, scheduled, hasPromise }) => {
    const base = sampleRide({ id, status: status as Ride['status'], day: addDays(SAMPLE_DAY, days) });
    const willCall = { expectedSecond: 40_000, readyAt: null, readyBy: null };
    return {
      ...base,
      promise: hasPromise ? base.promise : null,
      scheduled: { pickup: scheduled, dropoff: scheduled === null ? null : scheduled + 900 },
      willCall: status === 'willCall' || status === 'offered' ? willCall : null,
    };
  });

const usual: fc.Arbitrary<UsualRide> = fc
  .record({
    hour: fc.constantFrom(9, 11),
    wayHome: fc.constantFrom(
      null,
      { kind: 'willCall' as const },
      { kind: 'departAfter' as const, second: 43_200 },
    ),
  })
  .map(({ hour, wayHome }) => ({
    kind: 'habit' as const,
    from: { kind: 'home' as const },
    fromName: 'ご自宅',
    to: { kind: 'boardingPoint' as const, id: 'point-1' },
    toName: PLACE,
    requested: { kind: 'arriveBy' as const, second: hour * 3600 },
    day: SAMPLE_DAY,
    weekdays: [1],
    party: { companions: 0, attendants: 0, children: 0, luggage: 0 },
    needs: [],
    wayHome,
    count: 3,
    lastDay: SAMPLE_DAY,
  }));

const owedCall: fc.Arbitrary<CallBack> = fc.constantFrom(...CALL_REASONS).map((reason) => ({
  id: `call-${reason}`,
  revision: 1,
  personId: 'person-1',
  householdId: 'house',
  municipality: '07421',
  reason,
  subject: 'ride-1',
  rideId: 'ride-1',
  standingOrderId: null,
  waitlistId: null,
  day: SAMPLE_DAY,
  rejection: null,
  createdAt: SAMPLE_NOW,
  dueAt: SAMPLE_NOW,
  usefulUntil: null,
  bestHours: null,
  attempts: [],
  state: 'open' as const,
  changedAt: SAMPLE_NOW,
}));

const offers = fc
  .subarray(['offer-1', 'offer-2', 'offer-3'])
  .map((ids) => ids.map((id) => sampleOffer({ id })));

const riderFacts: fc.Arbitrary<RiderFacts> = fc.record({
  rides: fc.uniqueArray(fc.record({ ride, isUnderWay: fc.boolean() }), {
    maxLength: 3,
    selector: (coming) => coming.ride.id,
  }),
  usual: fc.uniqueArray(usual, { maxLength: 2, selector: ({ requested }) => requested.second }),
  owed: fc.uniqueArray(
    owedCall.map((call) => ({ call, ride: undefined })),
    {
      maxLength: 2,
      selector: ({ call }) => call.id,
    },
  ),
  asked: fc.option(
    offers.map((open) => ({ ride: sampleRide({ id: 'ride-9', status: 'offered' }), offers: open })),
    { nil: null },
  ),
});

/** The world may be another one at every step: the desk, the street and other callers go on meanwhile. */
const facts = fc.record({
  office: fc.constantFrom(
    { isOpen: true, opensAt: null },
    { isOpen: false, opensAt: SAMPLE_NOW + 3_600_000 },
    { isOpen: false, opensAt: null },
  ),
  hasNumber: fc.constantFrom(true, true, true, false),
  memberCount: fc.constantFrom(0, 1, 2, 2, 2),
  onlyMemberWithPin: fc.constantFrom(null, null, 'person-1'),
  rider: riderFacts,
});
type World = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;

const heard: fc.Arbitrary<VoiceHeard> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .constantFrom('1', '1', '1', '2', '3', '4', '5')
      .map((keys) => ({ kind: 'keys' as const, keys })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('1943', '18', '4711', '9', '7', '*', '#', '22')
      .map((keys) => ({ kind: 'keys' as const, keys })),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('はい', 'いいえ', '取り消し', 'いつもの', '帰り', 'なんだっけ', 'ハルです', '')
      .map((text) => ({ kind: 'speech' as const, text })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'silence' as const }) },
);

/** What an errand may come to: what belongs to it, or a refusal of any kind. */
function resultsOf(errand: Errand, dice: number): ErrandResult {
  const refused = {
    did: 'refuse' as const,
    rejection: {
      code: (['offerTaken', 'rideAlreadyClosed', 'callBackTaken', 'noCapacity'] as const)[dice % 4]!,
    },
  };
  const offered = {
    did: 'offer' as const,
    ride: sampleRide({ id: 'ride-9', status: 'offered' }),
    offers: dice % 2 === 0 ? [sampleOffer({ id: 'offer-1' })] : [],
    instead: null,
  };
  const booked = { did: 'book' as const, ride: sampleRide({ id: 'ride-9', status: 'assigned' }) };
  const found = [
    ...Array.from({ length: 6 }, () => ({ found: 'one' as const, personId: 'person-1' })),
    { found: 'pin' as const, personId: 'person-1' },
    { found: 'several' as const, personIds: ['person-1', 'person-2'] },
    { found: 'none' as const },
    { found: 'locked' as const },
  ];
  switch (errand.do) {
    case 'checkYear':
    case 'checkName':
    case 'checkPin':
      return { did: 'check', caller: found[dice % found.length]! };
    case 'cancel':
      return dice % 3 === 0
        ? refused
        : { did: 'cancel', homeId: dice % 2 === 0 ? `ride-${1 + (dice % 3)}` : null };
    case 'request':
      return dice % 3 === 0 ? refused : offered;
    case 'requestReturn':
      return dice % 3 === 0 ? refused : dice % 3 === 1 ? offered : booked;
    case 'accept':
      return dice % 3 === 0 ? refused : booked;
    case 'ready':
      return dice % 3 === 0 ? refused : dice % 3 === 1 ? { did: 'search' } : booked;
    case 'decline':
      return { did: 'note' };
    case 'settleCall':
      return dice % 3 === 0 ? refused : { did: 'note' };
    case 'oweCall':
      return { did: 'oweCall' };
  }
}

interface Said {
  readonly step: VoiceStep;
  readonly said: VoiceStep['say'];
  readonly wasKnown: boolean;
}

/** One turn to its end, in worlds that change at each step. */
function turn(state: VoiceStep['state'], input: VoiceHeard, world: () => World, dice: () => number): Said {
  const factsOf = (known: string | null): VoiceFacts => {
    const { rider, ...rest } = world();
    return { ...rest, now: SAMPLE_NOW, rider: known === null ? null : rider };
  };
  let step = hear(state, input, factsOf(state.personId));
  const said = [...step.say];
  for (let hops = 0; hops < 24; hops += 1) {
    const { next } = step;
    if (next.do === 'ask') step = ask(step.state, factsOf(step.state.personId));
    else if (next.do === 'errand') {
      const result = resultsOf(next.errand, dice());
      step = hear(step.state, { kind: 'done', result }, factsOf(step.state.personId));
    } else return { step, said, wasKnown: step.state.personId !== null };
    said.push(...step.say);
  }
  throw new Error(`no end of one turn at ${JSON.stringify(step.state.place)}`);
}

const call = fc.record({
  worlds: fc.array(facts, { minLength: 1, maxLength: 4 }),
  dice: fc.array(fc.nat(23), { minLength: 1, maxLength: 12 }),
  answers: fc.array(heard, { minLength: 1, maxLength: MOST_TURNS + 5 }),
});
type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never;

/** One value after the other, each several times: the world changes now and then, not at every look. */
function cycle<Value>(values: readonly Value[], times = 1): () => Value {
  let index = -1;
  return () => {
    index += 1;
    return values[Math.floor(index / times) % values.length]!;
  };
}

/** A whole call, turn by turn, up to its end. */
function* turnsOf({ worlds, dice, answers }: Call): Generator<Said> {
  const [world, die] = [cycle(worlds, 5), cycle(dice)];
  let now = turn(NEW_CALL, { kind: 'start' }, world, die);
  yield now;
  for (const answer of answers) {
    if (now.step.next.do !== 'listen') return;
    now = turn(now.step.state, answer, world, die);
    yield now;
  }
}

const RUNS = 1500;

describe('any call of the voice line', () => {
  it('0 at any point: to the desk; where nobody is there, the hours and a call back, or the plea to ring again', () => {
    const ends = { person: 0, callBack: 0, callAgain: 0 };
    fc.assert(
      fc.property(call, fc.constantFrom('keys', 'speech'), (played, how) => {
        for (const { step } of turnsOf(played)) {
          if (step.next.do !== 'listen') break;
          const zero: VoiceHeard =
            how === 'keys' ? { kind: 'keys', keys: '0' } : { kind: 'speech', text: '係と話したい' };
          for (const one of played.worlds) {
            const { step: after, said } = turn(step.state, zero, () => one, cycle(played.dice));
            const wanted = one.office.isOpen ? 'person' : one.memberCount > 0 ? 'callBack' : 'callAgain';
            expect(after.state.end).toBe(wanted);
            expect(after.next.do).toBe(wanted === 'person' ? 'person' : 'hangUp');
            expect(said.length).toBeGreaterThan(0);
            ends[wanted] += 1;
          }
        }
      }),
      { numRuns: RUNS / 10 },
    );
    for (const count of Object.values(ends)) expect(count).toBeGreaterThan(10);
  });

  it('every turn ends with a question or an end, and every call within its most turns', () => {
    const places = new Set<string>();
    fc.assert(
      fc.property(call, (played) => {
        let turns = 0;
        let last: Said | undefined;
        for (const each of turnsOf(played)) {
          last = each;
          turns += 1;
          if (each.step.next.do === 'listen') {
            places.add(each.step.state.place.at);
            expect(each.said.length).toBeGreaterThan(0);
          } else expect(each.step.state.end).not.toBeNull();
        }
        expect(turns).toBeLessThanOrEqual(MOST_TURNS + 1);
        if (played.answers.length > MOST_TURNS) expect(last!.step.state.end).not.toBeNull();
      }),
      { numRuns: RUNS, seed: 23 },
    );
    // The walks come to every place there is; else they would show nothing about it.
    expect([...places].sort()).toEqual([
      'cancelHome',
      'cancelSure',
      'cancelWhich',
      'menu',
      'name',
      'offers',
      'owed',
      'pin',
      'ready',
      'usual',
      'wayHome',
      'year',
    ]);
  });

  it('two answers in a row that are not understood, at any point: to a person', () => {
    fc.assert(
      fc.property(call, (played) => {
        const [world] = played.worlds;
        const open = { ...world!, office: { isOpen: true, opensAt: null } };
        for (const { step } of turnsOf(played)) {
          if (step.next.do !== 'listen') break;
          // Any word may be a name, and any keys a year.
          const noise: VoiceHeard =
            step.state.place.at === 'name'
              ? { kind: 'keys', keys: '7' }
              : { kind: 'speech', text: 'ざわざわ' };
          const once = turn(step.state, noise, () => open, cycle(played.dice));
          const twice =
            once.step.next.do === 'listen'
              ? turn(once.step.state, noise, () => open, cycle(played.dice))
              : once;
          expect(twice.step.state.end).toBe('person');
        }
      }),
      { numRuns: RUNS / 3 },
    );
  });

  it('before it is known who calls: no ride, no place, no time of anybody', () => {
    fc.assert(
      fc.property(call, (played) => {
        for (const { said, wasKnown } of turnsOf(played)) {
          if (wasKnown) break;
          const words = said.map(({ ja, en }) => ja + en).join();
          for (const personal of [PLACE, 'お迎え', 'お宅', 'ご予約', 'いつもの']) {
            // 新しいご予約は、係が… is said to nobody who is not known either.
            expect(words).not.toContain(personal);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('every sentence: in both languages, and no time as a clock writes it', () => {
    fc.assert(
      fc.property(call, (played) => {
        for (const { said } of turnsOf(played)) {
          for (const { ja, en } of said) {
            expect(ja.trim()).not.toBe('');
            expect(en.trim()).not.toBe('');
            expect(ja).not.toMatch(/\d:\d|undefined|null|NaN|！/);
            expect(en).not.toMatch(/undefined|null|NaN|!/);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});
