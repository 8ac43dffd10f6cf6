import { describe, expect, it } from 'vitest';
import { type DutyTimes, findLongDrive } from '../../../../backend/planner/schedule/drivingRule.ts';

const MINUTE = 60;
/** 4 h at the wheel, then 30 min, in parts of at least 10. */
const LAW = { maxDrivingSeconds: 240 * MINUTE, restSeconds: 30 * MINUTE, minPartSeconds: 10 * MINUTE };

/** Legs of so many minutes each, with a rest of some kind at the node between two of them. */
function duty(legs: readonly number[], rests: readonly number[], kind: 'wait' | 'pause' | 'stay'): DutyTimes {
  const none = () => Array<number>(legs.length + 1).fill(0);
  const times = {
    driving: [...legs.map((leg) => leg * MINUTE), 0],
    wait: none(),
    pause: none(),
    stay: none(),
  };
  rests.forEach((rest, at) => {
    times[kind][at + 1] = rest * MINUTE;
  });
  return times;
}

const find = (times: DutyTimes, fixedCount = 0, soFar?: Parameters<typeof findLongDrive>[4]) =>
  findLongDrive(LAW, times, times.driving.length, fixedCount, soFar);

describe.each(['wait', 'pause', 'stay'] as const)('driving with rests that are a %s', (kind) => {
  it('exactly four hours are none too many, a minute more is', () => {
    expect(find(duty([120, 120], [0], kind))).toBeUndefined();
    // 120 + 121 = 241, one above 240, on the leg that leaves node 1.
    expect(find(duty([120, 121], [0], kind))).toEqual({ from: 0, to: 1, excess: MINUTE });
  });

  it('three parts of ten minutes are a rest, eleven, ten and nine are none', () => {
    // After 10 + 10 + 10 the count begins anew with the fourth leg: 70 + 200 = 270 would be too much.
    expect(find(duty([70, 70, 70, 200], [10, 10, 10], kind))).toBeUndefined();
    expect(find(duty([70, 70, 70, 200], [11, 10, 9], kind))).toMatchObject({ to: 3, excess: 170 * MINUTE });
    expect(find(duty([70, 70, 70, 200], [10, 9, 20], kind))).toBeUndefined();
  });

  it('what a rest leaves over does not count for the next one', () => {
    // 40 at once end the first count; 20 after it are too few for the second: 130 + 120 = 250.
    expect(find(duty([200, 130, 120], [40, 20], kind))).toMatchObject({
      from: 1,
      to: 2,
      excess: 10 * MINUTE,
    });
  });
});

describe('driving on a duty under way', () => {
  it('what is driven already is not to be mended, but owes the rest before the next leg', () => {
    // 250 are driven on the first leg; the next one of 10 makes 260.
    expect(find(duty([250, 10], [0], 'stay'), 1)).toMatchObject({ to: 1, excess: 20 * MINUTE });
    expect(find(duty([250, 10], [30], 'stay'), 1)).toBeUndefined();
  });

  it('known how it was driven: that stands for all up to the last fixed visit', () => {
    // On paper 200 before node 1, in truth 100 with 20 rested: 100 + 140 = 240.
    const soFar = { drivingSeconds: 100 * MINUTE, restedSeconds: 20 * MINUTE, isUnderWay: false };
    expect(find(duty([200, 140], [0], 'stay'), 1, soFar)).toBeUndefined();
    expect(find(duty([200, 141], [0], 'stay'), 1, soFar)).toEqual({ from: 1, to: 1, excess: MINUTE });
    // 20 rested and 10 more at the stop are the rest; who is under way has left the stop and rests there no more.
    expect(find(duty([200, 200], [10], 'stay'), 1, soFar)).toBeUndefined();
    // 100 + 200 are too many, but that leg is being driven; the next one makes 100 + 200 + 100.
    expect(find(duty([200, 200, 100], [10], 'stay'), 1, { ...soFar, isUnderWay: true })).toEqual({
      from: 2,
      to: 2,
      excess: 160 * MINUTE,
    });
  });
});
