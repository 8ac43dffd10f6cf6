import { describe, expect, it } from 'vitest';
import { applyFeedAnswer, putRide } from '../../../screen-kit/store/applyFeedAnswer.ts';
import { EMPTY_DAY } from '../../../screen-kit/store/dayState.ts';
import { changes, position, ride, shift, snapshot } from './dayFixture.ts';

const atC1 = applyFeedAnswer(
  EMPTY_DAY,
  snapshot({ cursor: 'c1', version: 7, rides: [ride({ id: 'a' }), ride({ id: 'b' })] }),
  null,
);

describe('applyFeedAnswer', () => {
  it('nothing held, snapshot: everything of the day is held', () => {
    const state = applyFeedAnswer(
      EMPTY_DAY,
      snapshot({
        cursor: 'c1',
        version: 7,
        rides: [ride({ id: 'a' })],
        shifts: [shift({ id: 's' })],
        positions: [position('s', '2026-11-22T10:00:00+09:00')],
      }),
      null,
    );
    expect([state.cursor, state.version, [...state.rides.keys()], [...state.shifts.keys()]]).toEqual([
      'c1',
      7,
      ['a'],
      ['s'],
    ]);
    expect(state.positions.get('s')?.at).toBe('2026-11-22T10:00:00+09:00');
  });

  it('changes asked from the held cursor: rides are replaced, gone ones leave, the cursor moves', () => {
    const answer = changes({
      cursor: 'c2',
      version: 8,
      rides: [ride({ id: 'a', revision: 2, status: 'onBoard' })],
      gone: ['b'],
    });
    const state = applyFeedAnswer(atC1, answer, 'c1');
    expect([...state.rides.values()].map(({ id, status }) => [id, status])).toEqual([['a', 'onBoard']]);
    expect([state.cursor, state.version]).toEqual(['c2', 8]);
  });

  it('the same changes a second time: the same state, not even a new object', () => {
    const answer = changes({ cursor: 'c2', rides: [ride({ id: 'a', revision: 2 })] });
    const once = applyFeedAnswer(atC1, answer, 'c1');
    expect(applyFeedAnswer(once, answer, 'c1')).toBe(once);
  });

  it('changes that do not continue what is held (an answer overtaken by another): ignored', () => {
    const newer = applyFeedAnswer(atC1, changes({ cursor: 'c3' }), 'c1');
    const late = changes({ cursor: 'c2', rides: [ride({ id: 'a', revision: 9, status: 'cancelled' })] });
    expect(applyFeedAnswer(newer, late, 'c1')).toBe(newer);
  });

  it('a snapshot asked for earlier, with an older plan: ignored', () => {
    const newer = applyFeedAnswer(atC1, changes({ cursor: 'c2', version: 8 }), 'c1');
    expect(applyFeedAnswer(newer, snapshot({ cursor: 'c0', version: 6 }), null)).toBe(newer);
  });

  it('the server no longer knows the cursor and answers a snapshot: it replaces everything', () => {
    const state = applyFeedAnswer(
      atC1,
      snapshot({ cursor: 'c9', version: 2, rides: [ride({ id: 'z' })] }),
      'c1',
    );
    expect([...state.rides.keys()]).toEqual(['z']);
    expect([state.cursor, state.version]).toEqual(['c9', 2]);
  });

  it('a ride already held in a newer revision: the newer one stays', () => {
    const ahead = putRide(atC1, ride({ id: 'a', revision: 5, status: 'cancelled' }));
    const state = applyFeedAnswer(
      ahead,
      changes({ cursor: 'c2', rides: [ride({ id: 'a', revision: 4 })] }),
      'c1',
    );
    expect(state.rides.get('a')?.status).toBe('cancelled');
    expect(state.cursor).toBe('c2');
  });

  it('rides and shifts of another day in the changes: not held', () => {
    const tomorrow = { day: '2026-11-23' };
    const answer = changes({
      cursor: 'c2',
      rides: [ride({ id: 'x', ...tomorrow })],
      shifts: [shift({ id: 's', ...tomorrow })],
    });
    const state = applyFeedAnswer(atC1, answer, 'c1');
    expect(state.rides.has('x')).toBe(false);
    expect(state.shifts.size).toBe(0);
  });

  it('an older position after a newer one: the newer one stays', () => {
    const at = (time: string) => [position('s', `2026-11-22T${time}+09:00`)];
    const first = applyFeedAnswer(atC1, changes({ cursor: 'c2', positions: at('10:05:00') }), 'c1');
    const second = applyFeedAnswer(first, changes({ cursor: 'c3', positions: at('10:04:00') }), 'c2');
    expect(second.positions.get('s')?.at).toBe('2026-11-22T10:05:00+09:00');
  });

  it('nothing about rides in the changes: the very same map, so that lists are not drawn again', () => {
    const state = applyFeedAnswer(atC1, changes({ cursor: 'c2', shifts: [shift({ id: 's' })] }), 'c1');
    expect(state.rides).toBe(atC1.rides);
    expect(state.shifts).not.toBe(atC1.shifts);
  });
});

describe('putRide', () => {
  it('a ride of another day: the state is unchanged', () => {
    expect(putRide(atC1, ride({ id: 'x', day: '2026-11-23' }))).toBe(atC1);
  });
});
