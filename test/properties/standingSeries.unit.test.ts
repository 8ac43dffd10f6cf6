import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { decideGeneration } from '../../backend/domain/standingOrder/decideGeneration.ts';
import {
  exceptionsFrom,
  expandSeries,
  type Occurrence,
  type StandingCalendar,
} from '../../backend/domain/standingOrder/expandSeries.ts';
import { entryKey, type StandingEntry } from '../../backend/domain/standingOrder/standingEntry.ts';
import type { DayException, StandingOrder } from '../../backend/domain/standingOrder/standingOrder.ts';
import { addDays } from '../../backend/domain/units/time.ts';
import { sampleRide } from '../support/sampleRows.ts';
import { calendarWith, sampleOrder } from '../support/sampleSeries.ts';

const START = '2026-04-01';
const THREE_YEARS = 3 * 365 + 1;
const day = (most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(START, days));

const recurrence = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  everyWeeks: fc.integer({ min: 1, max: 5 }),
  startDay: day(60),
  endDay: fc.option(day(THREE_YEARS), { nil: null }),
});

const series = fc.record({
  recurrence,
  pauses: fc.array(fc.tuple(day(60), fc.integer({ min: 0, max: 9 })), { maxLength: 2 }),
  holidayRule: fc.constantFrom('skip', 'ride', 'move'),
  moveToWeekday: fc.integer({ min: 0, max: 6 }),
  outboundSecond: fc.constantFrom(32_400, 36_000),
});

const exceptions = fc.uniqueArray(
  fc.oneof(
    fc.record({ day: day(60), kind: fc.constantFrom('skip' as const, 'ride' as const) }),
    fc.record(
      {
        day: day(60),
        kind: fc.constantFrom('ride' as const, 'times' as const),
        outbound: fc.record({
          kind: fc.constant('arriveBy' as const),
          second: fc.constantFrom(37_800, 39_600),
        }),
        homeward: fc.constantFrom(null, { kind: 'departAfter' as const, second: 50_400 }),
      },
      { requiredKeys: ['day', 'kind', 'outbound'] },
    ),
  ),
  { selector: (exception) => exception.day, maxLength: 5 },
);

const calendar = fc
  .tuple(fc.uniqueArray(day(60), { maxLength: 12 }), fc.uniqueArray(day(60), { maxLength: 6 }))
  .map(([holidays, closed]) => calendarWith(holidays, closed));

type Series = typeof series extends fc.Arbitrary<infer Value> ? Value : never;

function orderOf({ recurrence: when, pauses, outboundSecond, ...rest }: Series): StandingOrder {
  return sampleOrder({
    ...rest,
    holidayRule: rest.holidayRule as StandingOrder['holidayRule'],
    recurrence: when,
    pauses: pauses.map(([from, length]) => ({ from, to: addDays(from, length) })),
    outbound: { kind: 'arriveBy', second: outboundSecond },
  });
}

/** The plain recurrence, day by day by the calendar's own weekdays, for comparison. */
function plainDates(
  { weekdays, everyWeeks, startDay, endDay }: Series['recurrence'],
  last: string,
): string[] {
  const found: string[] = [];
  const firstMonday = new Date(`${startDay}T00:00:00Z`);
  firstMonday.setUTCDate(firstMonday.getUTCDate() - ((firstMonday.getUTCDay() + 6) % 7));
  for (let at = new Date(`${startDay}T00:00:00Z`); ; at.setUTCDate(at.getUTCDate() + 1)) {
    const text = at.toISOString().slice(0, 10);
    if (text > last || (endDay !== null && text > endDay)) return found;
    const week = Math.floor((at.getTime() - firstMonday.getTime()) / (7 * 86_400_000));
    if (weekdays.includes(at.getUTCDay()) && week % everyWeeks === 0) found.push(text);
  }
}

it('a bare series for three years: the dates of the plain recurrence, none more and none less', () => {
  fc.assert(
    fc.property(recurrence, (when) => {
      const last = addDays(START, THREE_YEARS);
      const order = sampleOrder({ recurrence: when, holidayRule: 'ride' });
      const dates = expandSeries(order, calendarWith([]), START, last);
      expect(dates.map((date) => date.day)).toEqual(plainDates(when, last));
      expect(dates.every(({ rides, reason }) => rides && reason === null)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

it('a range cut in two: the same dates as in one piece, and no day ridden twice', () => {
  fc.assert(
    fc.property(series, exceptions, calendar, day(60), (wish, given, days, cut) => {
      const order = { ...orderOf(wish), exceptions: given };
      const last = addDays(START, 70);
      const whole = expandSeries(order, days, START, last);
      const parts = [
        ...expandSeries(order, days, START, cut),
        ...expandSeries(order, days, addDays(cut, 1), last),
      ];
      expect(parts).toEqual(whole);
      const ridden = whole.filter(({ rides }) => rides).map((date) => date.day);
      expect(new Set(ridden).size).toBe(ridden.length);
    }),
    { numRuns: 400 },
  );
});

/** What was made so far, and a stand-in for booking: every wanted ride gets one. */
class Made {
  readonly entries = new Map<string, StandingEntry>();
  readonly rides = new Map<string, Ride>();
  #count = 0;

  generate(order: StandingOrder, days: Parameters<typeof expandSeries>[1]): number {
    const dates = expandSeries(order, days, START, addDays(START, 70));
    const { book, withdraw } = decideGeneration(order, dates, [...this.entries.values()], this.rides);
    for (const entry of withdraw) {
      this.entries.set(entryKey(entry), { ...entry, state: 'withdrawn' });
      this.rides.set(entry.rideId!, { ...this.rides.get(entry.rideId!)!, status: 'cancelled' });
    }
    for (const wanted of book) {
      this.#count += 1;
      const id = `ride-${this.#count}`;
      const { input } = wanted;
      const { companions, attendants, children } = input;
      const party = { riders: 1 as const, companions, attendants, children, luggage: 0, needs: [] };
      const { day: on, requested, note } = input;
      this.rides.set(id, sampleRide({ id, day: on, requested, note, party, status: 'assigned' }));
      this.entries.set(entryKey(wanted), {
        ...wanted,
        day: on,
        state: 'booked',
        rideId: id,
        reason: null,
        claim: 'claim',
        claimedUntil: 0,
      });
    }
    return book.length + withdraw.length;
  }
}

it('exceptions that are over, those of the week apart: the dates from that day on are the same without them', () => {
  fc.assert(
    fc.property(series, exceptions, calendar, day(60), (wish, given, days, from) => {
      const order = { ...orderOf(wish), exceptions: given };
      const to = addDays(from, 30);
      const few = { ...order, exceptions: exceptionsFrom(given, from) };
      expect(expandSeries(few, days, from, to)).toEqual(expandSeries(order, days, from, to));
    }),
    { numRuns: 2000 },
  );
});

it('generating twice: the second time nothing is to be done', () => {
  fc.assert(
    fc.property(series, exceptions, calendar, (wish, given, days) => {
      const made = new Made();
      const order = { ...orderOf(wish), exceptions: given };
      made.generate(order, days);
      expect(made.generate(order, days)).toBe(0);
    }),
    { numRuns: 200 },
  );
});

it('editing a series: exceptions stay, touched rides are never rewritten, untouched ones follow', () => {
  fc.assert(
    fc.property(
      series,
      series,
      exceptions,
      calendar,
      fc.array(fc.nat(), { maxLength: 6 }),
      (before, after, given, days, picks) => {
        const made = new Made();
        const order = { ...orderOf(before), exceptions: given };
        made.generate(order, days);
        const touched = touchSome(made, picks);
        const edited = { ...orderOf(after), exceptions: given, revision: 2 };
        made.generate(edited, days);
        for (const [id, ride] of touched) expect(made.rides.get(id)).toBe(ride);
        const wanted = expandSeries(edited, days, START, addDays(START, 70)).filter(({ rides }) => rides);
        for (const exception of given) expectKept(exception, edited, days, wanted);
        // Every wanted leg has one ride that stands, or one that somebody has touched.
        for (const entry of made.entries.values()) {
          if (entry.state !== 'booked' || touched.has(entry.rideId!)) continue;
          const date = wanted.find(({ seriesDay }) => seriesDay === entry.seriesDay);
          expect(date?.day).toBe(entry.day);
          expect(made.rides.get(entry.rideId!)?.requested).toEqual(date?.[entry.leg]);
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** What was said about one date holds under any series: left out, ridden, or at its own times wherever it is ridden. */
function expectKept(
  { day: excepted, kind, ...times }: DayException,
  order: StandingOrder,
  days: StandingCalendar,
  wanted: readonly Occurrence[],
): void {
  const date = wanted.find(({ seriesDay }) => seriesDay === excepted);
  const { startDay, endDay } = order.recurrence;
  const isOver = excepted < startDay || (endDay !== null && excepted > endDay);
  const isOff = days.closed(excepted) !== undefined || (kind === 'times' && (isOver || isHeldUp()));
  function isHeldUp(): boolean {
    const isPaused = order.pauses.some(({ from, to }) => from <= excepted && excepted <= to);
    return isPaused || (days.holiday(excepted) !== undefined && order.holidayRule !== 'ride');
  }
  if (kind === 'skip') expect(date).toBeUndefined();
  else if (!isOff) expect(date).toBeDefined();
  if (date && times.outbound) expect(date.outbound).toEqual(times.outbound);
  if (date && times.homeward !== undefined) expect(date.homeward).toEqual(times.homeward);
}

/** Some rides are ridden, cancelled by hand, or given another time by hand. */
function touchSome(made: Made, picks: readonly number[]): ReadonlyMap<string, Ride> {
  const touched = new Map<string, Ride>();
  const ids = [...made.rides.keys()];
  for (const [i, pick] of picks.entries()) {
    const id = ids[pick % Math.max(1, ids.length)];
    if (id === undefined) continue;
    const ride = made.rides.get(id)!;
    const byHand = { kind: 'departAfter' as const, second: 40_000 };
    const changes = [{ status: 'done' as const }, { status: 'cancelled' as const }, { requested: byHand }];
    const changed = { ...ride, ...changes[i % 3] };
    made.rides.set(id, changed);
    touched.set(id, changed);
  }
  return touched;
}
