import { describe, expect, it } from 'vitest';
import { findClash } from '../../../../backend/domain/ride/findClash.ts';
import type { Ride } from '../../../../backend/domain/ride/ride.ts';
import { sampleRide } from '../../../support/sampleRows.ts';

const TEN = 10 * 3600;

/** Booked from door to hospital, aboard from ten to ten past ten. */
const booked = (given: Partial<Ride> = {}): Ride =>
  sampleRide({ status: 'assigned', scheduled: { pickup: TEN, dropoff: TEN + 600 }, ...given });

const wanted = (pickupSecond: number, toId = 'point-1') => ({
  fromId: 'door:person-1',
  toId,
  pickupSecond,
  dropoffSecond: pickupSecond + 600,
});

const codeOf = (rides: readonly Ride[], pickup: number, toId?: string) =>
  findClash(rides, wanted(pickup, toId))?.code;

describe('a ride that stands in the way', () => {
  it.each<[string, number, string | undefined, string | undefined]>([
    ['the same way at the same time', TEN, undefined, 'duplicateRide'],
    ['the same way 59 minutes later', TEN + 3540, undefined, 'duplicateRide'],
    ['the same way 59 minutes earlier', TEN - 3540, undefined, 'duplicateRide'],
    ['the same way an hour later', TEN + 3600, undefined, undefined],
    ['another way at the same time', TEN, 'point-2', 'overlappingRide'],
    ['another way that begins when this one ends', TEN + 600, 'point-2', undefined],
    ['another way that ends when this one begins', TEN - 600, 'point-2', undefined],
    ['another way a second too early', TEN + 599, 'point-2', 'overlappingRide'],
  ])('%s', (_, pickup, toId, code) => {
    expect(codeOf([booked()], pickup, toId)).toBe(code);
  });

  it('not yet planned: the promise counts', () => {
    // promised between 33,000 and 36,000
    const promised = booked({ scheduled: { pickup: null, dropoff: null } });
    expect(codeOf([promised], 34_000, 'point-2')).toBe('overlappingRide');
    expect(codeOf([promised], 36_000, 'point-2')).toBeUndefined();
  });

  it.each(['cancelled', 'denied', 'declined', 'lapsed', 'done', 'noShow', 'missed'] as const)(
    '%s: stands in nobody’s way',
    (status) => {
      expect(codeOf([booked({ status })], TEN)).toBeUndefined();
    },
  );

  it('only asked for, nothing promised: neither', () => {
    expect(codeOf([booked({ status: 'offered', promise: null })], TEN)).toBeUndefined();
  });
});
