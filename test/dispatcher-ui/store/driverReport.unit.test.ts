import { describe, expect, it } from 'vitest';
import type { RideView, StopView } from '../../../backend/contract/index.ts';
import { isRevocable, reportOf, writtenSecond } from '../../../dispatcher-ui/store/driverReport.ts';
import { ride as rideOf, shift, stop as stopOf } from '../../screen-kit/store/dayFixture.ts';

const stop = { id: 'stop:1', kind: 'stop' } as StopView;
const pause = { id: 'break-1', kind: 'break' } as StopView;
const ride = { id: 'ride:1' } as RideView;

describe('what the desk reports for a driver', () => {
  it('each act in the words of the driver’s device; waiting and an ended shift are nothing to report', () => {
    expect(reportOf({ type: 'arrive', stop, from: null }, 5)).toEqual({
      type: 'stop:arrive',
      stopId: 'stop:1',
      minutesAgo: 5,
    });
    expect(reportOf({ type: 'depart', stop, next: null }, 0)).toMatchObject({ type: 'stop:depart' });
    expect(reportOf({ type: 'board', stop, ride }, 0)).toMatchObject({
      type: 'ride:board',
      rideId: 'ride:1',
    });
    expect(reportOf({ type: 'alight', stop, ride }, 0)).toMatchObject({ type: 'ride:alight' });
    expect(reportOf({ type: 'wait' }, 0)).toBeNull();
    expect(reportOf({ type: 'ended' }, 0)).toBeNull();
  });

  it('having come to a stop can be taken back; a break, leaving and riders cannot', () => {
    expect(isRevocable({ type: 'arrive', stop, from: null })).toBe(true);
    expect(isRevocable({ type: 'arrive', stop: pause, from: null })).toBe(false);
    expect(isRevocable({ type: 'depart', stop, next: null })).toBe(false);
    expect(isRevocable({ type: 'alight', stop, ride })).toBe(false);
  });

  it('as of some minutes ago, but never before what this shift reported last', () => {
    const at = 10 * 3600;
    const came = stopOf({ id: 'a', start: at, state: 'arrived', performedArrival: at });
    const driven = shift({ id: 's', stops: [came] });
    const writtenAfter = (minutes: number, minutesAgo: number, rides = [rideOf({ id: 'a', shiftId: 's' })]) =>
      writtenSecond(driven, rides, at + minutes * 60, minutesAgo);
    expect(writtenAfter(12, 0)).toBe(at + 720);
    expect(writtenAfter(12, 5)).toBe(at + 420);
    expect(writtenAfter(3, 5)).toBe(at);
    const aboard = rideOf({ id: 'b', shiftId: 's', performedPickup: at + 60 });
    expect(writtenAfter(3, 5, [aboard])).toBe(at + 60);
    expect(writtenAfter(3, 5, [{ ...aboard, shiftId: 'other' }])).toBe(at);
    expect(writtenSecond(shift({ id: 'new' }), [], at, 10)).toBe(at - 600);
  });
});
