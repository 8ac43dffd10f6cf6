import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../../backend/domain/units/time.ts';
import { keepApart, registerOf } from '../../../support/apartDay.ts';
import {
  bookValley,
  movesOf,
  moveTo,
  openFar,
  openTwo,
  otherThan,
  possibleMove,
  shiftOf,
  TWO_OF_FOUR,
} from '../../../support/handMoves.ts';
import { readValley, VALLEY_DAY } from '../../../support/smallValley.ts';

describe('what a move would mean', () => {
  it('an empty vehicle beside: possible, the same driving, nobody else concerned, and nothing is written', async () => {
    const valley = await openTwo();
    const ride = await bookValley(valley);
    const before = await readValley(valley);
    const { fromShiftId, options } = await movesOf(valley, ride.id);
    expect(fromShiftId).toBe(ride.shiftId);
    expect(options).toMatchObject([
      {
        shiftId: otherThan(ride.shiftId),
        kind: 'possible',
        isTight: false,
        effect: {
          pickup: ride.scheduled.pickup,
          addedDrivingSeconds: 0,
          addedDrivingMetres: 0,
          shifted: [],
          broken: [],
        },
      },
    ]);
    expect((await readValley(valley)).version).toBe(before.version);
  });

  it('a vehicle on the same way: both drive once instead of twice, and that comes before an empty vehicle', async () => {
    const valley = await openTwo({ configurations: [...TWO_OF_FOUR, [[4, 0, 0]]] });
    const first = await bookValley(valley, { person: 1 });
    const second = await bookValley(valley, { person: 2, second: 9 * 3600 });
    const empty = [shiftOf(1), shiftOf(2), shiftOf(3)].find((id) => id !== first.shiftId)!;
    expect((await moveTo(valley, second.id, empty)).ok).toBe(true);
    const { options } = await movesOf(valley, second.id);
    expect(options[0]).toMatchObject({
      shiftId: first.shiftId,
      // A → D and home: 6 × 300 s, 6 × 3,000 m
      effect: { addedDrivingSeconds: -1800, addedDrivingMetres: -18_000, broken: [] },
    });
  });

  it('a vehicle that is elsewhere then: possible, but the promise that breaks is named with its minutes', async () => {
    const { valley, there, far } = await openFar();
    const { effect } = await possibleMove(valley, far.id, there.shiftId!);
    // 9:00 at A, a minute for the door, 15 min to D, a minute, 10 min to F: 9:27; told was 9:10 at the latest
    expect(effect.broken).toEqual([{ rideId: far.id, lateSeconds: 17 * 60 }]);
    expect(effect.shifted).toEqual([]);
  });

  it('the cheapest order would make two late, a longer way one: the longer way', async () => {
    const valley = await openTwo();
    const east = await bookValley(valley, { person: 1, from: 'B', to: 'F' });
    const west = await bookValley(valley, { person: 2, from: 'C', to: 'B', second: 9 * 3600 + 1200 });
    const ride = await bookValley(valley, { person: 3, from: 'A', to: 'B', second: 9 * 3600 + 600 });
    await bookValley(valley, { person: 4, from: 'B', to: 'F', second: 9 * 3600 + 1200 });
    expect([west.shiftId, ride.shiftId]).toEqual([east.shiftId, otherThan(east.shiftId)]);
    // From A at 9:10 it is 9:17 at B: too late for person-1, told 9:10, and then at C for person-2. With person-1 taken along
    // from B at 9:04 to A and back it is two ways of 5 min more, and late for person-2 alone.
    const { effect } = await possibleMove(valley, ride.id, east.shiftId!);
    expect(effect).toMatchObject({
      addedDrivingSeconds: 600,
      broken: [{ rideId: west.id, lateSeconds: 360 }],
      shifted: [{ rideId: east.id, seconds: 240 }],
    });
  });

  it('little room at that time: possible in the reserve, every promise kept, after the vehicle that has room', async () => {
    const valley = await openTwo({ configurations: [...TWO_OF_FOUR, [[4, 0, 0]]] });
    const ride = await bookValley(valley, { person: 2, from: 'E', to: 'F', second: 9 * 3600 + 900 });
    const there = await bookValley(valley, { person: 1 });
    const away = [1, 2, 3].map((v) => shiftOf(v)).find((id) => ![there.shiftId, ride.shiftId].includes(id))!;
    if (ride.shiftId === there.shiftId) await moveTo(valley, ride.id, away);
    // 9:00 at A, 9:16 at D, 9:22 at E: told was from 9:15 to 9:25
    const { options } = await movesOf(valley, ride.id);
    expect(options.map((each) => each.kind)).toEqual(['possible', 'possible']);
    expect(options.at(-1)).toMatchObject({ shiftId: there.shiftId, isTight: true, effect: { broken: [] } });
  });

  it('the rider is kept apart from the driver, or from who is aboard: impossible, and that is why', async () => {
    const valley = await openTwo({ drivers: ['鈴木', '田中'] });
    const ride = await bookValley(valley);
    const target = otherThan(ride.shiftId);
    const driverName = target === shiftOf(1) ? '鈴木' : '田中';
    await keepApart(registerOf(valley), 'person-1', { kind: 'driver', providerId: 'provider-1', driverName });
    const { options } = await movesOf(valley, ride.id);
    expect(options).toEqual([{ shiftId: target, kind: 'impossible', obstacle: 'pairsApart' }]);
  });

  it('a stop is overdue and the street has said nothing: a ride that leaves breaks no promise of those who stay', async () => {
    const valley = await openTwo();
    const early = await bookValley(valley, { person: 1, from: 'B', to: 'C' });
    // The vehicle leaves for the next one at once, so that the ride is the one after it.
    const next = await bookValley(valley, { person: 3, from: 'D', to: 'E', second: 10 * 3600 });
    const ride = await bookValley(valley, { person: 2, from: 'C', to: 'B', second: 11 * 3600 });
    for (const { id, shiftId } of [next, ride]) {
      if (shiftId !== early.shiftId) await moveTo(valley, id, early.shiftId!);
    }
    valley.clock.moveTo(momentOf(VALLEY_DAY, 9.5 * 3600));
    const { effect } = await possibleMove(valley, ride.id, otherThan(early.shiftId));
    expect([effect.broken, effect.shifted]).toEqual([[], []]);
  });

  it('too few places, whenever it came: impossible, with the rule', async () => {
    const valley = await openTwo({ configurations: [[[4, 0, 0]], [[1, 0, 0]]] });
    const ride = await bookValley(valley, { companions: 2 });
    const { options } = await movesOf(valley, ride.id);
    expect(options).toEqual([
      { shiftId: otherThan(ride.shiftId), kind: 'impossible', obstacle: 'noCapacity' },
    ]);
  });

  it('nobody waits so long: what was not tried is said, not left out', async () => {
    let milliseconds = 0;
    const stopwatch = () => (milliseconds += 3000);
    const valley = await openTwo({ configurations: [...TWO_OF_FOUR, [[4, 0, 0]], [[4, 0, 0]]], stopwatch });
    const ride = await bookValley(valley);
    const kinds = (await movesOf(valley, ride.id)).options.map(({ kind }) => kind);
    expect(kinds).toEqual(['possible', 'notTried', 'notTried']);
  });

  it('nobody waits any more: no further vehicle is tried', async () => {
    const leaving = new AbortController();
    let tried = 0;
    const valley = await openTwo({
      configurations: [...TWO_OF_FOUR, [[4, 0, 0]], [[4, 0, 0]]],
      stopwatch: () => {
        // Asked at the beginning and before each vehicle.
        tried += 1;
        if (tried === 3) leaving.abort();
        return 0;
      },
    });
    const ride = await bookValley(valley);
    tried = 0;
    const listed = await valley.dispatch.listMoves(ride.id, leaving.signal);
    const kinds = listed.ok ? listed.value.options.map(({ kind }) => kind) : [];
    expect(kinds).toEqual(['possible', 'possible', 'notTried']);
  });
});
