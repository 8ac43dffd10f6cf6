import type { AccessScope, Role } from '../../backend/domain/account/account.ts';
import { noWish } from '../../backend/domain/callBack/contactWish.ts';
import type { ProxyAct, ProxyGrant } from '../../backend/domain/proxy/proxyGrant.ts';
import type { Tables } from '../../backend/ports/tables.ts';
import { sampleApart } from './sampleApart.ts';
import { sampleCallOwed, sampleEntry, sampleNotice, sampleWaitlistEntry } from './sampleOwed.ts';
import { sampleInvitation, sampleProxy } from './sampleProxy.ts';
import {
  insertSampleFleet,
  SAMPLE_DAY,
  SAMPLE_NOW,
  SAMPLE_PROVIDER,
  sampleCall,
  sampleDistinct,
  sampleEvent,
  sampleImport,
  sampleMerge,
  sampleOffer,
  samplePerson,
  sampleRide,
  sampleSchedule,
  sampleShift,
  sampleVehicle,
} from './sampleRows.ts';
import { sampleOrder } from './sampleSeries.ts';
import { sampleVoiceSession } from './sampleVoiceSession.ts';

/** Four days after the samples' day: a driver does not see that far. */
const LATER_DAY = '2026-04-10';
const TOMORROW = '2026-04-07';

/**
 * Who is there. Anna lives in Bange (07421), is a patient of clinic east and rides with van 1 today; Bert lives in
 * Wakamatsu (07202), has no clinic and rides with van 2 today, to clinic east; Carl lives in Wakamatsu, is a patient of
 * clinic west and rides with van 1 tomorrow; Dora lives in Bange and rides with van 1 four days later.
 */
const PEOPLE = [
  {
    name: 'anna',
    municipality: '07421',
    clinicId: 'east',
    shift: 'van1-today',
    day: SAMPLE_DAY,
    rideClinic: null,
  },
  {
    name: 'bert',
    municipality: '07202',
    clinicId: null,
    shift: 'van2-today',
    day: SAMPLE_DAY,
    rideClinic: 'east',
  },
  {
    name: 'carl',
    municipality: '07202',
    clinicId: 'west',
    shift: 'van1-tomorrow',
    day: TOMORROW,
    rideClinic: null,
  },
  {
    name: 'dora',
    municipality: '07421',
    clinicId: null,
    shift: 'van1-later',
    day: LATER_DAY,
    rideClinic: null,
  },
] as const;

const SHIFTS = [
  ['van1-today', 'van1', SAMPLE_DAY],
  ['van2-today', 'van2', SAMPLE_DAY],
  ['van1-tomorrow', 'van1', TOMORROW],
  ['van1-later', 'van1', LATER_DAY],
  ['van1-empty', 'van1', SAMPLE_DAY],
] as const;

/** The days on which something happens here. */
export const SCOPE_DAYS = [SAMPLE_DAY, TOMORROW, LATER_DAY] as const;

/** Everybody's name, which is also the id of their person, ride, offer and so on; `empty` is a shift without riders. */
export const SCOPE_NAMES = [...PEOPLE.map(({ name }) => name), 'empty'] as const;

/** The shift on which somebody rides. */
export function shiftOf(name: string): string {
  return PEOPLE.find((person) => person.name === name)?.shift ?? 'van1-empty';
}

/** Writes the town: everybody has one ride, and with it one row in each table of personal rows. */
export async function insertScopeTown(tables: Tables): Promise<void> {
  await insertSampleFleet(tables);
  await tables.fleet.insertVehicles([sampleVehicle({ id: 'van1' }), sampleVehicle({ id: 'van2' })]);
  await tables.fleet.insertShifts(SHIFTS.map(([id, vehicleId, day]) => sampleShift({ id, vehicleId, day })));
  for (const { name, municipality, clinicId, shift, day, rideClinic } of PEOPLE) {
    await tables.people.insertMany([samplePerson({ id: name, municipality, clinicId })]);
    await tables.rides.insert(
      sampleRide({ id: name, personId: name, municipality, clinicId: rideClinic, shiftId: shift, day }),
    );
    await tables.offers.insertMany([sampleOffer({ id: name, rideId: name })]);
    await tables.events.append([sampleEvent({ rideId: name, personId: name, municipality, day })]);
    await tables.driverCommands.insert(name, shift, 'applied', SAMPLE_NOW);
    const answer = { fingerprint: name, status: 200, body: '{}', at: SAMPLE_NOW };
    await tables.answers.insert(name, 'key', answer);
    await tables.calls.save(sampleCall({ id: name, personId: name, accountId: name }));
    await tables.calls.claimStation(name, name, SAMPLE_NOW);
    await insertOwed(tables, name, municipality, day);
    await tables.register.insertImport(sampleImport({ id: name }));
    await tables.register.insertMerge(sampleMerge({ id: name, keptId: name, goneId: name }));
    await insertProxy(tables, name, municipality);
    await tables.register.insertDistinct(
      sampleDistinct({ id: name, personId: name, otherId: name, municipality }),
    );
    await tables.apartPairs.insert(sampleApart({ id: name, personId: name, municipality }));
    await tables.fleet.insertDrivers([{ providerId: SAMPLE_PROVIDER.id, name, phone: '090-0000-0001' }]);
  }
  for (const [shiftId, , day] of SHIFTS) {
    await tables.days.saveSchedules([sampleSchedule({ shiftId, day })]);
    await tables.positions.save({ shiftId, day, lon: 139.8, lat: 37.5, at: SAMPLE_NOW });
  }
}

/** A standing order with an entry, a call that is owed and taken, a wish, a notice, a place on the waitlist. */
async function insertOwed(tables: Tables, name: string, municipality: string, day: string): Promise<void> {
  const order = sampleOrder({ id: name, personId: name, municipality });
  await tables.standingOrders.insert(order);
  await tables.standingOrders.claim(sampleEntry({ orderId: name, day, seriesDay: day }), SAMPLE_NOW);
  await tables.callBacks.owe([sampleCallOwed({ personId: name, rideId: name, subject: name })], SAMPLE_NOW);
  const claim = { householdId: name, accountId: 'desk', displayName: '受付', until: SAMPLE_NOW + 60_000 };
  await tables.callBacks.take(claim, SAMPLE_NOW);
  await tables.contactWishes.save(noWish(name, municipality));
  await tables.notices.insertNew([sampleNotice({ id: name, personId: name, rideId: name, municipality })]);
  await tables.waitlist.insertNew(
    sampleWaitlistEntry({ id: name, personId: name, deniedRideId: name, municipality }),
  );
}

/** Who may act for whom: Anna’s family, Bert’s with Anna’s account, the town of Carl, clinic east for Dora; and a PIN. */
const PROXIES: Readonly<Record<string, Partial<ProxyGrant>>> = {
  bert: { accountId: 'anna' },
  carl: {
    kind: 'townOffice',
    scope: { kind: 'residents', municipalities: ['07202'] },
    accountId: 'town-desk',
    acts: ['book'],
  },
  dora: { kind: 'clinic', scope: { kind: 'clinicPatients', clinicId: 'east' }, accountId: 'east-desk' },
};

async function insertProxy(tables: Tables, name: string, municipality: string): Promise<void> {
  const scope = { kind: 'people', personIds: [name] } as const;
  await tables.proxyGrants.insert(
    sampleProxy({ id: name, personId: name, municipality, scope, ...PROXIES[name] }),
  );
  await tables.proxyInvitations.insert(
    sampleInvitation({ id: name, grantId: name, personId: name, municipality, selector: name }),
  );
  const pin = { personId: name, municipality, hash: 'hash', setBy: 'desk', setAt: SAMPLE_NOW };
  await tables.riderPins.save(pin);
  await tables.riderPins.takeAttempt({ id: name, municipality }, SAMPLE_NOW, SAMPLE_NOW - 60_000);
  await tables.voiceSessions.save(sampleVoiceSession({ callId: name, personId: name, municipality }));
}

/** The scope of somebody in a role. */
export function scopeAs(
  role: Role,
  given: Partial<Extract<AccessScope, { kind: 'account' }>> = {},
): AccessScope {
  return {
    kind: 'account',
    accountId: 'nobody',
    role,
    municipalities: [],
    providerId: null,
    clinicId: null,
    personId: null,
    vehicleId: null,
    ...given,
  };
}

/** The scope of an account that acts for a rider; what it holds is for the store to find out. */
function actingAs(accountId: string, personId: string, act: ProxyAct): AccessScope {
  const hand = { grantId: null, kind: 'family', name: '' } as const;
  return scopeAs('proxy', { accountId, personId, acting: { act, hand, acts: ['seeRides'], grantIds: [] } });
}

/** Tables of personal rows, as the matrix has them. */
export const GUARDED_TABLES = [
  'person',
  'ride',
  'offer',
  'event',
  'shift_schedule',
  'vehicle_position',
  'driver_command',
  'stored_answer',
  'phone_call',
  'desk_station',
  'standing_order',
  'standing_entry',
  'call_back',
  'call_claim',
  'contact_wish',
  'notice',
  'waitlist_entry',
  'rider_import',
  'person_merge',
  'proxy_grant',
  'proxy_invitation',
  'rider_pin',
  'caller_attempt',
  'voice_session',
  'apart_pair',
  'distinct_pair',
  'driver',
] as const;
export type GuardedTable = (typeof GUARDED_TABLES)[number];

/** Whose rows of each table a scope sees, by first letters; `acct` is the account that the answers belong to. */
type Row = Readonly<Record<GuardedTable, string>>;

const NOTHING: Row = {
  person: '',
  ride: '',
  offer: '',
  event: '',
  shift_schedule: '',
  vehicle_position: '',
  driver_command: '',
  stored_answer: '',
  phone_call: '',
  desk_station: '',
  standing_order: '',
  standing_entry: '',
  call_back: '',
  call_claim: '',
  contact_wish: '',
  notice: '',
  waitlist_entry: '',
  rider_import: '',
  person_merge: '',
  proxy_grant: '',
  proxy_invitation: '',
  rider_pin: '',
  caller_attempt: '',
  voice_session: '',
  apart_pair: '',
  distinct_pair: '',
  driver: '',
};
const OFFICE: Row = {
  person: 'abcd',
  ride: 'abcd',
  offer: 'abcd',
  event: 'abcd',
  shift_schedule: 'abcde',
  vehicle_position: 'abcde',
  driver_command: 'abcd',
  stored_answer: '',
  phone_call: 'abcd',
  desk_station: 'abcd',
  standing_order: 'abcd',
  standing_entry: 'abcd',
  call_back: 'abcd',
  call_claim: 'abcd',
  contact_wish: 'abcd',
  notice: 'abcd',
  waitlist_entry: 'abcd',
  rider_import: 'abcd',
  person_merge: 'abcd',
  proxy_grant: 'abcd',
  proxy_invitation: 'abcd',
  rider_pin: 'abcd',
  caller_attempt: 'abcd',
  voice_session: 'abcd',
  apart_pair: 'abcd',
  distinct_pair: 'abcd',
  driver: 'abcd',
};

const everything = { municipalities: ['07421'], clinicId: 'east', personId: 'anna', vehicleId: 'van1' };

/** Who sees what. */
export const SCOPE_MATRIX: readonly {
  readonly who: string;
  readonly scope: AccessScope;
  readonly sees: Row;
}[] = [
  { who: 'system', scope: { kind: 'system' }, sees: { ...OFFICE, stored_answer: 'abcd' } },
  // Whoever answers the telephone does not see who is kept apart from whom.
  { who: 'operator', scope: scopeAs('operator'), sees: { ...OFFICE, apart_pair: '' } },
  {
    who: 'dispatcher',
    scope: scopeAs('dispatcher', { accountId: 'bert' }),
    sees: { ...OFFICE, stored_answer: 'b' },
  },
  { who: 'administrator', scope: scopeAs('administrator'), sees: OFFICE },
  {
    // Residents of Bange: Anna and Dora.
    who: 'municipality',
    scope: scopeAs('municipality', { ...everything, municipalities: ['07421', '07422'] }),
    sees: {
      ...NOTHING,
      person: 'ad',
      ride: 'ad',
      offer: 'ad',
      event: 'ad',
      vehicle_position: 'ad',
      standing_order: 'ad',
      standing_entry: 'ad',
      call_back: 'ad',
      contact_wish: 'ad',
      notice: 'ad',
      waitlist_entry: 'ad',
      proxy_grant: 'ad',
      distinct_pair: 'ad',
    },
  },
  {
    // Its patient Anna, and Bert's ride to it, but not Bert.
    who: 'clinic',
    scope: scopeAs('clinic', everything),
    sees: {
      ...NOTHING,
      person: 'a',
      ride: 'ab',
      offer: 'ab',
      event: 'ab',
      vehicle_position: 'ab',
      standing_order: 'a',
      standing_entry: 'a',
      waitlist_entry: 'ab',
      proxy_grant: 'd',
    },
  },
  {
    // Van 1: Anna today, Carl tomorrow, its empty shift; not Dora in four days.
    who: 'driver',
    scope: scopeAs('driver', everything),
    sees: {
      ...NOTHING,
      person: 'ac',
      ride: 'ac',
      event: 'ac',
      shift_schedule: 'ace',
      vehicle_position: 'ace',
      driver_command: 'ac',
    },
  },
  {
    who: 'rider',
    scope: scopeAs('rider', { ...everything, accountId: 'anna' }),
    sees: {
      ...NOTHING,
      person: 'a',
      ride: 'a',
      offer: 'a',
      event: 'a',
      vehicle_position: 'a',
      stored_answer: 'a',
      standing_order: 'a',
      standing_entry: 'a',
      contact_wish: 'a',
      notice: 'a',
      waitlist_entry: 'a',
      proxy_grant: 'ab',
    },
  },
  {
    who: 'proxy by family, looking at Bert',
    scope: actingAs('anna', 'bert', 'seeRides'),
    sees: {
      ...NOTHING,
      person: 'b',
      ride: 'b',
      offer: 'b',
      event: 'b',
      vehicle_position: 'b',
      stored_answer: 'a',
      proxy_grant: 'b',
    },
  },
  {
    // May act for all residents of Wakamatsu, and books for Carl now.
    who: 'proxy by residents, booking for Carl',
    scope: actingAs('town-desk', 'carl', 'book'),
    sees: {
      ...NOTHING,
      person: 'bc',
      ride: 'c',
      offer: 'c',
      event: 'c',
      vehicle_position: 'c',
      proxy_grant: 'c',
    },
  },
  {
    who: 'proxy by residents, looking at Carl, which was not granted',
    scope: actingAs('town-desk', 'carl', 'seeRides'),
    sees: { ...NOTHING, person: 'bc', proxy_grant: 'c' },
  },
  {
    who: 'proxy by patients, cancelling for Anna',
    scope: actingAs('east-desk', 'anna', 'cancel'),
    sees: {
      ...NOTHING,
      person: 'a',
      ride: 'a',
      offer: 'a',
      event: 'a',
      vehicle_position: 'a',
      proxy_grant: 'd',
    },
  },
  {
    who: 'proxy by patients, for a rider of another clinic',
    scope: actingAs('east-desk', 'carl', 'book'),
    sees: { ...NOTHING, person: 'a', proxy_grant: 'd' },
  },
  { who: 'proxy without a grant', scope: actingAs('nobody', 'anna', 'book'), sees: NOTHING },
  { who: 'municipality of nowhere', scope: scopeAs('municipality'), sees: NOTHING },
  { who: 'clinic without an id', scope: scopeAs('clinic'), sees: NOTHING },
  { who: 'driver without a vehicle', scope: scopeAs('driver'), sees: NOTHING },
  { who: 'rider without a person', scope: scopeAs('rider'), sees: NOTHING },
];
