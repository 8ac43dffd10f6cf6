import { describe, expect, it } from 'vitest';
import type { DriverCommand } from '../../../backend/contract/index.ts';
import { applyCommands, isReflected } from '../../../driver-web/store/applyCommands.ts';
import { driverDayOf } from '../../../driver-web/store/driverDay.ts';
import { actKey, canTakeBackArrival, findNextAct, listOpenRides } from '../../../screen-kit/store/nextAct.ts';
import { DAY, oneRideDay, place, ride, shift, stop } from './day.ts';

let count = 0;
type Act =
  | { type: 'shift:end' | 'shift:takeBackEnd' }
  | { type: 'stop:arrive' | 'stop:takeBackArrival' | 'stop:depart'; stopId: string }
  | { type: 'ride:board' | 'ride:alight' | 'ride:noShow'; rideId: string };

/** A report at a second of the day. */
function tap(act: Act, second = 32_700): { command: DriverCommand; second: number } {
  count += 1;
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  return {
    command: { id, shiftId: 'shift:1', deviceTime: '2026-11-24T09:05:00+09:00', ...act } as DriverCommand,
    second,
  };
}

function nextOf(day: ReturnType<typeof oneRideDay>, chosen: string | null = null): string {
  return actKey(findNextAct(day, day.shifts[0]!, chosen));
}

describe('the next act', () => {
  it('one rider from stop to stop: arrive, board, depart, arrive, alight, depart, then nothing to do', () => {
    const acts: Act[] = [
      { type: 'stop:arrive', stopId: 's1' },
      { type: 'ride:board', rideId: 'r1' },
      { type: 'stop:depart', stopId: 's1' },
      { type: 'stop:arrive', stopId: 's2' },
      { type: 'ride:alight', rideId: 'r1' },
      { type: 'stop:depart', stopId: 's2' },
    ];
    let day = oneRideDay();
    const seen = [nextOf(day)];
    for (const act of acts) {
      day = applyCommands(day, [tap(act)]);
      seen.push(nextOf(day));
    }
    expect(seen).toEqual([
      'arrive:s1',
      'board:r1',
      'depart:s1',
      'arrive:s2',
      'alight:r1',
      'depart:s2',
      'wait',
    ]);
  });

  it('no-show at the only pickup: the vehicle may depart, and nobody is left to let out', () => {
    const day = applyCommands(oneRideDay(), [
      tap({ type: 'stop:arrive', stopId: 's1' }),
      tap({ type: 'ride:noShow', rideId: 'r1' }),
    ]);
    expect(nextOf(day)).toBe('depart:s1');
    const later = applyCommands(day, [
      tap({ type: 'stop:depart', stopId: 's1' }),
      tap({ type: 'stop:arrive', stopId: 's2' }),
    ]);
    expect(nextOf(later)).toBe('depart:s2');
  });

  it('one out and two in: out first, then the rider the driver points at, then the other', () => {
    const stops = [stop('s1', { dropoffs: ['out'], pickups: ['a', 'b'], state: 'arrived' })];
    const rides = [
      ride('out', { status: 'onBoard' }),
      ride('a', { status: 'vehicleArrived' }),
      ride('b', { status: 'vehicleArrived' }),
    ];
    const day = driverDayOf(DAY, [shift(stops)], rides);
    expect(nextOf(day)).toBe('alight:out');
    expect(nextOf(day, 'b')).toBe('board:b');
    const after = applyCommands(day, [
      tap({ type: 'ride:alight', rideId: 'out' }),
      tap({ type: 'ride:board', rideId: 'b' }),
    ]);
    expect(nextOf(after, 'b')).toBe('board:a');
  });

  it('a cancelled rider at an arrived stop: not asked for', () => {
    const stops = [stop('s1', { pickups: ['a'], state: 'arrived' })];
    const day = driverDayOf(DAY, [shift(stops)], [ride('a', { status: 'cancelled' })]);
    expect(listOpenRides(day, stops[0]!)).toEqual([]);
    expect(nextOf(day)).toBe('depart:s1');
  });
});

describe('server day + pending commands = shown day', () => {
  it('arriving at a stop: its riders know the vehicle is there, riders of other stops do not', () => {
    const stops = [stop('s1', { pickups: ['a'] }), stop('s2', { pickups: ['b'], place: place('永井野') })];
    const day = driverDayOf(DAY, [shift(stops)], [ride('a'), ride('b')]);
    const shown = applyCommands(day, [tap({ type: 'stop:arrive', stopId: 's1' }, 32_760)]);
    expect(shown.rides.get('a')?.status).toBe('vehicleArrived');
    expect(shown.rides.get('b')?.status).toBe('assigned');
    expect(shown.shifts[0]?.stops[0]?.performedArrival).toBe(32_760);
    expect(day.rides.get('a')?.status).toBe('assigned');
  });

  it('a command the server has taken already: changes nothing and counts as reflected', () => {
    const arrive = tap({ type: 'stop:arrive', stopId: 's1' });
    const day = oneRideDay();
    expect(isReflected(day, arrive.command)).toBe(false);
    const taken = applyCommands(day, [arrive]);
    expect(isReflected(taken, arrive.command)).toBe(true);
    expect(applyCommands(taken, [arrive])).toBe(taken);
  });

  it('having come is taken back: the stop is ahead and its rider awaited, until somebody has got in', () => {
    const came = applyCommands(oneRideDay(), [tap({ type: 'stop:arrive', stopId: 's1' })]);
    expect(canTakeBackArrival(came, came.shifts[0]!.stops[0]!)).toBe(true);
    const back = applyCommands(came, [tap({ type: 'stop:takeBackArrival', stopId: 's1' })]);
    expect(back).toEqual(oneRideDay());
    expect(isReflected(back, tap({ type: 'stop:takeBackArrival', stopId: 's1' }).command)).toBe(true);
    expect(canTakeBackArrival(back, back.shifts[0]!.stops[0]!)).toBe(false);
    const inside = applyCommands(came, [tap({ type: 'ride:board', rideId: 'r1' })]);
    expect(canTakeBackArrival(inside, inside.shifts[0]!.stops[0]!)).toBe(false);
  });

  it('boarding a ride that was cancelled meanwhile: stays cancelled', () => {
    const day = driverDayOf(
      DAY,
      [shift([stop('s1', { pickups: ['a'] })])],
      [ride('a', { status: 'cancelled' })],
    );
    expect(applyCommands(day, [tap({ type: 'ride:board', rideId: 'a' })]).rides.get('a')?.status).toBe(
      'cancelled',
    );
  });

  it('a stop or ride the day does not know: changes nothing', () => {
    const day = oneRideDay();
    expect(
      applyCommands(day, [
        tap({ type: 'stop:arrive', stopId: 'gone' }),
        tap({ type: 'ride:alight', rideId: 'gone' }),
      ]),
    ).toBe(day);
  });
});

describe('the end of the shift, as the page shows it before the server knows', () => {
  const out: Act[] = [
    { type: 'stop:arrive', stopId: 's1' },
    { type: 'ride:board', rideId: 'r1' },
    { type: 'stop:depart', stopId: 's1' },
    { type: 'stop:arrive', stopId: 's2' },
    { type: 'ride:alight', rideId: 'r1' },
  ];
  const following = (...acts: Act[]) =>
    applyCommands(
      oneRideDay(),
      acts.map((act) => tap(act)),
    );

  it('everybody is out: it is over from the tap on, and the stop where the vehicle stood is left', () => {
    const day = applyCommands(following(...out), [tap({ type: 'shift:end' }, 34_000)]);
    expect(nextOf(day)).toBe('ended');
    expect(day.shifts[0]).toMatchObject({ ended: 34_000, stops: [{}, { state: 'departed' }] });
  });

  it('somebody is to be fetched or aboard: it changes nothing, as the server will refuse it', () => {
    for (const count of [0, 1, 2, 4]) {
      const day = following(...out.slice(0, count));
      expect(applyCommands(day, [tap({ type: 'shift:end' })])).toBe(day);
    }
  });

  it('taken back: the shift goes on', () => {
    const day = following(...out, { type: 'shift:end' }, { type: 'shift:takeBackEnd' });
    expect(day.shifts[0]?.ended).toBeUndefined();
    expect(nextOf(day)).toBe('wait');
  });

  it('taken back where the desk ended it: nothing of that is left', () => {
    const day = following(...out);
    const ended = { ...day.shifts[0]!, ended: 34_000, endedBy: { kind: 'dispatcher', name: null } } as const;
    const after = applyCommands({ ...day, shifts: [ended] }, [tap({ type: 'shift:takeBackEnd' })]);
    expect(after.shifts[0]).not.toHaveProperty('ended');
    expect(after.shifts[0]).not.toHaveProperty('endedBy');
  });

  it('it covers the server’s day until that shows it', () => {
    const { command } = tap({ type: 'shift:end' });
    expect(isReflected(following(...out), command)).toBe(false);
    expect(isReflected(following(...out, { type: 'shift:end' }), command)).toBe(true);
  });
});
