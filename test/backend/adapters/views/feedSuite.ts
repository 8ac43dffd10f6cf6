import { expect, it } from 'vitest';
import type { AccountScope } from '../../../../backend/adapters/views/reader.ts';
import { readFeed } from '../../../../backend/adapters/views/readFeed.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { addDays } from '../../../../backend/domain/units/time.ts';
import { bookFromHome } from '../../../support/bookFromHome.ts';
import { liveOn } from '../../../support/livelyDay.ts';
import type { House } from '../../../support/openHouse.ts';
import { SeededRandom } from '../../../support/seededRandom.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';
import { FeedCopy, seen } from './feedReaders.ts';

const NOBODY = { municipalities: [], providerId: null, clinicId: null, personId: null, vehicleId: null };

/** A reader of each audience, for whom something happens on the day. */
async function copiesOf(house: House): Promise<FeedCopy[]> {
  const { people } = house.town;
  const shifts = await house.store.read(SYSTEM_SCOPE, ({ fleet }) => fleet.listShifts(TOWN_DAY));
  const scope = (role: AccountScope['role'], given: Partial<AccountScope> = {}): AccountScope => ({
    kind: 'account',
    accountId: `reader-${role}`,
    role,
    ...NOBODY,
    ...given,
  });
  const readers = [
    scope('operator'),
    scope('municipality', { municipalities: [people[0]!.municipality] }),
    scope('clinic', { clinicId: people.find((person) => person.clinicId !== null)!.clinicId }),
    scope('rider', { personId: people[0]!.id }),
    ...shifts.slice(0, 6).map((shift) => scope('driver', { vehicleId: shift.vehicleId })),
  ];
  return readers.map(
    (reader) => new FeedCopy(`${reader.role} ${reader.vehicleId ?? ''}`, house.store, reader),
  );
}

/** What holds of the feed on every store. @param steps how many things happen on the day */
export function feedSuite(house: () => House, steps: number): void {
  it('a lively day read at odd moments, a few events at a time: every copy equals the server', async () => {
    const random = new SeededRandom(11);
    const copies = await copiesOf(house());
    for (let step = 0; step < steps; step++) {
      await liveOn(house(), random);
      for (const copy of copies) if (random.chance(0.15)) await copy.read(1 + random.below(4));
    }
    for (const copy of copies) {
      await copy.readAll(3);
      expect({ name: copy.name, ...seen(copy.state) }).toEqual({
        name: copy.name,
        ...seen(await copy.fresh()),
      });
    }
    const [operator] = copies;
    expect(operator!.state.rides.size).toBeGreaterThan(steps / 6);
    expect(new Set([...operator!.state.rides.values()].map((ride) => ride.status)).size).toBeGreaterThan(3);
  });

  it('the console reads on: every event of the log once and in its order', async () => {
    const copy = (await copiesOf(house()))[0]!;
    const before = await house().store.read(SYSTEM_SCOPE, ({ events }) => events.listByDay(TOWN_DAY));
    await copy.read();
    const random = new SeededRandom(12);
    for (let step = 0; step < steps / 4; step++) {
      await liveOn(house(), random);
      if (random.chance(0.3)) await copy.read(2);
    }
    await copy.readAll(2);
    const after = await house().store.read(SYSTEM_SCOPE, ({ events }) => events.listByDay(TOWN_DAY));
    expect(copy.events.length).toBeGreaterThan(5);
    expect(copy.events).toEqual(after.slice(before.length).map((event) => event.cursor));
  });

  it('riders, clinics and towns: only their own rides, no tours with other doors, no names of others', async () => {
    const { people } = house().town;
    for (const copy of await copiesOf(house())) {
      await copy.read();
      const { role, personId, clinicId, municipalities, vehicleId } = copy.scope;
      const rides = [...copy.state.rides.values()];
      const shifts = [...copy.state.shifts.values()];
      if (role === 'rider') expect(rides.filter((ride) => ride.personId !== personId)).toEqual([]);
      if (role === 'municipality') {
        expect(rides.filter((ride) => !municipalities.includes(ride.municipality))).toEqual([]);
      }
      if (role === 'clinic') {
        const patients = people.filter((person) => person.clinicId === clinicId).map(({ id }) => id);
        expect(rides.filter((ride) => !patients.includes(ride.personId))).toEqual([]);
      }
      if (role === 'driver') {
        expect(shifts.map((shift) => shift.vehicleId)).toEqual([vehicleId]);
        expect(rides.filter((ride) => ride.shiftId !== shifts[0]!.id)).toEqual([]);
        expect(rides.filter((ride) => ride.riderName === '')).toEqual([]);
      }
      if (role === 'rider' || role === 'clinic') expect(shifts).toEqual([]);
      if (role === 'municipality') expect(shifts.flatMap((shift) => shift.stops)).toEqual([]);
      const told = shifts.map(({ telephone }) => telephone?.of);
      expect(new Set(told)).toEqual(new Set(role === 'operator' ? ['driver'] : told.map(() => undefined)));
    }
  });

  it('the card of a rider: another stamp after a booking, a change or a cancel on whatever day, and after nothing else', async () => {
    const [operator, town] = (await copiesOf(house())) as [FeedCopy, FeedCopy];
    const personId = house().town.people[7]!.id;
    const question = { audience: 'console', day: TOWN_DAY, cursor: undefined } as const;
    const card = { personId, today: TOWN_DAY };
    const stamp = async () =>
      (await readFeed(house().store, operator.scope, { ...question, card })).card?.stamp;
    const first = await stamp();
    await bookFromHome(house(), { personId: house().town.people[8]!.id, day: addDays(TOWN_DAY, 4) });
    expect(await stamp()).toBe(first);
    const ride = await bookFromHome(house(), { personId, day: addDays(TOWN_DAY, 4) });
    const booked = await stamp();
    await house().stages.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR);
    expect(new Set([first, booked, await stamp()]).size).toBe(3);
    expect((await readFeed(house().store, operator.scope, question)).card).toBeUndefined();
    expect((await readFeed(house().store, town.scope, { ...question, card })).card).toBeUndefined();
  });

  it('a cursor of another day or audience: a snapshot', async () => {
    const copy = (await copiesOf(house()))[0]!;
    await copy.read();
    const other = copy.state.cursor!.replace(TOWN_DAY, '2026-11-25');
    expect((await copy.ask(other)).kind).toBe('snapshot');
    expect((await copy.ask(copy.state.cursor!.replace('console', 'driver'))).kind).toBe('snapshot');
    expect((await copy.ask(copy.state.cursor)).kind).toBe('changes');
  });
}
