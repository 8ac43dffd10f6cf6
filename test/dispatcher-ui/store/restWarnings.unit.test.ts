import { describe, expect, it } from 'vitest';
import type { ShiftView, StopRest, StopView } from '../../../backend/contract/index.ts';
import { boardRows } from '../../../dispatcher-ui/store/boardRows.ts';
import {
  isOverLimit,
  restWarnings,
  unrestedMark,
  unrestedShifts,
} from '../../../dispatcher-ui/store/restWarnings.ts';
import { stop as plannedStop, ride, shift } from '../../screen-kit/store/dayFixture.ts';

const HOUR = 3600;
const LIMIT = 4 * HOUR;

function stop(id: string, start: number, rests: readonly StopRest[], part: Partial<StopView> = {}): StopView {
  return plannedStop({ id, start, departure: start + 60, rests: [...rests], ...part });
}

/** From 11:00 to 11:30, after three hours and fifty minutes at the wheel. */
const rest = (part: Partial<StopRest> = {}): StopRest => ({
  from: 11 * HOUR,
  until: 11.5 * HOUR,
  drivingSeconds: LIMIT - 600,
  isOwed: true,
  ...part,
});

function warnings(shifts: readonly ShiftView[], nowSecond: number) {
  const rides = new Map([
    [
      'a',
      ride({ id: 'a', promisedPickup: { earliest: 11 * HOUR, latest: 11.25 * HOUR }, promisedDropoff: null }),
    ],
  ]);
  return restWarnings(boardRows(shifts, rides), nowSecond).map((warning) => [
    warning.row.shiftId,
    warning.kind,
    warning.kind === 'unrested' ? warning.leavesAt : warning.lateCount,
  ]);
}

const driven = (id: string, stops: StopView[], longestAheadSeconds = LIMIT - 600) =>
  shift({ id, stops, atWheel: { limitSeconds: LIMIT, longestAheadSeconds } });

describe('warnings about hours at the wheel', () => {
  it('little room below the limit: told within the hour before the rest, not earlier and not after it', () => {
    const shifts = [driven('s', [stop('x', 11 * HOUR, [rest()])])];
    expect(warnings(shifts, 9.9 * HOUR)).toEqual([]);
    expect(warnings(shifts, 10 * HOUR)).toEqual([['s', 'due', 0]]);
    expect(warnings(shifts, 11.5 * HOUR)).toEqual([]);
  });

  it('much room, or a rest that is not owed, or behind the vehicle, or no limit: nothing to watch', () => {
    const now = 10.5 * HOUR;
    expect(
      warnings([driven('s', [stop('x', 11 * HOUR, [rest({ drivingSeconds: 2 * HOUR })])])], now),
    ).toEqual([]);
    expect(warnings([driven('s', [stop('x', 11 * HOUR, [rest({ isOwed: false })])])], now)).toEqual([]);
    expect(warnings([driven('s', [stop('x', 11 * HOUR, [rest()], { state: 'departed' })])], now)).toEqual([]);
    expect(warnings([shift({ id: 's', stops: [stop('x', 11 * HOUR, [rest()])] })], now)).toEqual([]);
  });

  it('riders who are late for it: told, however much room there is', () => {
    const late = stop('y', 11.6 * HOUR, [], { pickups: ['a'] });
    const shifts = [driven('s', [stop('x', 11 * HOUR, [rest({ drivingSeconds: 2 * HOUR })]), late])];
    expect(warnings(shifts, 10.5 * HOUR)).toEqual([['s', 'due', 1]]);
  });

  it('a rest in two parts with people getting in between: told as one; not if the vehicle drives in between', () => {
    const until = (second: Partial<StopRest>, now: number) => {
      const from = 11.3 * HOUR + 60;
      const stops = [
        stop('x', 11 * HOUR, [rest({ until: 11.3 * HOUR })]),
        stop('y', 11.3 * HOUR, [rest({ from, until: 12 * HOUR, ...second })]),
      ];
      const [warning] = restWarnings(boardRows([driven('s', stops)], new Map()), now);
      return warning && 'rest' in warning ? warning.rest?.until : undefined;
    };
    expect(until({}, 10.5 * HOUR)).toBe(12 * HOUR);
    expect(until({}, 11.4 * HOUR)).toBe(12 * HOUR);
    expect(until({ drivingSeconds: LIMIT - 300 }, 10.5 * HOUR)).toBe(11.3 * HOUR);
    expect(until({ from: 11.6 * HOUR }, 10.5 * HOUR)).toBe(11.3 * HOUR);
  });

  it('over the limit: from when it will be, told along', () => {
    const atWheel = { limitSeconds: LIMIT, longestAheadSeconds: LIMIT + 900, limitReachedAt: 12 * HOUR };
    const rows = boardRows([shift({ id: 's', stops: [], atWheel })], new Map());
    expect(restWarnings(rows, 10 * HOUR)).toMatchObject([{ kind: 'over', limitReachedAt: 12 * HOUR }]);
    expect([10, 17.1].map((hour) => isOverLimit(rows[0]!, hour * HOUR))).toEqual([true, false]);
  });

  it('over the limit if nothing is done: before rests that come sooner, at any hour until the vehicle is back', () => {
    const shifts = [
      driven('due', [stop('x', 11 * HOUR, [rest()])]),
      driven('over', [stop('x', 16 * HOUR, [rest({ from: 16 * HOUR, until: 16.5 * HOUR })])], LIMIT + 60),
    ];
    expect(warnings(shifts, 10.5 * HOUR).map(([id, kind]) => [id, kind])).toEqual([
      ['over', 'over'],
      ['due', 'due'],
    ]);
    expect(warnings(shifts, 17 * HOUR)).toEqual([]);
  });

  it('a driver who is to be rested after the shift begins: told until then, and when the vehicle leaves before it', () => {
    const restedFrom = 9.5 * HOUR;
    const first = [stop('x', 9 * HOUR, [])];
    const shifts = [
      shift({ id: 'leaves', restedFrom, departure: 8.8 * HOUR, stops: first }),
      shift({ id: 'stays', restedFrom, departure: restedFrom, stops: first }),
      shift({ id: 'idle', restedFrom }),
      shift({ id: 'ended', restedFrom, ended: 8.1 * HOUR }),
      shift({ id: 'rested' }),
    ];
    const told = [
      ['leaves', 'unrested', 8.8 * HOUR],
      ['stays', 'unrested', null],
      ['idle', 'unrested', null],
    ];
    expect(warnings(shifts, restedFrom - 1)).toEqual(expect.arrayContaining(told));
    expect(warnings(shifts, restedFrom - 1)).toHaveLength(3);
    expect(warnings(shifts, restedFrom)).toEqual([]);
    expect(unrestedShifts(boardRows(shifts, new Map()))).toHaveLength(3);
  });

  it('over the limit before unrested, unrested before a rest that comes', () => {
    const shifts = [
      driven('due', [stop('x', 11 * HOUR, [rest()])]),
      shift({ id: 'unrested', restedFrom: 12 * HOUR }),
      driven('over', [stop('y', 16 * HOUR, [])], LIMIT + 60),
    ];
    expect(warnings(shifts, 10.5 * HOUR).map(([id]) => id)).toEqual(['over', 'unrested', 'due']);
  });

  it('who leaves unrested comes before those who wait until they are rested, today and ahead', () => {
    const restedFrom = 12 * HOUR;
    const shifts = [
      shift({ id: 'stays', restedFrom, start: 6 * HOUR }),
      shift({ id: 'leaves', restedFrom, departure: 11 * HOUR, stops: [stop('x', 11.5 * HOUR, [])] }),
    ];
    expect(warnings(shifts, 10 * HOUR).map(([id]) => id)).toEqual(['leaves', 'stays']);
    const ahead = unrestedShifts(boardRows(shifts, new Map())).map(({ row }) => row.shiftId);
    expect(ahead).toEqual(['leaves', 'stays']);
  });

  it('the row of a shift: its driver still rests, leaves before that, or neither', () => {
    const restedFrom = 12 * HOUR;
    const shifts = [
      shift({ id: 'rests', restedFrom }),
      shift({ id: 'leaves', restedFrom, departure: 11 * HOUR, stops: [stop('x', 11.5 * HOUR, [])] }),
      driven('over', [stop('y', 16 * HOUR, [])], LIMIT + 60),
    ];
    const told = restWarnings(boardRows(shifts, new Map()), 10 * HOUR);
    const marks = ['rests', 'leaves', 'over', 'absent'].map((id) => unrestedMark(told, id));
    expect(marks).toEqual(['rests', 'leaves', null, null]);
  });
});
