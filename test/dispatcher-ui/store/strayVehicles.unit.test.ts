import { describe, expect, it } from 'vitest';
import type { ShiftView, StopView } from '../../../backend/contract/index.ts';
import { boardRows } from '../../../dispatcher-ui/store/boardRows.ts';
import { strayVehicles } from '../../../dispatcher-ui/store/strayVehicles.ts';
import { stop as plannedStop, shift } from '../../screen-kit/store/dayFixture.ts';

const HOUR = 3600;
const MINUTE = 60;
/** 0.02° north are 2,226 m, 0.017° are 1,892 m. */
const FAR = 0.02;
const NEAR = 0.017;
const HALL = { id: 'hall', name: '冨川集会所', municipality: '07447', lon: 139.9, lat: 37.5 };
const DEPOT = { name: '車庫', lon: 139.8, lat: 37.4 };

/** The vehicle is there at `arrival`, and somebody gets in at `start`. */
function stopAt(arrival: number, start: number, part: Partial<StopView> = {}): StopView {
  return plannedStop({
    id: `stop-${start}`,
    arrival,
    start,
    departure: start + MINUTE,
    place: HALL,
    pickups: ['a'],
    ...part,
  });
}

/** What the board says at a second, the device having told its place a minute before: so far north of a place. */
function strays(
  stops: readonly StopView[],
  now: number,
  north: number,
  part: { of?: { lon: number; lat: number }; seen?: number; shift?: Partial<ShiftView> } = {},
) {
  const { of = HALL, seen = now - MINUTE } = part;
  const work = shift({
    id: 's',
    stops: [...stops],
    depot: DEPOT,
    start: 8 * HOUR,
    end: 17 * HOUR,
    departure: 9 * HOUR,
    finish: 16 * HOUR,
    ...part.shift,
  });
  const sighting = { lon: of.lon, lat: of.lat + north, second: seen };
  return strayVehicles(boardRows([work], new Map()), {
    nowSecond: now,
    sightings: new Map([['s', sighting]]),
  }).map(({ place, metres, until }) => [place?.id ?? 'depot', Math.round(metres), until]);
}

describe('vehicles that wait elsewhere than the plan reckons', () => {
  const left = stopAt(9.5 * HOUR, 9.5 * HOUR, {
    state: 'departed',
    performedArrival: 9.5 * HOUR,
    performedDeparture: 9.6 * HOUR,
  });

  it('gone early to a pickup at 14:00, to be there from 10:00 on: 2.2 km away it is told, 1.9 km away it is not', () => {
    const stops = [left, stopAt(10 * HOUR, 14 * HOUR)];
    expect(strays(stops, 11 * HOUR, FAR)).toEqual([['hall', 2226, 14 * HOUR]]);
    expect(strays(stops, 11 * HOUR, NEAR)).toEqual([]);
  });

  it('still on the way there, or there for less than five minutes, or overdue: not told', () => {
    const stops = [left, stopAt(10 * HOUR, 14 * HOUR)];
    expect(strays(stops, 9.9 * HOUR, FAR)).toEqual([]);
    expect(strays(stops, 10 * HOUR + 5 * MINUTE, FAR)).toEqual([]);
    expect(strays(stops, 10 * HOUR + 6 * MINUTE, FAR)).toHaveLength(1);
    expect(strays(stops, 14 * HOUR, FAR)).toEqual([]);
  });

  it('the device has told nothing for five minutes: nobody knows', () => {
    const stops = [left, stopAt(10 * HOUR, 14 * HOUR)];
    expect(strays(stops, 11 * HOUR, FAR, { seen: 11 * HOUR - 5 * MINUTE })).toHaveLength(1);
    expect(strays(stops, 11 * HOUR, FAR, { seen: 11 * HOUR - 5 * MINUTE - 1 })).toEqual([]);
  });

  it('said to have come, and not there', () => {
    const stops = [left, stopAt(10 * HOUR, 14 * HOUR, { state: 'arrived', performedArrival: 10 * HOUR })];
    expect(strays(stops, 11 * HOUR, FAR)).toEqual([['hall', 2226, 14 * HOUR + MINUTE]]);
  });

  it('reckoned to stand where it went first, with others to be fetched before: there until it leaves', () => {
    const stood = stopAt(10 * HOUR, 10 * HOUR, { state: 'departed', pickups: [], departure: 12 * HOUR });
    const stops = [left, stood, stopAt(12.2 * HOUR, 12.2 * HOUR)];
    expect(strays(stops, 11 * HOUR, FAR)).toEqual([['hall', 2226, 12 * HOUR]]);
    expect(strays(stops, 12 * HOUR + MINUTE, FAR)).toEqual([]);
  });

  it('in the depot before it goes out, and after it is home; on its way home nobody asks', () => {
    const first = [stopAt(9.5 * HOUR, 9.5 * HOUR)];
    expect(strays(first, 8.5 * HOUR, FAR, { of: DEPOT })).toEqual([['depot', 2226, 9 * HOUR]]);
    expect(strays(first, 9.1 * HOUR, FAR, { of: DEPOT })).toEqual([]);
    expect(strays([left], 15 * HOUR, FAR, { of: DEPOT })).toEqual([]);
    expect(strays([left], 16.2 * HOUR, FAR, { of: DEPOT })).toEqual([['depot', 2226, null]]);
    expect(strays([], 10 * HOUR, FAR, { of: DEPOT })).toEqual([['depot', 2226, null]]);
  });

  it('the shift is over, by its hours or its driver’s word; or the door is not told: not asked', () => {
    const stops = [left, stopAt(10 * HOUR, 14 * HOUR)];
    expect(strays(stops, 11 * HOUR, FAR, { shift: { end: 11 * HOUR } })).toEqual([]);
    expect(strays([left], 16.2 * HOUR, FAR, { of: DEPOT, shift: { ended: 16 * HOUR } })).toEqual([]);
    for (const id of ['door', 'near:hall'])
      expect(
        strays([left, stopAt(10 * HOUR, 14 * HOUR, { place: { ...HALL, id } })], 11 * HOUR, FAR),
      ).toEqual([]);
  });
});
