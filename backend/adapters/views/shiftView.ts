import type { DoneByView, ShiftView, StopRest, StopView } from '../../contract/index.ts';
import { driverKey } from '../../domain/fleet/driverKey.ts';
import { drivingLimitOf } from '../../domain/fleet/dutyRules.ts';
import type { Depot, Provider, Shift, Vehicle } from '../../domain/fleet/fleet.ts';
import type { RidePlace } from '../../domain/place/place.ts';
import type { DoneBy } from '../../domain/ride/rideHand.ts';
import { type HoursAtWheel, hoursAtWheel } from '../../domain/schedule/hoursAtWheel.ts';
import type { ScheduledStop, ShiftSchedule } from '../../domain/schedule/shiftSchedule.ts';
import { isEmptyStop } from '../../domain/schedule/stopKinds.ts';
import type { Tables } from '../../ports/tables.ts';
import { isPrivate, type NearPoints } from './nearPoints.ts';
import { byId, ridePlaceView } from './rideView.ts';

/** May the reader know that this ride exists? */
export type RideSight = (rideId: string) => boolean;

/** What the views of shifts are put together from. */
export interface Fleet {
  readonly vehicles: ReadonlyMap<string, Vehicle>;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly depots: ReadonlyMap<string, Depot>;
  /** Telephones by `driverKey`; absent for readers who may not ring. */
  readonly telephones?: ReadonlyMap<string, string>;
  /** By shift id, as `readRestedFrom` says; absent for readers who do not plan. */
  readonly restedFrom?: ReadonlyMap<string, number>;
}

/** @param isOffice for those who may ring drivers */
export async function readFleet(tables: Tables, isOffice: boolean): Promise<Fleet> {
  const vehicles = await tables.fleet.listVehicles();
  const providers = await tables.fleet.listProviders();
  const depots = await tables.fleet.listDepots();
  const fleet = { vehicles: byId(vehicles), providers: byId(providers), depots: byId(depots) };
  if (!isOffice) return fleet;
  const drivers = await tables.fleet.listDrivers();
  const telephones = new Map(
    drivers.map(({ providerId, name, phone }) => [driverKey({ providerId, driverName: name }), phone]),
  );
  return { ...fleet, telephones };
}

/** The driver's own, else the company's. */
function telephoneOf(shift: Shift, { telephones, providers }: Fleet): Pick<ShiftView, 'telephone'> {
  if (!telephones) return {};
  const own = telephones.get(driverKey(shift));
  const number = own ?? providers.get(shift.providerId)?.phone;
  return number === undefined ? {} : { telephone: { of: own === undefined ? 'provider' : 'driver', number } };
}

/**
 * A shift with its schedule. Rides that the reader may not see are left out of its stops, and a door they lead to is
 * blurred to about a kilometre: an address is personal data too. So is a door at which the vehicle only waits.
 * @param near what lies near doors at which nobody gets in or out
 */
export function shiftView(
  shift: Shift,
  schedule: ShiftSchedule | undefined,
  fleet: Fleet,
  sight: RideSight,
  near: NearPoints = new Map(),
): ShiftView {
  const vehicle = fleet.vehicles.get(shift.vehicleId);
  const depot = fleet.depots.get(shift.depotId);
  const wheel = wheelOf(shift, schedule, fleet);
  const restedFrom = fleet.restedFrom?.get(shift.id);
  return {
    id: shift.id,
    day: shift.day,
    vehicleId: shift.vehicleId,
    vehicleName: vehicle?.name ?? shift.vehicleId,
    providerId: shift.providerId,
    providerName: fleet.providers.get(shift.providerId)?.name ?? shift.providerId,
    driverName: shift.driverName,
    ...telephoneOf(shift, fleet),
    configurations: (vehicle?.configurations ?? []).map((configuration) => [...configuration]),
    depot: {
      name: depot?.name ?? shift.depotId,
      lon: depot?.coordinates.lon ?? 0,
      lat: depot?.coordinates.lat ?? 0,
    },
    start: shift.start,
    end: shift.end,
    version: schedule?.version ?? 0,
    departure: schedule?.departure ?? shift.start,
    finish: schedule?.finish ?? shift.start,
    ...(schedule?.ended !== undefined && { ended: schedule.ended }),
    ...(schedule?.endedBy && { endedBy: handView(schedule.endedBy, fleet) }),
    ...(restedFrom !== undefined && { restedFrom: Math.ceil(restedFrom) }),
    drivingMetres: Math.round(schedule?.drivingMetres ?? 0),
    stops: (schedule?.stops ?? []).map((stop, i) => ({
      ...stopView(stop, sight, near),
      ...(wheel && { rests: restsView(wheel.hours.stops[i]!.rests) }),
    })),
    ...(wheel && {
      atWheel: {
        limitSeconds: wheel.limitSeconds,
        longestAheadSeconds: Math.round(longestAhead(schedule, wheel.hours)),
        ...limitReached(schedule, wheel),
      },
    }),
  };
}

/** Names of colleagues are given to whoever may ring drivers. */
function handView({ kind, name }: DoneBy, { telephones }: Fleet): DoneByView {
  return { kind, name: telephones ? name : null };
}

function wheelOf(shift: Shift, schedule: ShiftSchedule | undefined, { providers }: Fleet) {
  const provider = providers.get(shift.providerId);
  const limit = provider && schedule && drivingLimitOf(provider.category, shift, schedule);
  return limit && { limitSeconds: limit.maxDrivingSeconds, hours: hoursAtWheel(limit, schedule) };
}

function longestAhead(schedule: ShiftSchedule | undefined, hours: HoursAtWheel): number {
  const ahead = hours.stops.filter((_, i) => schedule?.stops[i]?.state === 'planned');
  return Math.max(hours.drivingAtFinish, ...ahead.map(({ drivingSeconds }) => drivingSeconds));
}

/** On the way to the first stop at which the driver comes too late for a rest; or home. */
function limitReached(
  schedule: ShiftSchedule | undefined,
  { limitSeconds, hours }: { readonly limitSeconds: number; readonly hours: HoursAtWheel },
): { limitReachedAt?: number } {
  const beyond = hours.stops.findIndex(
    ({ drivingSeconds }, i) => schedule?.stops[i]?.state === 'planned' && drivingSeconds > limitSeconds,
  );
  const comes = beyond < 0 ? schedule?.finish : schedule?.stops[beyond]?.arrival;
  const driven = beyond < 0 ? hours.drivingAtFinish : hours.stops[beyond]!.drivingSeconds;
  if (comes === undefined || driven <= limitSeconds) return {};
  return { limitReachedAt: Math.round(comes - (driven - limitSeconds)) };
}

function restsView(rests: HoursAtWheel['stops'][number]['rests']): StopRest[] {
  return rests.map(({ from, until, drivingSeconds, isOwed }) => ({
    from: Math.round(from),
    until: Math.round(until),
    drivingSeconds: Math.round(drivingSeconds),
    isOwed,
  }));
}

function stopView(stop: ScheduledStop, sight: RideSight, near: NearPoints): StopView {
  const isSeen = stop.pickups.some(sight) || stop.dropoffs.some(sight);
  const blurred = (place: RidePlace) => (isEmptyStop(stop) && nearDoor(place, near)) || blurredDoor(place);
  return {
    id: stop.id,
    kind: stop.kind,
    place: stop.place && ridePlaceView(isSeen ? stop.place : blurred(stop.place)),
    arrival: stop.arrival,
    start: stop.start,
    departure: stop.departure,
    pickups: stop.pickups.filter(sight),
    dropoffs: stop.dropoffs.filter(sight),
    loadAfter: [...stop.loadAfter],
    slackSeconds: stop.slackSeconds,
    state: stop.state,
    performedArrival: stop.performedArrival,
    performedDeparture: stop.performedDeparture,
    ...(stop.expected !== undefined && { expected: stop.expected }),
  };
}

/** Where a vehicle only waits at somebody's door: at what lies near it. */
function nearDoor({ id }: RidePlace, near: NearPoints): RidePlace | undefined {
  const point = near.get(id);
  return point && { ...point, id: `near:${point.id}` };
}

/** Boarding points are public; doors and points on the map are somebody's. */
function blurredDoor(place: RidePlace): RidePlace {
  if (!isPrivate(place)) return place;
  const { lon, lat } = place.coordinates;
  const coordinates = { lon: Math.round(lon * 100) / 100, lat: Math.round(lat * 100) / 100 };
  return { id: 'door', name: 'お宅', municipality: place.municipality, coordinates };
}
