import { describe, expect, it } from 'vitest';
import type { StopView } from '../../../backend/contract/index.ts';
import { type DriverDay, driverDayOf } from '../../../driver-web/store/driverDay.ts';
import { findNextStopChange, isNextStill } from '../../../driver-web/store/nextStopChange.ts';
import { DAY, place, ride, shift, stop } from './day.ts';

const town = stop('town', { place: place('町'), pickups: ['r1'] });
const door = stop('door', { place: place('門'), pickups: ['r2'], start: 31_000 });
const dayOf = (stops: StopView[], ...rides: Parameters<typeof ride>[]): DriverDay =>
  driverDayOf(
    DAY,
    [shift(stops)],
    rides.length > 0 ? rides.map((one) => ride(...one)) : [ride('r1'), ride('r2')],
  );

describe('where to go first', () => {
  it('somebody is fetched before the one the driver was on the way to: told, with what comes after', () => {
    const change = findNextStopChange(dayOf([town]), dayOf([door, town]));
    expect(change).toMatchObject({ now: { id: 'door' }, later: { id: 'town' } });
  });

  it('the driver stands there already, and the rider gets a stop of their own later: told', () => {
    const standing = { ...town, state: 'arrived' as const };
    const left = { ...standing, pickups: [] };
    const again = { ...town, id: 'town-again' };
    const change = findNextStopChange(dayOf([standing]), dayOf([left, door, again]));
    expect(change).toMatchObject({ now: { id: 'door' }, later: { id: 'town-again' } });
  });

  it('whom the driver was on the way to has cancelled: told, and nothing comes after', () => {
    const after = dayOf([door], ['r1', { status: 'cancelled' }], ['r2']);
    expect(findNextStopChange(dayOf([town, door]), after)).toMatchObject({
      now: { id: 'door' },
      later: null,
    });
  });

  it('the driver’s own taps, another rider at the same place, nothing at all: not told', () => {
    const gone = { ...town, state: 'departed' as const };
    const served = dayOf([gone, door], ['r1', { status: 'onBoard' }], ['r2']);
    expect(findNextStopChange(dayOf([town, door]), served)).toBeNull();
    const both = { ...town, pickups: ['r2', 'r1'] };
    expect(findNextStopChange(dayOf([town]), dayOf([both]))).toBeNull();
    expect(findNextStopChange(dayOf([town]), dayOf([town]))).toBeNull();
  });

  it('stays until the driver is there, or it changes again', () => {
    const change = findNextStopChange(dayOf([town]), dayOf([door, town]))!;
    expect(isNextStill(change, dayOf([door, town]))).toBe(true);
    expect(isNextStill(change, dayOf([{ ...door, state: 'arrived' }, town]))).toBe(false);
    expect(isNextStill(change, dayOf([town]))).toBe(false);
  });
});
