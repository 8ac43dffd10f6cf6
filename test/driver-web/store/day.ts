import type { RideView, ShiftView, StopView } from '../../../backend/contract/index.ts';
import { type DriverDay, driverDayOf } from '../../../driver-web/store/driverDay.ts';

export const DAY = '2026-11-24';

/** A place by its name; the coordinates do not matter here. */
export function place(name: string): RideView['from'] {
  return { id: `place:${name}`, name, municipality: '07447', lon: 139.84, lat: 37.46 };
}

/** An assigned ride of one person between two named places. */
export function ride(id: string, change: Partial<RideView> = {}): RideView {
  return {
    id,
    revision: 1,
    status: 'assigned',
    endReason: null,
    personId: `person:${id}`,
    riderName: '試験 花',
    riderKana: 'しけん はな',
    phone: '0242-00-0101',
    municipality: '07447',
    channel: 'phone',
    reference: null,
    returnOf: null,
    groupId: null,
    willCall: null,
    riderAnswer: null,
    day: DAY,
    from: place('冨川'),
    to: place('高田厚生病院'),
    requested: { kind: 'departAfter', second: 32_400 },
    partySize: 1,
    party: { companions: 0, attendants: 0, children: 0, luggage: 0 },
    load: [1, 0, 0],
    needs: [],
    note: null,
    serviceId: 'service:1',
    fareYen: 300,
    promisedPickup: { earliest: 32_400, latest: 33_300 },
    promisedDropoff: { earliest: 33_000, latest: 34_800 },
    scheduledPickup: 32_700,
    scheduledDropoff: 33_900,
    performedPickup: null,
    performedDropoff: null,
    shiftId: 'shift:1',
    vehicleName: '3号車',
    isEstimate: false,
    heldUntil: null,
    endedBy: null,
    endedAt: null,
    changedFrom: null,
    keptByHand: null,
    replacedById: null,
    ...change,
  };
}

/** A planned stop. */
export function stop(id: string, change: Partial<StopView> = {}): StopView {
  return {
    id,
    kind: 'stop',
    place: place('冨川'),
    arrival: 32_700,
    start: 32_700,
    departure: 32_820,
    pickups: [],
    dropoffs: [],
    loadAfter: [0, 0, 0],
    slackSeconds: 600,
    state: 'planned',
    performedArrival: null,
    performedDeparture: null,
    ...change,
  };
}

/** A shift from 8:00 to 17:00 with these stops. */
export function shift(stops: StopView[], change: Partial<ShiftView> = {}): ShiftView {
  return {
    id: 'shift:1',
    day: DAY,
    vehicleId: 'vehicle:3',
    vehicleName: '3号車',
    providerId: 'provider:1',
    providerName: 'あいづ乗合',
    driverName: '試験 一郎',
    configurations: [[8, 1, 0]],
    depot: { name: '高田車庫', lon: 139.84, lat: 37.46 },
    start: 28_800,
    end: 61_200,
    version: 1,
    departure: 32_000,
    finish: 34_500,
    drivingMetres: 12_000,
    stops,
    ...change,
  };
}

/** One rider from a first stop to a second one. */
export function oneRideDay(): DriverDay {
  const stops = [
    stop('s1', { pickups: ['r1'] }),
    stop('s2', { place: place('高田厚生病院'), dropoffs: ['r1'] }),
  ];
  return driverDayOf(DAY, [shift(stops)], [ride('r1')]);
}
