import { describe, expect, it } from 'vitest';
import type { RideView, StopView } from '../../../backend/contract/index.ts';
import { isRevocable, reportOf } from '../../../dispatcher-ui/store/driverReport.ts';

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
});
