import { describe, expect, it } from 'vitest';
import { type RoadCalendar, statesOfDay, type Validity } from '../../../routing/index.ts';

const pass = (id: string, when: Validity) => ({
  id,
  reason: '冬季通行止め',
  part: { kind: 'ref', ref: id } as const,
  when,
});
const closures = (...list: ReturnType<typeof pass>[]): RoadCalendar => ({ closures: list, snow: [] });
const bands = (calendar: RoadCalendar, day: string) =>
  statesOfDay(calendar, day).map(({ fromSecond, inForce }) => [fromSecond / 3600, ...inForce]);

describe('states of a service day', () => {
  it('a pass closed every winter: in force over New Year, both days included, open in summer', () => {
    const calendar = closures(pass('352', { yearly: { from: '11-20', to: '04-25' } }));
    expect(bands(calendar, '2026-11-20')).toEqual([[0, '352']]);
    expect(bands(calendar, '2027-01-01')).toEqual([[0, '352']]);
    // the next morning, 26 April, belongs to the service day until 6 o'clock: the pass opens at its 24th hour
    expect(bands(calendar, '2027-04-25')).toEqual([[0, '352'], [24]]);
    expect(bands(calendar, '2027-07-01')).toEqual([[0]]);
  });

  it('closed at night: two bands in the service day, and again from its 21st hour', () => {
    const calendar = closures(pass('400', { hours: { from: '21:00', to: '05:00' } }));
    expect(bands(calendar, '2026-06-01')).toEqual([[0, '400'], [5], [21, '400'], [29]]);
  });

  it('closed on Sunday mornings: only the Sunday', () => {
    const calendar = closures(pass('121', { hours: { from: '08:00', to: '12:00', weekdays: [0] } }));
    // 2026-11-22 is a Sunday
    expect(bands(calendar, '2026-11-22')).toEqual([[0], [8, '121'], [12]]);
    expect(bands(calendar, '2026-11-23')).toEqual([[0]]);
  });

  it('closed by notice from 10:30 until lifted: open before, closed on later days', () => {
    const calendar = closures(pass('252', { notice: { from: '2026-11-22T10:30' } }));
    expect(bands(calendar, '2026-11-21')).toEqual([[0]]);
    expect(bands(calendar, '2026-11-22')).toEqual([[0], [10.5, '252']]);
    expect(bands(calendar, '2026-12-01')).toEqual([[0, '252']]);
  });

  it('overlapping entries: all hold, one band for each combination', () => {
    const calendar = closures(
      pass('252', { hours: { from: '08:00', to: '12:00' } }),
      pass('400', { hours: { from: '10:00', to: '14:00' } }),
    );
    expect(bands(calendar, '2026-06-01')).toEqual([[0], [8, '252'], [10, '252', '400'], [12, '400'], [14]]);
  });

  it('equal content on different days: the same state, another content: another one', () => {
    const calendar = closures(pass('352', { yearly: { from: '12-01', to: '03-31' } }));
    const [december] = statesOfDay(calendar, '2026-12-24');
    const [february] = statesOfDay(calendar, '2027-02-02');
    expect(december!.state).toEqual(february!.state);
    const [other] = statesOfDay(
      closures(pass('353', { yearly: { from: '12-01', to: '03-31' } })),
      '2026-12-24',
    );
    expect(other!.state.id).not.toBe(december!.state.id);
  });
});
