import { describe, expect, it } from 'vitest';
import { maxRideSeconds, offerWindows, promiseFor } from '../../../backend/dispatch/offerWindows.ts';
import { plannedWindows } from '../../../backend/dispatch/plannedWindows.ts';
import { valleyRules } from '../../support/smallValley.ts';

const { promises } = valleyRules();
const NINE = 9 * 3600;
const FAR = Number.NEGATIVE_INFINITY;

describe('offerWindows', () => {
  it('depart after nine, an hour of search: three slices of twenty minutes that do not overlap', () => {
    const windows = offerWindows({ kind: 'departAfter', second: NINE }, promises, 2000, FAR);
    expect(windows.map(({ pickup }) => [pickup.earliest, pickup.latest])).toEqual([
      [32_400, 33_599],
      [33_600, 34_799],
      [34_800, 35_999],
    ]);
  });

  it('depart between nine and half past: the last slice ends there, none begins after it', () => {
    const windows = offerWindows({ kind: 'departAfter', second: NINE, until: 34_200 }, promises, 2000, FAR);
    expect(windows.map(({ pickup }) => [pickup.earliest, pickup.latest])).toEqual([
      [32_400, 33_599],
      [33_600, 34_200],
    ]);
  });

  it('arrive by ten with five minutes of buffer: slices backwards from 09:55', () => {
    const windows = offerWindows({ kind: 'arriveBy', second: 36_000 }, promises, 2000, FAR);
    // 36,000 − 300 = 35,700; 35,700 − 1,200 + 1 = 34,501; a pickup at most 2,000 s before that
    expect(windows[0]).toEqual({
      pickup: { earliest: 32_501, latest: 35_700 },
      dropoff: { earliest: 34_501, latest: 35_700 },
    });
    expect(windows[1]!.dropoff).toEqual({ earliest: 33_301, latest: 34_500 });
  });

  it('now is 09:30: slices that are over are left out, the one under way begins now', () => {
    const now = NINE + 1800;
    const windows = offerWindows({ kind: 'departAfter', second: NINE }, promises, 2000, now);
    expect(windows.map(({ pickup }) => pickup.earliest)).toEqual([now, 34_800]);
  });

  it('arrive by a time that has gone: no window at all', () => {
    expect(offerWindows({ kind: 'arriveBy', second: NINE }, promises, 2000, NINE)).toEqual([]);
  });
});

describe('promiseFor', () => {
  it('depart after: the window begins at the planned minute; arrival is promised for the slowest ride', () => {
    const planned = { pickup: 32_430, dropoff: 33_400, dwell: 60, direct: 900, maxRide: 2250 };
    // pickup 09:00 … 09:10; 33,000 + 60 + 2,250 = 35,310, rounded up to the minute 35,340
    expect(promiseFor({ kind: 'departAfter', second: NINE }, promises, planned)).toEqual({
      pickup: { earliest: 32_400, latest: 33_000 },
      dropoff: { earliest: 32_400, latest: 35_340 },
    });
  });

  it('arrive by: the appointment is the promise, however slow the ride might be', () => {
    const planned = { pickup: 33_000, dropoff: 34_000, dwell: 60, direct: 900, maxRide: 9000 };
    expect(promiseFor({ kind: 'arriveBy', second: 36_000 }, promises, planned).dropoff.latest).toBe(36_000);
  });

  it('arrive by, planned close to it: the pickup window ends while the shortest way still arrives in time', () => {
    const planned = { pickup: 34_680, dropoff: 35_700, dwell: 60, direct: 900, maxRide: 2250 };
    // 36,000 − 60 − 900 = 35,040: 34,680 + 600 would be 35,280, too late to set out
    expect(promiseFor({ kind: 'arriveBy', second: 36_000 }, promises, planned).pickup).toEqual({
      earliest: 34_680,
      latest: 35_040,
    });
  });

  it('maximum ride time: factor × direct + plus', () => {
    // 1.5 × 900 + 900
    expect(maxRideSeconds(promises, 900)).toBe(2250);
  });
});

describe('plannedWindows', () => {
  const promise = { pickup: { earliest: 1000, latest: 1600 }, dropoff: { earliest: 1000, latest: 3000 } };

  it('a promise: planned five minutes inside it', () => {
    expect(plannedWindows(promise, { pickup: null, dropoff: null })).toEqual({
      pickup: { earliest: 1000, latest: 1300 },
      dropoff: { earliest: 1000, latest: 2700 },
    });
  });

  it('the street has used the reserve: what is planned stays possible, but never beyond the promise', () => {
    expect(plannedWindows(promise, { pickup: 1500, dropoff: 3100 })).toEqual({
      pickup: { earliest: 1000, latest: 1500 },
      dropoff: { earliest: 1000, latest: 3000 },
    });
  });
});
