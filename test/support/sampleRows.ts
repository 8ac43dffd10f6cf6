import type { Account } from '../../backend/domain/account/account.ts';
import type { PhoneCall } from '../../backend/domain/call/phoneCall.ts';
import type { LogEvent } from '../../backend/domain/event/logEvent.ts';
import type { Depot, Provider, Shift, ShiftTemplate, Vehicle } from '../../backend/domain/fleet/fleet.ts';
import type { DistinctPair } from '../../backend/domain/person/distinctPair.ts';
import type { Person } from '../../backend/domain/person/person.ts';
import { NO_BELONGINGS, type RiderMerge } from '../../backend/domain/person/riderMerge.ts';
import type { BoardingPoint, Municipality, Place } from '../../backend/domain/place/place.ts';
import type { Offer } from '../../backend/domain/ride/offer.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import type { ShiftSchedule } from '../../backend/domain/schedule/shiftSchedule.ts';
import type { RiderImport } from '../../backend/ports/registerTables.ts';
import type { Tables } from '../../backend/ports/tables.ts';

/** The service day of the samples, a Monday. */
export const SAMPLE_DAY = '2026-04-06';

/** Ten in the morning of that day in Japan. */
export const SAMPLE_NOW = Date.UTC(2026, 3, 6, 1);

/** A rider of 会津坂下町; whatever matters to a test is given. */
export function samplePerson(given: Partial<Person> = {}): Person {
  return {
    id: 'person-1',
    householdId: 'house-1',
    familyName: '佐藤',
    givenName: '太郎',
    familyKana: 'さとう',
    givenKana: 'たろう',
    birthYear: 1944,
    municipality: '07421',
    hamlet: '塔寺',
    houseName: '橋本屋',
    phone: '0242-00-1234',
    home: { lon: 139.8123, lat: 37.5571 },
    needs: ['walker'],
    careLevel: 'care1',
    certificates: ['physical'],
    note: '耳が遠い',
    clinicId: null,
    houseKana: null,
    otherPhones: [],
    consentOn: null,
    revision: 1,
    ...given,
  };
}

/** A call that rings at nobody's desk in particular. */
export function sampleCall(given: Partial<PhoneCall> = {}): PhoneCall {
  return {
    id: 'call-1',
    revision: 1,
    state: 'ringing',
    number: '0242001234',
    line: 'line',
    station: null,
    accountId: null,
    rangAt: SAMPLE_NOW,
    answeredAt: null,
    endedAt: null,
    confirmedAt: null,
    confirmedBy: null,
    personId: null,
    callerKind: null,
    closedAt: null,
    changedAt: SAMPLE_NOW,
    ...given,
  };
}

/** An import that added nobody. */
export function sampleImport(given: Partial<RiderImport> = {}): RiderImport {
  return {
    id: 'import-1',
    fileName: '名簿.xlsx',
    importedBy: 'account-1',
    importedAt: SAMPLE_NOW,
    personIds: [],
    rolledBackAt: null,
    ...given,
  };
}

/** `person-1` and `person-2`, who are not the same. */
export function sampleDistinct(given: Partial<DistinctPair> = {}): DistinctPair {
  return {
    id: 'distinct-1',
    personId: 'person-1',
    otherId: 'person-2',
    municipality: '07421',
    notedBy: 'account-1',
    notedAt: SAMPLE_NOW,
    undoneAt: null,
    ...given,
  };
}

/** A merge that moved nothing. */
export function sampleMerge(given: Partial<RiderMerge> = {}): RiderMerge {
  return {
    id: 'merge-1',
    keptId: 'person-1',
    goneId: 'person-2',
    municipality: '07421',
    mergedBy: 'account-1',
    mergedAt: SAMPLE_NOW,
    undoneAt: null,
    keptBefore: samplePerson(),
    keptRevision: 2,
    moved: NO_BELONGINGS,
    ...given,
  };
}

/** A ride of `person-1` that has only been requested. */
export function sampleRide(given: Partial<Ride> = {}): Ride {
  return {
    id: 'ride-1',
    revision: 1,
    status: 'requested',
    endReason: null,
    personId: 'person-1',
    municipality: '07421',
    clinicId: null,
    serviceId: null,
    providerId: null,
    channel: 'phone',
    reference: null,
    returnOf: null,
    groupId: null,
    insteadOf: null,
    willCall: null,
    override: null,
    riderAnswer: null,
    day: SAMPLE_DAY,
    from: {
      id: 'door:person-1',
      name: '自宅',
      municipality: '07421',
      coordinates: { lon: 139.8123, lat: 37.5571 },
    },
    to: {
      id: 'point-1',
      name: '坂下厚生病院',
      municipality: '07421',
      coordinates: { lon: 139.8261, lat: 37.5602 },
    },
    requested: { kind: 'arriveBy', second: 36_000 },
    party: { riders: 1, companions: 1, attendants: 0, children: 0, luggage: 0, needs: ['walker'] },
    note: null,
    directSeconds: 412.5,
    maxRideSeconds: null,
    fareYen: 300,
    promise: { pickup: { earliest: 33_000, latest: 33_900 }, dropoff: { earliest: 34_000, latest: 36_000 } },
    revisedPromise: null,
    shiftId: null,
    scheduled: { pickup: null, dropoff: null },
    performed: { pickup: null, dropoff: null },
    requestedAt: SAMPLE_NOW,
    bookedAt: null,
    offerId: null,
    cancelledAt: null,
    ...given,
  };
}

/** An open offer for `ride-1`. */
export function sampleOffer(given: Partial<Offer> = {}): Offer {
  return {
    id: 'offer-1',
    rideId: 'ride-1',
    serviceId: 'service-1',
    providerId: 'provider-1',
    shiftId: 'shift-1',
    promise: { pickup: { earliest: 33_000, latest: 33_900 }, dropoff: { earliest: 34_000, latest: 36_000 } },
    pickupSecond: 33_000,
    dropoffSecond: 34_000,
    directSeconds: 412,
    maxRideSeconds: 1_518,
    sharedWith: 2,
    fareYen: 300,
    isEstimate: false,
    expiresAt: SAMPLE_NOW + 300_000,
    state: 'open',
    ...given,
  };
}

export const SAMPLE_PROVIDER: Provider = {
  id: 'provider-1',
  name: '会津乗合',
  nameEn: 'Aizu Noriai',
  category: 'areaTransport',
  phone: '0242-00-0001',
};

export const SAMPLE_DEPOT: Depot = {
  id: 'depot-1',
  name: '坂下車庫',
  municipality: '07421',
  coordinates: { lon: 139.82, lat: 37.56 },
};

/** A vehicle with a folding seat. */
export function sampleVehicle(given: Partial<Vehicle> = {}): Vehicle {
  return {
    id: 'vehicle-1',
    name: '坂下1号',
    providerId: 'provider-1',
    depotId: 'depot-1',
    configurations: [
      [8, 0, 0],
      [5, 1, 0],
    ],
    skills: ['lift'],
    costPerHourYen: 3_200,
    costPerKilometreYen: 45.5,
    ...given,
  };
}

export const SAMPLE_TEMPLATE: ShiftTemplate = {
  vehicleId: 'vehicle-1',
  weekdays: [1, 2, 3],
  start: 28_800,
  end: 61_200,
  breaks: [{ window: { earliest: 41_400, latest: 48_600 }, seconds: 3_600 }],
  driverName: '渡部',
  validFrom: '2026-04-01',
  validTo: null,
};

/** A shift of `vehicle-1`. */
export function sampleShift(given: Partial<Shift> = {}): Shift {
  return {
    id: 'shift-1',
    day: SAMPLE_DAY,
    vehicleId: 'vehicle-1',
    providerId: 'provider-1',
    depotId: 'depot-1',
    driverName: '渡部',
    start: 28_800,
    end: 61_200,
    breaks: SAMPLE_TEMPLATE.breaks,
    ...given,
  };
}

/** An empty schedule of `shift-1`. */
export function sampleSchedule(given: Partial<ShiftSchedule> = {}): ShiftSchedule {
  return {
    shiftId: 'shift-1',
    day: SAMPLE_DAY,
    version: 1,
    departure: 28_800,
    finish: 61_200,
    drivingSeconds: 0,
    drivingMetres: 0,
    stops: [],
    ...given,
  };
}

export const SAMPLE_MUNICIPALITY: Municipality = {
  code: '07421',
  name: '会津坂下町',
  kana: 'あいづばんげまち',
  nameEn: 'Aizubange',
  population: 15_768,
  over65: 5_552,
  areaKm2: 91.59,
};

/** A square of one degree around 139.5, 37.5. */
export const SAMPLE_OUTLINE = JSON.stringify({
  type: 'Polygon',
  coordinates: [
    [
      [139, 37],
      [140, 37],
      [140, 38],
      [139, 38],
      [139, 37],
    ],
  ],
});

/** A place people name. */
export function samplePlace(given: Partial<Place> = {}): Place {
  return {
    id: 'place-1',
    name: '坂下厚生病院',
    kana: 'ばんげこうせいびょういん',
    nameEn: 'Bange Kosei Hospital',
    kind: 'hospital',
    municipality: '07421',
    coordinates: { lon: 139.8261, lat: 37.5602 },
    aliases: ['厚生病院', 'こうせい'],
    ...given,
  };
}

/** A boarding point at that place. */
export function samplePoint(given: Partial<BoardingPoint> = {}): BoardingPoint {
  return {
    id: 'point-1',
    name: '厚生病院 正面',
    kana: 'こうせいびょういんしょうめん',
    municipality: '07421',
    coordinates: { lon: 139.8261, lat: 37.5602 },
    placeId: 'place-1',
    isWheelchairReachable: true,
    ...given,
  };
}

/** An event of `ride-1`. */
export function sampleEvent(given: Partial<LogEvent> = {}): LogEvent {
  return {
    occurredAt: SAMPLE_NOW,
    day: SAMPLE_DAY,
    rideId: 'ride-1',
    shiftId: null,
    municipality: '07421',
    personId: 'person-1',
    actor: 'system',
    body: { type: 'RideRequested' },
    ...given,
  };
}

/** An account; whatever matters to a test is given. */
export function sampleAccount(given: Partial<Account> = {}): Account {
  return {
    id: 'account-1',
    login: 'operator',
    displayName: '受付',
    role: 'operator',
    municipalities: [],
    providerId: null,
    clinicId: null,
    personId: null,
    vehicleId: null,
    isTrial: true,
    ...given,
  };
}

/** Writes provider, depot, `vehicle-1` and `shift-1`. */
export async function insertSampleFleet(tables: Tables): Promise<void> {
  await tables.fleet.insertProviders([SAMPLE_PROVIDER]);
  await tables.fleet.insertDepots([SAMPLE_DEPOT]);
  await tables.fleet.insertVehicles([sampleVehicle()]);
  await tables.fleet.insertShiftTemplates([SAMPLE_TEMPLATE]);
  await tables.fleet.insertShifts([sampleShift()]);
}
