import { describe, expect, it } from 'vitest';
import { checkService } from '../../../../backend/domain/service/checkService.ts';
import type { BookingRules } from '../../../../backend/domain/service/service.ts';
import { samplePerson, sampleRide } from '../../../support/sampleRows.ts';
import { valleyRules } from '../../../support/smallValley.ts';

const OPEN = [{ earliest: 7 * 3600, latest: 26 * 3600 }];

/** An hour's notice; the first runs by 17:00 of the day before; three weeks ahead; closed on Sundays and at new year. */
const BOOKING: BookingRules = {
  noticeSeconds: 3600,
  firstRunsUntil: 9 * 3600,
  cutoffSecond: 17 * 3600,
  horizonDays: 21,
};
const CLOSED = ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'];

/** @param now local time of Japan, as one writes it; @param at `HH:MM`, hours past 24 after midnight */
function judge(now: string, day: string, at: string, booking: Partial<BookingRules> = {}) {
  const [hours, minutes] = at.split(':').map(Number) as [number, number];
  const { from, to } = sampleRide();
  const rules = valleyRules({
    hours: [[], OPEN, OPEN, OPEN, OPEN, OPEN, OPEN],
    closedDays: CLOSED,
    booking: { ...BOOKING, ...booking },
  });
  const requested = { kind: 'departAfter', second: hours * 3600 + minutes * 60 } as const;
  return checkService(rules, {
    person: samplePerson(),
    from,
    to,
    day,
    requested,
    now: Date.parse(`${now}+09:00`),
  });
}

describe('until when one can book, in Japan’s time', () => {
  it.each<[string, string, string, string, string | undefined]>([
    ['an hour before', '2026-06-10T09:00:00', '2026-06-10', '10:00', undefined],
    ['a second less than an hour before', '2026-06-10T09:00:01', '2026-06-10', '10:00', 'tooLateToBook'],
    ['23:59:59 for the next morning', '2026-06-09T23:59:59', '2026-06-10', '09:00', undefined],
    ['midnight for the same morning', '2026-06-10T00:00:00', '2026-06-10', '09:00', undefined],
    ['a run after midnight, at 00:05 of its night', '2026-06-11T00:05:00', '2026-06-10', '25:10', undefined],
    ['the same run at 00:10:01', '2026-06-11T00:10:01', '2026-06-10', '25:10', 'tooLateToBook'],
    ['the first run, the day before at 17:00', '2026-06-09T17:00:00', '2026-06-10', '08:59', undefined],
    ['the first run, a second later', '2026-06-09T17:00:01', '2026-06-10', '08:59', 'tooLateToBook'],
    ['the run after the first ones, that evening', '2026-06-09T21:00:00', '2026-06-10', '09:00', undefined],
    ['the first of the month', '2026-06-30T17:00:00', '2026-07-01', '08:00', undefined],
    ['the first of the month, too late', '2026-06-30T17:00:01', '2026-07-01', '08:00', 'tooLateToBook'],
    ['the first of March of a leap year', '2028-02-29T17:00:00', '2028-03-01', '08:00', undefined],
    ['the same a day early in the calendar', '2028-02-29T17:00:01', '2028-03-01', '08:00', 'tooLateToBook'],
    ['Monday, on Sunday at 17:00 though closed', '2026-06-14T17:00:00', '2026-06-15', '08:00', undefined],
    ['a Sunday', '2026-06-12T10:00:00', '2026-06-14', '10:00', 'closedDay'],
    ['new year', '2026-12-28T10:00:00', '2027-01-01', '10:00', 'closedDay'],
    ['the day after the holidays', '2026-12-28T10:00:00', '2027-01-04', '10:00', undefined],
    ['three weeks ahead', '2026-06-10T00:00:00', '2026-07-01', '10:00', undefined],
    ['three weeks and a day', '2026-06-10T23:59:59', '2026-07-02', '10:00', 'tooEarlyToBook'],
    ['that day, a second later', '2026-06-11T00:00:00', '2026-07-02', '10:00', undefined],
    ['before the first hour', '2026-06-10T00:00:00', '2026-06-12', '06:59', 'outsideServiceHours'],
    ['after the last hour', '2026-06-10T00:00:00', '2026-06-12', '26:01', 'outsideServiceHours'],
  ])('%s', (_, now, day, at, code) => {
    expect(judge(now, day, at)?.code).toBe(code);
  });

  it.each<[string, string, string, string | undefined]>([
    ['Monday’s first run, on Saturday at 17:00', '2026-06-13T17:00:00', '2026-06-15', undefined],
    ['Monday’s first run, on Sunday', '2026-06-14T09:00:00', '2026-06-15', 'tooLateToBook'],
    ['after new year, on 28 December', '2026-12-28T17:00:00', '2027-01-04', undefined],
    ['after new year, on the 29th', '2026-12-29T09:00:00', '2027-01-04', 'tooLateToBook'],
  ])('where offices rest on closed days: %s', (_, now, day, code) => {
    expect(judge(now, day, '08:00', { cutoffOnServiceDays: true })?.code).toBe(code);
  });

  it('a will-call needs no notice: the rider rings when ready', () => {
    const { from, to } = sampleRide();
    const question = {
      person: samplePerson(),
      from,
      to,
      day: '2026-06-10',
      requested: { kind: 'departAfter', second: 10 * 3600 } as const,
      now: Date.parse('2026-06-10T09:55:00+09:00'),
    };
    expect(checkService(valleyRules(), question)?.code).toBe('tooLateToBook');
    expect(checkService(valleyRules(), { ...question, isWillCall: true })).toBeUndefined();
  });
});
