import { describe, expect, it } from 'vitest';
import { findWait } from '../../../driver-web/store/findWait.ts';
import type { DriverAct } from '../../../screen-kit/store/nextAct.ts';
import { stop } from './day.ts';

const NOON = 43_200;
/** At 9:00 everybody is out; the next pickup is at noon, a quarter of an hour away. */
const here = stop('here', { state: 'arrived', departure: 32_400 });
const next = stop('next', { arrival: 33_300, start: NOON });
const depart = (part: Partial<Extract<DriverAct, { type: 'depart' }>> = {}): DriverAct => ({
  type: 'depart',
  stop: here,
  next,
  ...part,
});

describe('how long a driver may wait before leaving for the next stop', () => {
  it('hours: until the way there and five minutes are left', () => {
    expect(findWait(depart(), 32_400)).toBe(NOON - 900 - 300);
  });

  it('less than ten minutes more, a break next, the depot next, or people still to get out: not a word', () => {
    expect(findWait(depart(), NOON - 1_200 - 600)).toBe(NOON - 1_200);
    expect(findWait(depart(), NOON - 1_200 - 599)).toBeNull();
    expect(findWait(depart({ next: { ...next, kind: 'break' } }), 32_400)).toBeNull();
    expect(findWait(depart({ next: null }), 32_400)).toBeNull();
  });

  it('on the way: not a word, but where somebody else is first now and the vehicle was only reckoned to stand', () => {
    const left = stop('left', { state: 'departed', performedArrival: 32_000, departure: NOON - 900 });
    const passed = stop('passed', { state: 'departed', departure: NOON - 900 });
    expect(findWait({ type: 'arrive', stop: next, from: null }, 32_400)).toBeNull();
    expect(findWait({ type: 'arrive', stop: next, from: left }, 32_400)).toBeNull();
    expect(findWait({ type: 'arrive', stop: next, from: passed }, 32_400)).toBe(NOON - 900 - 300);
  });

  it('a rest that is owed is told first', () => {
    const rest = { from: 32_400, until: 34_200, drivingSeconds: 13_000, isOwed: true };
    const resting = depart({ stop: { ...here, rests: [rest], departure: 34_200 } });
    expect(findWait(resting, 32_400)).toBeNull();
    expect(findWait(resting, 34_200)).toBeGreaterThan(34_200);
  });
});
