import { describe, expect, it } from 'vitest';
import { closureInputSchema } from '../../../backend/contract/index.ts';
import {
  type ClosureDraft,
  checkClosureDraft,
  circleAround,
  closureFieldOf,
  closureInputOf,
  emptyClosure,
} from '../../../dispatcher-ui/store/closureDraft.ts';

const TODAY = '2026-11-24';
const words = { name: '国道252号 川口〜横田', reason: '大雪のため' };
const whole: ClosureDraft = { ...emptyClosure(TODAY), ...words, kind: 'road', ref: '252' };

describe('checkClosureDraft', () => {
  it('an empty form: number, both ends, name and reason are asked for', () => {
    expect(checkClosureDraft(emptyClosure(TODAY))).toEqual({
      ref: 'refMissing',
      end0: 'endMissing',
      end1: 'endMissing',
      name: 'nameMissing',
      reason: 'reasonMissing',
    });
  });

  it('an area of two corners: too small; of three: enough', () => {
    const area: ClosureDraft = {
      ...whole,
      kind: 'area',
      ring: [
        [139.5, 37.5],
        [139.6, 37.5],
      ],
    };
    expect(checkClosureDraft(area)).toEqual({ ring: 'ringTooSmall' });
    expect(checkClosureDraft({ ...area, ring: [...area.ring, [139.6, 37.6]] })).toEqual({});
  });

  it('a span that ends before it begins: told at its end', () => {
    const span: ClosureDraft = { ...whole, when: 'span', fromTime: '10', toDay: TODAY, toTime: '930' };
    expect(checkClosureDraft(span)).toEqual({ to: 'endsBeforeItBegins' });
  });

  it('a time that cannot be read, an end time without a day, half a year, half the hours: each beside its field', () => {
    expect(checkClosureDraft({ ...whole, when: 'span', fromTime: 'あさ' })).toEqual({
      from: 'timeUnreadable',
    });
    expect(checkClosureDraft({ ...whole, when: 'span', toTime: '15' })).toEqual({ to: 'dayMissing' });
    expect(checkClosureDraft({ ...whole, when: 'yearly', yearlyFrom: '12/1' })).toEqual({
      yearly: 'yearlyUnreadable',
    });
    expect(checkClosureDraft({ ...whole, hasHours: true, hoursFrom: '10' })).toEqual({
      hours: 'hoursUnreadable',
    });
  });
});

describe('closureInputOf', () => {
  it('a form with a problem: nothing to send', () => {
    expect(closureInputOf({ ...whole, name: ' ' })).toBeNull();
  });

  it('from now on: neither beginning nor end', () => {
    const input = closureInputOf(whole);
    expect(input).toMatchObject({ from: null, to: null, yearly: null, hours: null });
    expect(input?.stretch).toEqual({ kind: 'ref', ref: '252', between: null });
  });

  it('from ten in Japan until the end of the next day: 01:00 UTC to 15:00 UTC', () => {
    // 10:00 − 9 h = 01:00; 24:00 of the 25th − 9 h = 15:00 of the 25th.
    const input = closureInputOf({ ...whole, when: 'span', fromTime: '10', toDay: '2026-11-25' });
    expect(input).toMatchObject({ from: '2026-11-24T01:00:00.000Z', to: '2026-11-25T15:00:00.000Z' });
  });

  it('every winter, at certain hours of some weekdays: as the contract takes it', () => {
    const input = closureInputOf({
      ...whole,
      when: 'yearly',
      yearlyFrom: '12月1日',
      yearlyTo: '３/31',
      hasHours: true,
      hoursFrom: '18',
      hoursTo: '630',
      weekdays: [6, 0],
    });
    expect(closureInputSchema.parse(input)).toMatchObject({
      yearly: { from: '12-01', to: '03-31' },
      hours: { from: '18:00', to: '06:30', weekdays: [0, 6] },
    });
  });

  it('around a place: a ring of that radius on the ground, in the contract’s form', () => {
    const centre = { text: '高田', at: [139.84, 37.46] as const };
    const input = closureInputOf({ ...whole, kind: 'around', centre, radiusMetres: 500 });
    expect(closureInputSchema.parse(input).stretch).toMatchObject({ kind: 'area' });
    for (const [lon, lat] of circleAround(centre.at, 500)) {
      const east = (lon - 139.84) * 111_320 * Math.cos((37.46 * Math.PI) / 180);
      const north = (lat - 37.46) * 111_320;
      expect(Math.hypot(east, north)).toBeCloseTo(500, 3);
    }
  });
});

describe('closureFieldOf', () => {
  it.each([
    ['stretch', 'ref'],
    ['stretch.ring', 'ring'],
    ['to', 'to'],
    ['yearly.from', 'yearly'],
    ['other', null],
  ])('%s: %s', (path, field) => expect(closureFieldOf(path)).toBe(field));
});
