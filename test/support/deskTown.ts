import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import type { Person } from '../../backend/domain/person/person.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import { addDays } from '../../backend/domain/units/time.ts';
import type { House } from './openHouse.ts';
import { sampleRide } from './sampleRows.ts';
import { readTrialTown, TOWN_DAY, type TrialTown } from './trialTown.ts';

/** A couple under one telephone number; she rides to the hospital every Tuesday. */
export const PAIR_NUMBER = '0242-00-7777';

/** The trial town with a couple that telephones. */
export async function deskTown(): Promise<TrialTown & { readonly haru: Person; readonly goro: Person }> {
  const { region, people } = await readTrialTown();
  const [first, second] = people as [Person, Person];
  const common = { householdId: 'pair', home: first.home, municipality: first.municipality, needs: [] };
  const names = { familyName: '遠藤', familyKana: 'えんどう', hamlet: '高田' };
  const haru: Person = {
    ...first,
    ...names,
    ...common,
    givenName: 'ハル',
    givenKana: 'はる',
    birthYear: 1943,
    phone: PAIR_NUMBER,
    note: '玄関わきで待つ',
  };
  const goro: Person = {
    ...second,
    ...names,
    ...common,
    givenName: '五郎',
    givenKana: 'ごろう',
    birthYear: 1940,
  };
  return { region, people: [haru, goro, ...people.slice(2)], haru, goro };
}

/** Her, in a house of this town. */
export function haruOf(house: House): Person {
  return house.town.people[0]!;
}

/** Too young to ride where one has to be sixty. */
export const YOUNG = '平出 翔太';

/** The desk's town where one has to be sixty, and somebody who is not. */
export async function deskTownWithAge(): Promise<TrialTown> {
  const { region, people } = await deskTown();
  const eligibility = { residentsOnly: false, minimumAge: null, anyOf: [{ minimumAge: 60 }] };
  const services = region.operations.services.map((service) => ({
    ...service,
    rules: service.rules.map((rules) => ({ ...rules, eligibility })),
  }));
  const young = {
    familyName: '平出',
    familyKana: 'ひらいで',
    givenName: '翔太',
    givenKana: 'しょうた',
    birthYear: 1990,
    needs: [],
  };
  const aged = people.map((person, i) => (i === 2 ? { ...person, ...young } : person));
  return { region: { ...region, operations: { ...region.operations, services } }, people: aged };
}

/** Her Tuesdays of the last ten weeks: from her door to a boarding point, there by eleven. */
export async function addHabit(house: House, person: Person): Promise<void> {
  const point = house.town.region.boardingPoints[0]!;
  const rides = Array.from(
    { length: 10 },
    (_, week): Ride => ({
      ...sampleRide({
        id: `habit-${week}`,
        status: 'done',
        personId: person.id,
        municipality: person.municipality,
        day: addDays(TOWN_DAY, -7 * (week + 1)),
        requested: { kind: 'arriveBy', second: 11 * 3600 },
        from: {
          id: `door:${person.id}`,
          name: 'ご自宅',
          municipality: person.municipality,
          coordinates: person.home,
        },
        to: {
          id: point.id,
          name: point.name,
          municipality: point.municipality,
          coordinates: point.coordinates,
        },
        party: { riders: 1, companions: 0, attendants: 0, children: 0, luggage: 0, needs: [] },
      }),
    }),
  );
  await house.store.write(SYSTEM_SCOPE, async (tables) => {
    for (const ride of rides) await tables.rides.insert(ride);
  });
}
