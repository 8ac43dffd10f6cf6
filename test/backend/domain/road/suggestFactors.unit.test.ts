import { describe, expect, it } from 'vitest';
import { countLegs, quantile } from '../../../../backend/domain/road/countedLegs.ts';
import {
  decideSuggestion,
  type SuggestionDecision,
} from '../../../../backend/domain/road/decideSuggestion.ts';
import { learnedSeconds, type PerformedLeg } from '../../../../backend/domain/road/performedLeg.ts';
import { bandsOfDay, OPEN_CALENDAR } from '../../../../backend/domain/road/roadState.ts';
import type { RoadSuggestion } from '../../../../backend/domain/road/roadSuggestion.ts';
import { suggestFactors } from '../../../../backend/domain/road/suggestFactors.ts';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { createRandom } from '../../../../seeds/seededRandom.ts';

const DAY = '2026-12-10';
const NOW = momentOf(DAY, 20 * 3600);

/** Legs of ten minutes by day on national roads, each so many times as long as the roads say, give or take a tenth. */
function legs(count: number, slowness: number, given: Partial<PerformedLeg> = {}): PerformedLeg[] {
  const random = createRandom(count + Math.round(100 * slowness));
  return Array.from({ length: count }, (_, i) => ({
    id: `stop-${i}`,
    day: DAY,
    departure: 10 * 3600,
    performedSeconds: 600 * slowness * (0.9 + 0.2 * random()),
    roadSeconds: 600,
    plannedSeconds: 600,
    shares: { trunk: 0.8, minor: 0.2 },
    ...given,
  }));
}

let number = 0;
const suggest = (driven: readonly PerformedLeg[], known: readonly RoadSuggestion[] = []) =>
  suggestFactors(driven, known, NOW, () => `suggestion-${++number}`);

const decided = (suggestion: RoadSuggestion, decision: SuggestionDecision) => {
  const outcome = decideSuggestion([suggestion], suggestion.id, decision, 'account-1', NOW);
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value[0];
};

describe('what performed legs speak for', () => {
  it('forty legs a quarter slower: a factor of 0.8 for their kind of road, season and hours', () => {
    const [suggestion, ...others] = suggest(legs(40, 1.25));
    expect(others).toEqual([]);
    expect(suggestion).toMatchObject({
      roadClass: 'trunk',
      season: 'winter',
      hours: 'day',
      legs: 40,
      firstDay: DAY,
      standing: 'open',
    });
    expect(suggestion!.factor).toBeCloseTo(0.8, 1);
  });

  it.each([
    ['nineteen legs are too few', legs(19, 1.25)],
    ['no slower than the roads say', legs(40, 1)],
    ['a difference of 2 %', legs(400, 1.02)],
    [
      'no kind of road makes up half',
      legs(40, 1.25, { shares: { trunk: 0.4, minor: 0.35, secondary: 0.25 } }),
    ],
    ['shorter than two minutes', legs(40, 1.25, { roadSeconds: 100, performedSeconds: 125 })],
    ['so far off that something else happened', legs(40, 1, { performedSeconds: 2400 })],
  ])('%s: nothing is suggested', (_name, driven) => {
    expect(suggest(driven)).toEqual([]);
  });

  it('so scattered that the middle might as well be as planned: nothing is suggested', () => {
    const scattered = [...legs(12, 0.8), ...legs(12, 1.3)].map((leg, i) => ({ ...leg, id: `stop-${i}` }));
    expect(
      quantile(
        scattered.map(({ performedSeconds }) => performedSeconds / 600),
        0.5,
      ),
    ).toBeGreaterThan(1.03);
    expect(suggest(scattered)).toEqual([]);
  });

  it('ten forgotten taps among fifty: they count for nothing, and are told', () => {
    const forgotten = legs(10, 1, { performedSeconds: 3 * 3600 }).map((leg) => ({
      ...leg,
      id: `late-${leg.id}`,
    }));
    const all = [...legs(40, 1.25), ...forgotten];
    expect(countLegs(all)).toMatchObject({ tooShort: 0, tooFarOff: 10 });
    expect(suggest(all)[0]!.factor).toBe(suggest(legs(40, 1.25))[0]!.factor);
  });

  it('twice as slow: held back at half the speed', () => {
    expect(suggest(legs(60, 2.3))[0]!.factor).toBe(0.5);
  });

  it('more legs of the same: the open suggestion gets new figures, not a second one beside it', () => {
    const [first] = suggest(legs(40, 1.25));
    const [second, ...others] = suggest(legs(80, 1.25), [first!]);
    expect([second!.id, second!.legs, others]).toEqual([first!.id, 80, []]);
    expect(suggest(legs(80, 1.25), [second!])).toEqual([]);
  });

  it('refused: not asked again, until the street says something else', () => {
    const [first] = suggest(legs(40, 1.25));
    const refused = decided(first!, 'refuse');
    expect(suggest(legs(80, 1.25), [refused])).toEqual([]);
    expect(suggest(legs(80, 1.5), [refused])).toHaveLength(1);
  });

  it('accepted: not learned twice, though the street stays as slow', () => {
    const accepted = decided(suggest(legs(40, 1.25))[0]!, 'accept');
    expect(suggest(legs(80, 1.25, { plannedSeconds: 750 }), [accepted])).toEqual([]);
  });
});

describe('a decision', () => {
  const open = suggest(legs(40, 1.25))[0]!;

  it('accepted: a rule in the states of winter days from 9 to 16, from now on; withdrawn: none any more', () => {
    const statesOf = (suggestion: RoadSuggestion, day: string) =>
      bandsOfDay({ ...OPEN_CALENDAR, suggestions: [suggestion] }, day).map(({ fromSecond, state }) => [
        fromSecond / 3600,
        state.learned.map(({ factor }) => factor),
      ]);
    const accepted = decided(open, 'accept');
    const held = [
      [0, []],
      [9, [open.factor]],
      [16, []],
    ];
    expect(statesOf(accepted, '2026-12-11')).toEqual(held);
    expect(statesOf(accepted, '2027-02-01')).toEqual(held);
    expect(statesOf(accepted, '2027-04-01')).toEqual([[0, []]]);
    // decided at 20:00: this day was driven as it was
    expect(statesOf(accepted, DAY)).toEqual([[0, []]]);
    expect(statesOf(open, '2026-12-11')).toEqual([[0, []]]);
    expect(statesOf(decided(accepted, 'withdraw'), '2026-12-11')).toEqual([[0, []]]);
  });

  it('another of the same kind accepted: it takes the place of the first', () => {
    const first = decided(open, 'accept');
    const second = { ...open, id: 'other', factor: 0.7 };
    const outcome = decideSuggestion([first, second], 'other', 'accept', 'account-2', NOW + 1000);
    expect(outcome.ok && outcome.value.map(({ id, standing, holdsTo }) => [id, standing, holdsTo])).toEqual([
      ['other', 'accepted', null],
      [first.id, 'replaced', NOW + 1000],
    ]);
  });

  it('refused by mistake and taken back: it waits for an answer as before, and is not asked a second time', () => {
    const again = decided(decided(open, 'refuse'), 'reopen');
    expect(again).toEqual(open);
    expect(suggest(legs(40, 1.25), [again])).toEqual([]);
  });

  it('refused, and the street asked anew meanwhile: the refusal stays, the new one is to be answered', () => {
    const refused = decided(open, 'refuse');
    const asked = suggest(legs(80, 1.5), [refused])[0]!;
    const renewed = { ...asked, id: 'other' };
    expect(decideSuggestion([refused, renewed], open.id, 'reopen', 'account-1', NOW)).toEqual({
      ok: false,
      reason: { code: 'suggestionDecided' },
    });
  });

  it.each([
    ['an accepted one opened again', decided(open, 'accept'), 'reopen', 'suggestionDecided'],
    ['a refused one refused', decided(open, 'refuse'), 'refuse', 'suggestionDecided'],
    ['an open one withdrawn', open, 'withdraw', 'suggestionDecided'],
    ['an accepted one accepted', decided(open, 'accept'), 'accept', 'suggestionDecided'],
    ['one that nobody made', { ...open, id: 'other' }, 'accept', 'unknownSuggestion'],
  ] as const)('%s: turned away', (_name, suggestion, decision, code) => {
    expect(decideSuggestion([suggestion], open.id, decision, 'account-1', NOW)).toEqual({
      ok: false,
      reason: { code },
    });
  });
});

it('driving time with learned factors: each kind of road by its share, what is unknown as before', () => {
  // 600 s: 360 on trunk at 0.75 are 480, 120 on minor at 0.5 are 240, 120 unknown
  const rules = [
    { roadClass: 'trunk', factor: 0.75 },
    { roadClass: 'minor', factor: 0.5 },
  ] as const;
  expect(learnedSeconds(600, { trunk: 0.6, minor: 0.2 }, rules)).toBeCloseTo(840);
  expect(learnedSeconds(600, { trunk: 0.6, minor: 0.2 }, [])).toBe(600);
});
