import type {
  FeedChanges,
  FeedSnapshot,
  PositionView,
  RideView,
  ShiftView,
  StopView,
} from '../../../backend/contract/index.ts';

export const DAY = '2026-11-22';

const place = (name: string) => ({ id: name, name, municipality: '07202', lon: 139.9, lat: 37.5 });

/** A ride with usual values; only what a test is about is named. */
export function ride(part: Partial<RideView> & { id: string }): RideView {
  return {
    revision: 1,
    status: 'assigned',
    endReason: null,
    personId: 'person-1',
    riderName: '遠藤 キヨ',
    riderKana: 'えんどう きよ',
    phone: '0242-00-1001',
    municipality: '07202',
    channel: 'phone',
    reference: null,
    returnOf: null,
    groupId: null,
    willCall: null,
    riderAnswer: null,
    day: DAY,
    from: place('高田'),
    to: place('駅前'),
    requested: { kind: 'arriveBy', second: 36_000 },
    partySize: 1,
    party: { companions: 0, attendants: 0, children: 0, luggage: 0 },
    load: [1, 0, 0],
    needs: [],
    note: null,
    serviceId: null,
    fareYen: 300,
    promisedPickup: null,
    promisedDropoff: null,
    scheduledPickup: null,
    scheduledDropoff: null,
    performedPickup: null,
    performedDropoff: null,
    shiftId: null,
    vehicleName: null,
    isEstimate: false,
    heldUntil: null,
    endedBy: null,
    endedAt: null,
    changedFrom: null,
    keptByHand: null,
    replacedById: null,
    ...part,
  };
}

/** A shift from 8 to 17 without stops. */
export function shift(part: Partial<ShiftView> & { id: string }): ShiftView {
  return {
    day: DAY,
    vehicleId: 'vehicle-1',
    vehicleName: '1号車',
    providerId: 'provider-1',
    providerName: 'みなみ交通',
    driverName: '星 武',
    configurations: [[4, 0, 0]],
    depot: { name: '車庫', lon: 139.9, lat: 37.5 },
    start: 8 * 3600,
    end: 17 * 3600,
    version: 1,
    departure: 8 * 3600,
    finish: 17 * 3600,
    drivingMetres: 0,
    stops: [],
    ...part,
  };
}

/** A planned stop of two minutes at which nobody gets in or out. */
export function stop(part: Partial<StopView> & { id: string; start: number }): StopView {
  return {
    kind: 'stop',
    place: { id: 'p', name: '高田', municipality: '07447', lon: 139.9, lat: 37.5 },
    arrival: part.start,
    departure: part.start + 120,
    pickups: [],
    dropoffs: [],
    loadAfter: [0, 0, 0],
    slackSeconds: 0,
    state: 'planned',
    performedArrival: null,
    performedDeparture: null,
    ...part,
  };
}

export function position(shiftId: string, at: string, lon = 139.9): PositionView {
  return { shiftId, lon, lat: 37.5, at };
}

export function snapshot(part: Partial<FeedSnapshot> & { cursor: string }): FeedSnapshot {
  return { kind: 'snapshot', day: DAY, version: 1, rides: [], shifts: [], positions: [], ...part };
}

export function changes(part: Partial<FeedChanges> & { cursor: string }): FeedChanges {
  return {
    kind: 'changes',
    version: 1,
    events: [],
    rides: [],
    gone: [],
    shifts: [],
    positions: [],
    more: false,
    ...part,
  };
}
