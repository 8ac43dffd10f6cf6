import { describe, expect, it } from 'vitest';
import { countKept, groupClinicRides } from '../../../rider-web/store/clinicRides.ts';
import { place, ride } from '../../driver-web/store/day.ts';

const home = { ...place('ご自宅'), id: 'door:person:1' };
const clinic = place('病院');

describe("a clinic's day", () => {
  it('rides from home, to home and between places: three groups, ended ones apart', () => {
    const rides = [
      ride('out', { from: home, to: clinic, personId: 'p1' }),
      ride('back', { from: clinic, to: home, personId: 'p1' }),
      ride('shop', { from: clinic, to: place('店'), personId: 'p2' }),
      ride('done', { from: home, to: clinic, personId: 'p3', status: 'done' }),
    ];
    const groups = groupClinicRides(rides);
    const ids = (list: readonly { id: string }[]) => list.map((one) => one.id);
    expect([ids(groups.fromHome), ids(groups.toHome), ids(groups.between), ids(groups.ended)]).toEqual([
      ['out'],
      ['back'],
      ['shop'],
      ['done'],
    ]);
  });

  it('a ride home is offered to those who came and have none; a cancelled one does not count', () => {
    const rides = [
      ride('a', { from: home, to: clinic, personId: 'p1', status: 'done' }),
      ride('b', { from: home, to: clinic, personId: 'p2' }),
      ride('b2', { from: clinic, to: home, personId: 'p2' }),
      ride('c', { from: home, to: clinic, personId: 'p3' }),
      ride('c2', { from: clinic, to: home, personId: 'p3', status: 'cancelled' }),
      ride('d', { from: home, to: clinic, personId: 'p4', status: 'cancelled' }),
    ];
    expect([...groupClinicRides(rides).withoutReturn]).toEqual(['a', 'c']);
  });

  it('the number of a day: rides that take place or have, not those called off or refused', () => {
    const statuses = ['assigned', 'willCall', 'done', 'cancelled', 'denied', 'noShow'] as const;
    expect(countKept(statuses.map((status) => ride(status, { status })))).toBe(3);
  });
});
