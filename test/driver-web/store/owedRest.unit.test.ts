import { describe, expect, it } from 'vitest';
import { findOwedRest } from '../../../driver-web/store/owedRest.ts';
import { stop } from './day.ts';

const owed = { from: 36_000, until: 37_800, drivingSeconds: 13_000, isOwed: true };

describe('the rest that a driver owes at a stop', () => {
  it('not over yet: shown; over, left, not owed or a break of its own: not', () => {
    expect(findOwedRest(stop('x', { rests: [owed] }), 37_799)).toEqual(owed);
    expect(findOwedRest(stop('x', { rests: [owed] }), 37_800)).toBeUndefined();
    expect(findOwedRest(stop('x', { rests: [owed], state: 'departed' }), 36_000)).toBeUndefined();
    expect(findOwedRest(stop('x', { rests: [{ ...owed, isOwed: false }] }), 36_000)).toBeUndefined();
    expect(findOwedRest(stop('x', { rests: [owed], kind: 'break' }), 36_000)).toBeUndefined();
    expect(findOwedRest(stop('x'), 36_000)).toBeUndefined();
  });
});
