import { describe, expect, it } from 'vitest';
import { aboardNow } from '../../../dispatcher-ui/store/aboardNow.ts';
import { boardRows, boardSpan, nearestBlock } from '../../../dispatcher-ui/store/boardRows.ts';
import { ride, shift, stop } from '../../screen-kit/store/dayFixture.ts';

const rides = new Map([
  ['a', ride({ id: 'a', promisedPickup: { earliest: 35_000, latest: 36_000 }, promisedDropoff: null })],
]);

describe('boardRows', () => {
  it('a pickup 90 s after its promise ends: late by 90 s, counted, with its bracket', () => {
    // 36,090 − 36,000 = 90
    const late = shift({
      id: 's',
      stops: [stop({ id: 'x', start: 36_090, pickups: ['a'], loadAfter: [1, 1, 0] })],
    });
    const [row] = boardRows([late], rides);
    expect(row?.blocks[0]).toMatchObject({ from: 36_090, to: 36_210, aboard: 2, lateSeconds: 90 });
    expect([row?.lateCount, row?.rideCount]).toEqual([1, 1]);
    expect(row?.promises).toEqual([{ rideId: 'a', kind: 'pickup', earliest: 35_000, latest: 36_000 }]);
  });

  it('nobody gets in or out and nobody is aboard: the vehicle waits; not for who sees only some of the riders', () => {
    const waiting = shift({ id: 's', stops: [stop({ id: 'x', start: 36_000 })] });
    expect(boardRows([waiting], rides)[0]?.blocks[0]?.isWait).toBe(true);
    expect(boardRows([waiting], rides, true)[0]?.blocks[0]?.isWait).toBe(false);
    const served = shift({ id: 's', stops: [stop({ id: 'x', start: 36_000, dropoffs: ['a'] })] });
    expect(boardRows([served], rides)[0]?.blocks[0]?.isWait).toBe(false);
  });

  it('59 s over: nobody sees it on a clock, so it is not called late', () => {
    const [row] = boardRows(
      [shift({ id: 's', stops: [stop({ id: 'x', start: 36_059, pickups: ['a'] })] })],
      rides,
    );
    expect(row?.lateCount).toBe(0);
  });

  it('vehicles with numbers: 2号車 comes before 10号車', () => {
    const rows = boardRows(
      [shift({ id: 'ten', vehicleName: '10号車' }), shift({ id: 'two', vehicleName: '2号車' })],
      rides,
    );
    expect(rows.map((row) => row.shiftId)).toEqual(['two', 'ten']);
  });

  it('a town office, which sees its rides and no stops: vehicles that carry some come first, with how many, those cancelled left out', () => {
    const idle = shift({ id: 'idle', vehicleName: '1号車' });
    const busy = shift({ id: 'busy', vehicleName: '2号車' });
    const own = new Map(
      (['assigned', 'done', 'cancelled'] as const).map(
        (status) => [status, ride({ id: status, shiftId: 'busy', status })] as const,
      ),
    );
    const rows = boardRows([idle, busy], own, true);
    expect(rows.map(({ shiftId, rideCount }) => [shiftId, rideCount])).toEqual([
      ['busy', 2],
      ['idle', 0],
    ]);
    expect(boardRows([idle, busy], own).map(({ shiftId }) => shiftId)).toEqual(['idle', 'busy']);
  });

  it('a ride seen in the list and at two stops: one', () => {
    const stops = [
      stop({ id: 'x', start: 36_000, pickups: ['a'] }),
      stop({ id: 'y', start: 37_000, dropoffs: ['a'] }),
    ];
    const seen = new Map([['a', ride({ id: 'a', shiftId: 's', status: 'assigned' })]]);
    expect(boardRows([shift({ id: 's', stops })], seen)[0]?.rideCount).toBe(1);
  });

  it('the span: whole hours around every shift, also when one comes home late', () => {
    // 8:30 → 8:00; finish 18:10 → 19:00
    const rows = boardRows([shift({ id: 's', start: 30_600, end: 61_200, finish: 65_400 })], rides);
    expect(boardSpan(rows)).toEqual({ from: 28_800, to: 68_400 });
    expect(boardSpan([])).toEqual({ from: 21_600, to: 72_000 });
  });

  it('a press between two stops: the nearer one', () => {
    const stops = [stop({ id: 'x', start: 36_000 }), stop({ id: 'y', start: 40_000 })];
    const [row] = boardRows([shift({ id: 's', stops })], rides);
    // x ends at 36,120: 37,900 is 1,780 after x and 2,100 before y
    expect([nearestBlock(row!, 37_900)?.id, nearestBlock(row!, 39_000)?.id]).toEqual(['x', 'y']);
  });
});

describe('aboardNow', () => {
  it('two stops left, one ahead: the load after the last one left', () => {
    const stops = [
      stop({ id: 'x', start: 1, state: 'departed', loadAfter: [1, 0, 0] }),
      stop({ id: 'y', start: 2, state: 'departed', loadAfter: [2, 1, 0] }),
      stop({ id: 'z', start: 3, loadAfter: [0, 0, 0] }),
    ];
    expect([aboardNow(shift({ id: 's', stops })), aboardNow(shift({ id: 't' }))]).toEqual([3, 0]);
  });
});
