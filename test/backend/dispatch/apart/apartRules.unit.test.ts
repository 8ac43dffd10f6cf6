import { describe, expect, it } from 'vitest';
import { ApartRules } from '../../../../backend/dispatch/apart/apartRules.ts';
import { skillBits } from '../../../../backend/dispatch/planRequest.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { SKILLS } from '../../../../backend/domain/fleet/fleet.ts';
import { keepApart, registerOf } from '../../../support/apartDay.ts';
import { sampleRide, sampleShift } from '../../../support/sampleRows.ts';
import { openValley, valleyRequest } from '../../../support/smallValley.ts';

const DRIVERS = 60;
const shifts = Array.from({ length: DRIVERS }, (_, d) =>
  sampleShift({ id: `shift-${d}`, driverName: `driver-${d}` }),
);
const from = (d: number) =>
  ({ kind: 'driver', providerId: shifts[d]!.providerId, driverName: `driver-${d}` }) as const;
const ride = (person: string) => sampleRide({ id: `ride-${person}`, personId: person });

/** May the ride be carried on the shift, as the planner asks it? */
function mayCarry(rules: ApartRules, person: string, d: number): boolean {
  return (rules.needsOf(ride(person)).neededSkills & ~rules.skillsOf(shifts[d]!)) === 0;
}

describe('rules of who is kept apart, in the words of the planner', () => {
  it('more drivers than the planner has bits for: everybody is kept from theirs, and most vehicles stay open', () => {
    const apart = shifts.map((_, d) => ({ personId: `person-${d}`, from: from(d) }));
    const rules = new ApartRules({ apart, shifts, rides: new Map() });
    for (let d = 0; d < DRIVERS; d++) {
      expect(mayCarry(rules, `person-${d}`, d)).toBe(false);
      const open = shifts.filter((_, other) => mayCarry(rules, `person-${d}`, other));
      expect(open.length).toBeGreaterThanOrEqual(DRIVERS - 3);
    }
  });

  it('bits of drivers and bits of equipment: never the same', () => {
    const rules = new ApartRules({
      apart: shifts.map((_, d) => ({ personId: 'anna', from: from(d) })),
      shifts,
      rides: new Map(),
    });
    expect(rules.needsOf(ride('anna')).neededSkills & skillBits(SKILLS)).toBe(0);
    expect(rules.skillsOf(shifts[0]!) & skillBits(SKILLS)).toBe(0);
  });

  it('a driver who is not on duty, and a name of another company: bars nobody', () => {
    const apart = [
      { personId: 'anna', from: { ...from(0), driverName: 'on leave' } },
      { personId: 'anna', from: { ...from(0), providerId: 'another' } },
    ];
    const rules = new ApartRules({ apart, shifts, rides: new Map() });
    expect(shifts.every((_, d) => mayCarry(rules, 'anna', d))).toBe(true);
  });

  it('two riders: apart from each ride of the other, and from none of their own', () => {
    const rides = new Map([ride('anna'), ride('bert'), ride('carl')].map((each) => [each.id, each]));
    const own = { ...ride('anna'), id: 'another of anna' };
    const apart = [
      { personId: 'bert', from: { kind: 'rider', personId: 'anna' } },
      // After a merge.
      { personId: 'anna', from: { kind: 'rider', personId: 'anna' } },
    ] as const;
    const rules = new ApartRules({ apart, shifts, rides });
    expect(rules.needsOf(own).apartFrom).toEqual(['ride-bert']);
    expect(rules.needsOf(ride('bert')).apartFrom).toEqual(['ride-anna']);
    expect(rules.needsOf(ride('carl')).apartFrom).toEqual([]);
  });
});

describe('a refusal for somebody who is kept apart', () => {
  it('something else binds: that is what is told', async () => {
    const valley = await openValley({ configurations: [[[2, 0, 1]]], drivers: ['佐藤'] });
    await keepApart(registerOf(valley), 'person-1', {
      kind: 'driver',
      providerId: 'provider-1',
      driverName: '佐藤',
    });
    const asked = (given: object) => valley.booking.request(valleyRequest(given), SYSTEM_ACTOR);
    expect(await asked({ companions: 5 })).toMatchObject({
      reason: { rejection: { code: 'noCapacity' } },
    });
    expect(await asked({ needs: ['stretcher'] })).toMatchObject({
      reason: { rejection: { code: 'noVehicleWithEquipment' } },
    });
    expect(await asked({})).toMatchObject({ reason: { rejection: { code: 'noFeasibleInsertion' } } });
  });
});
