import { describe, expect, it } from 'vitest';
import { keepBits, keepsByHand } from '../../../../backend/dispatch/byHand/keepBits.ts';
import type { Ride } from '../../../../backend/domain/ride/ride.ts';
import type { ScheduledStop } from '../../../../backend/domain/schedule/shiftSchedule.ts';
import { sampleRide, sampleSchedule, sampleShift } from '../../../support/sampleRows.ts';
import { sampleStop } from '../../../support/sampleStop.ts';

const kept = { at: 1, by: { kind: 'dispatcher', name: null }, previous: null } as const;
const rideOn = (shiftId: string, given: Partial<Ride> = {}) =>
  sampleRide({ id: `ride-${shiftId}`, shiftId, status: 'assigned', keptByHand: kept, ...given });
const provider = {
  id: 'p',
  name: 'p',
  nameEn: 'p',
  category: 'areaTransport',
  phone: '0242-00-0001',
} as const;

function bitsOf(
  providers: number,
  shifts: number,
  rides: readonly Ride[],
  stops: Readonly<Record<string, ScheduledStop>> = {},
) {
  const schedules = Object.entries(stops).map(([shiftId, stop]) =>
    sampleSchedule({ shiftId, stops: [stop] }),
  );
  return keepBits({
    providers: Array.from({ length: providers }, () => provider),
    shifts: Array.from({ length: shifts }, (_, i) => sampleShift({ id: `shift-${i}` })),
    rides: new Map(rides.map((ride) => [ride.id, ride])),
    schedules: new Map(schedules.map((schedule) => [schedule.shiftId, schedule])),
  });
}

describe('the bits of shifts that keep rides', () => {
  it('above those of the providers, one each; shifts that keep none, or not any more, have none', () => {
    const rides = [
      rideOn('shift-0'),
      rideOn('shift-1', { keptByHand: null }),
      rideOn('shift-2', { status: 'onBoard' }),
      rideOn('shift-3'),
    ];
    expect([...bitsOf(3, 4, rides)]).toEqual([
      ['shift-0', 0b1000],
      ['shift-3', 0b10000],
    ]);
  });

  it('a place where a vehicle is to wait: its shift has one, too; not once the vehicle is there, or where somebody gets in', () => {
    const stops = {
      'shift-0': sampleStop({ state: 'arrived' }),
      'shift-1': sampleStop(),
      'shift-2': sampleStop({ pickups: ['ride-1'] }),
    };
    expect([...bitsOf(3, 3, [], stops)]).toEqual([['shift-1', 0b1000]]);
  });

  it('more shifts than bits: some share one, all of them in the range of the sets', () => {
    const rides = Array.from({ length: 40 }, (_, i) => rideOn(`shift-${i}`));
    const bits = [...bitsOf(3, 40, rides).values()];
    expect(bits).toHaveLength(40);
    expect(new Set(bits).size).toBe(28);
    expect(bits.every((bit) => bit >= 0b1000 && bit <= 2 ** 30)).toBe(true);
  });

  it('as many providers as bits: none is left', () => {
    expect(bitsOf(31, 1, [rideOn('shift-0')]).size).toBe(0);
  });

  it('a tour with somebody whom another shift keeps: not to be written; with its own, and with others not kept, it is', () => {
    expect(keepsByHand('shift-1', [rideOn('shift-0')])).toBe(false);
    expect(keepsByHand('shift-0', [rideOn('shift-0'), rideOn('shift-1', { keptByHand: null })])).toBe(true);
  });

  it('a tour with somebody at whose door another vehicle stands: not to be written; with its own it is', () => {
    const awaited = rideOn('shift-0', { keptByHand: null, status: 'vehicleArrived' });
    expect([keepsByHand('shift-1', [awaited]), keepsByHand('shift-0', [awaited])]).toEqual([false, true]);
  });
});
