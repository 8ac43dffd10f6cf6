import { describe, expect, it } from 'vitest';
import type { PositionView, RideView, ShiftView, StopView } from '../../../backend/contract/index.ts';
import { boardRows } from '../../../dispatcher-ui/store/boardRows.ts';
import { type SilenceQuestion, silentShifts } from '../../../dispatcher-ui/store/silentShifts.ts';
import { DAY, stop as plannedStop, position, ride, shift } from '../../screen-kit/store/dayFixture.ts';

const HOUR = 3600;
const MINUTE = 60;

/** Somebody gets out there of whom these tests know nothing more. */
function stop(id: string, start: number, part: Partial<StopView> = {}): StopView {
  const place = { id, name: `${id}前`, municipality: '07447', lon: 139.9, lat: 37.5 };
  return plannedStop({ id, start, arrival: start - 5 * MINUTE, place, dropoffs: ['somebody'], ...part });
}

const departed = (id: string, arrived: number, left: number, part: Partial<StopView> = {}): StopView =>
  stop(id, arrived, { state: 'departed', performedArrival: arrived, performedDeparture: left, ...part });

const momentOf = (second: number) => Date.parse(`${DAY}T00:00:00+09:00`) + second * 1000;
const seen = (shiftId: string, second: number): PositionView =>
  position(shiftId, new Date(momentOf(second)).toISOString());

function silences(
  shifts: readonly ShiftView[],
  nowSecond: number,
  part: Partial<SilenceQuestion> & { rideList?: readonly RideView[]; seen?: readonly PositionView[] } = {},
) {
  const rides = new Map((part.rideList ?? []).map((one) => [one.id, one]));
  const positions = new Map((part.seen ?? []).map((one) => [one.shiftId, one]));
  const nowMoment = momentOf(nowSecond);
  const question = { nowSecond, nowMoment, rides, positions, afterSeconds: 10 * MINUTE, ...part };
  return silentShifts(boardRows(shifts, rides), question);
}

const told = (shifts: readonly ShiftView[], nowSecond: number, part: Parameters<typeof silences>[2] = {}) =>
  silences(shifts, nowSecond, part).map(({ row, kind, stopId, due }) => [row.shiftId, kind, stopId, due]);

describe('drivers of whom nothing is heard', () => {
  const out = (id: string, stops: readonly StopView[]) => shift({ id, stops: [...stops] });

  it('at the next stop by 10:00: missed after 10:10, not before, and no longer once the driver reports', () => {
    const stops = [departed('x', 9 * HOUR, 9.1 * HOUR), stop('y', 10 * HOUR)];
    expect(told([out('s', stops)], 10 * HOUR + 10 * MINUTE)).toEqual([]);
    expect(told([out('s', stops)], 10 * HOUR + 10 * MINUTE + 1)).toEqual([['s', 'arrive', 'y', 10 * HOUR]]);
    const arrived = stop('y', 10 * HOUR, { state: 'arrived', performedArrival: 10.2 * HOUR });
    expect(told([out('s', [stops[0]!, arrived])], 10.5 * HOUR)).toEqual([]);
  });

  it('late as reckoned from what was reported: new times, no silence', () => {
    // An hour late by its own report, and not yet due.
    const late = out('s', [departed('x', 9 * HOUR, 10 * HOUR), stop('y', 11 * HOUR, { pickups: ['a'] })]);
    const rideList = [ride({ id: 'a', promisedPickup: { earliest: 9.5 * HOUR, latest: 10 * HOUR } })];
    expect(boardRows([late], new Map([['a', rideList[0]!]]))[0]!.lateCount).toBe(1);
    expect(told([late], 10.9 * HOUR, { rideList })).toEqual([]);
  });

  it('planned anew without a word from the street: due as it was', () => {
    const moved = stop('y', 10.75 * HOUR, { expected: 10 * HOUR });
    expect(told([out('s', [moved])], 10.5 * HOUR)).toEqual([['s', 'arrive', 'y', 10 * HOUR]]);
  });

  it('there, and people not reported in: missed after the time to leave; a rider who gets in is a word', () => {
    const there = stop('x', 10 * HOUR, {
      state: 'arrived',
      performedArrival: 10 * HOUR,
      pickups: ['a', 'b'],
    });
    const waiting = [
      ride({ id: 'a', status: 'vehicleArrived' }),
      ride({ id: 'b', status: 'vehicleArrived' }),
    ];
    const shifts = [out('s', [there])];
    expect(told(shifts, 10.25 * HOUR, { rideList: waiting })).toEqual([
      ['s', 'board', 'x', 10 * HOUR + 2 * MINUTE],
    ]);
    const one = [ride({ id: 'a', status: 'onBoard', performedPickup: 10.2 * HOUR }), waiting[1]!];
    expect(told(shifts, 10.25 * HOUR, { rideList: one })).toEqual([]);
  });

  it('everybody in, leaving not tapped: nothing is missed before the next stop is due', () => {
    const there = stop('x', 9 * HOUR, { state: 'arrived', performedArrival: 9 * HOUR, pickups: ['a'] });
    const shifts = [out('s', [there, stop('y', 11 * HOUR)])];
    const rideList = [ride({ id: 'a', status: 'onBoard', performedPickup: 9.05 * HOUR })];
    expect(told(shifts, 10.9 * HOUR, { rideList })).toEqual([]);
    expect(told(shifts, 11.2 * HOUR, { rideList })).toEqual([['s', 'arrive', 'y', 11 * HOUR]]);
  });

  it('a place where the vehicle only waits: missed at the stop after it', () => {
    const wait = stop('w', 9 * HOUR, { dropoffs: [] });
    expect(
      told([out('s', [wait, stop('y', 10 * HOUR)])], 10.2 * HOUR, { seen: [seen('s', 9 * HOUR)] }),
    ).toEqual([['s', 'arrive', 'y', 10 * HOUR]]);
  });

  it('after the last stop, without any stop, at a break: nothing is due', () => {
    const rest = stop('break-0', 10 * HOUR, { kind: 'break', place: null });
    const shifts = [out('s', [departed('x', 9 * HOUR, 9.1 * HOUR), rest]), out('t', [])];
    expect(told(shifts, 16 * HOUR)).toEqual([]);
  });

  it('its device says that it still stands in the depot: told before the first stop is due; not from what was told earlier, elsewhere or never', () => {
    const early = shift({ id: 's', departure: 8.5 * HOUR, stops: [stop('x', 10 * HOUR)] });
    const at = (second: number, lon = 139.9) => {
      const place = { ...seen('s', second), lon };
      return told([early], 8.8 * HOUR, { seen: [place] });
    };
    expect(at(8.6 * HOUR)).toEqual([['s', 'leave', null, 8.5 * HOUR]]);
    // 0.003° of longitude are 265 m at 37.5°, 0.004° are 353 m.
    expect(at(8.6 * HOUR, 139.903)).toHaveLength(1);
    expect(at(8.6 * HOUR, 139.904)).toEqual([]);
    expect(at(8.4 * HOUR)).toEqual([]);
    expect(told([early], 8.8 * HOUR)).toEqual([]);
    expect(told([early], 10.2 * HOUR)).toEqual([['s', 'arrive', 'x', 10 * HOUR]]);
  });

  it('what was heard last, whether the device is there, until when the next rider was promised: said', () => {
    const stops = [
      departed('x', 9 * HOUR, 9.1 * HOUR, { pickups: ['a'] }),
      stop('y', 10 * HOUR, { pickups: ['b', 'c'] }),
    ];
    const rideList = [
      ride({ id: 'a', status: 'onBoard', performedPickup: 9.05 * HOUR }),
      ride({ id: 'b', promisedPickup: { earliest: 9.9 * HOUR, latest: 10.2 * HOUR } }),
      ride({ id: 'c', promisedPickup: { earliest: 9.9 * HOUR, latest: 10.1 * HOUR } }),
    ];
    const now = 10.5 * HOUR;
    const [silence] = silences([out('s', stops)], now, { rideList, seen: [seen('s', now - 5 * MINUTE)] });
    expect(silence).toMatchObject({
      place: { name: 'y前' },
      rideIds: ['b', 'c'],
      promisedUntil: 10.1 * HOUR,
      lastWord: { kind: 'left', second: 9.1 * HOUR, place: { name: 'x前' } },
      seenAt: now - 5 * MINUTE,
      isConnected: true,
    });
    const [lost] = silences([out('s', stops)], now, { rideList, seen: [seen('s', now - 5 * MINUTE - 1)] });
    expect(lost!.isConnected).toBe(false);
  });

  it('several: whoever is silent for longest first; the region says from when', () => {
    const shifts = [out('short', [stop('x', 10 * HOUR)]), out('long', [stop('y', 9 * HOUR)])];
    expect(told(shifts, 10.5 * HOUR).map(([id]) => id)).toEqual(['long', 'short']);
    expect(told(shifts, 10.5 * HOUR, { afterSeconds: HOUR }).map(([id]) => id)).toEqual(['long']);
  });
});
