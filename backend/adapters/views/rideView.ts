import type { RideView } from '../../contract/index.ts';
import type { Role } from '../../domain/account/account.ts';
import type { Shift, Vehicle } from '../../domain/fleet/fleet.ts';
import type { Person } from '../../domain/person/person.ts';
import { idByName } from '../../domain/place/ownDoor.ts';
import type { RidePlace } from '../../domain/place/place.ts';
import { type Party, partyLoad, partySize } from '../../domain/ride/party.ts';
import { type Ride, standingPromise } from '../../domain/ride/ride.ts';
import type { DoneBy } from '../../domain/ride/rideHand.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import { localMoment } from './localMoment.ts';
import type { AccountScope } from './reader.ts';

/** What a ride's view is put together from, by id. */
export interface RideSurroundings {
  readonly people: ReadonlyMap<string, Person>;
  readonly shifts: ReadonlyMap<string, Shift>;
  readonly vehicles: ReadonlyMap<string, Vehicle>;
}

/** Reads what the rides refer to; people whom the scope may not see are simply absent. */
async function readRideSurroundings(tables: Tables, rides: readonly Ride[]): Promise<RideSurroundings> {
  const personIds = [...new Set(rides.map((ride) => ride.personId))];
  const days = [...new Set(rides.filter((ride) => ride.shiftId !== null).map((ride) => ride.day))];
  const people = personIds.length === 0 ? [] : await tables.people.listByIds(personIds);
  const shifts: Shift[] = [];
  for (const day of days) shifts.push(...(await tables.fleet.listShifts(day)));
  const vehicles = days.length === 0 ? [] : await tables.fleet.listVehicles();
  return { people: byId(people), shifts: byId(shifts), vehicles: byId(vehicles) };
}

/**
 * The views of rides which the reader may see.
 * @param reader whoever works for the service reads colleagues' names; absent: nobody's
 */
export async function readRideViews(
  tables: Tables,
  rides: readonly Ride[],
  reader?: AccountScope,
): Promise<RideView[]> {
  const around = await readRideSurroundings(tables, rides);
  return rides.map((ride) => rideView(ride, around, reader));
}

/** One ride as screens show it. */
export function rideView(ride: Ride, around: RideSurroundings, reader?: AccountScope): RideView {
  const person = around.people.get(ride.personId);
  const shift = ride.shiftId === null ? undefined : around.shifts.get(ride.shiftId);
  const vehicle = shift && around.vehicles.get(shift.vehicleId);
  const promise = standingPromise(ride);
  return {
    id: ride.id,
    revision: ride.revision,
    status: ride.status,
    endReason: ride.endReason,
    personId: ride.personId,
    riderName: person ? `${person.familyName} ${person.givenName}` : '',
    riderKana: person ? `${person.familyKana} ${person.givenKana}` : '',
    phone: person?.phone ?? null,
    municipality: ride.municipality,
    channel: ride.channel,
    reference: ride.reference,
    returnOf: ride.returnOf,
    groupId: ride.groupId,
    willCall: ride.willCall && { ...ride.willCall, readyAt: momentOrNull(ride.willCall.readyAt) },
    riderAnswer: ride.riderAnswer,
    day: ride.day,
    from: ridePlaceView(ride.from),
    to: ridePlaceView(ride.to),
    requested: { kind: ride.requested.kind, second: ride.requested.second },
    partySize: partySize(ride.party),
    party: partyCounts(ride.party),
    load: [...partyLoad(ride.party)],
    needs: [...ride.party.needs],
    note: ride.note,
    serviceId: ride.serviceId,
    fareYen: ride.fareYen,
    promisedPickup: promise && { ...promise.pickup },
    promisedDropoff: promise && { ...promise.dropoff },
    scheduledPickup: ride.scheduled.pickup,
    scheduledDropoff: ride.scheduled.dropoff,
    performedPickup: ride.performed.pickup,
    performedDropoff: ride.performed.dropoff,
    shiftId: ride.shiftId,
    vehicleName: vehicle?.name ?? null,
    isEstimate: ride.isEstimate ?? false,
    bookedBy: ride.bookedBy ? { kind: ride.bookedBy.kind, name: ride.bookedBy.name } : null,
    cancelledBy: cancelledByView(ride),
    heldUntil: momentOrNull(ride.heldUntil ?? null),
    endedBy: doneByView(ride.endedBy, reader),
    endedAt: momentOrNull(ride.cancelledAt),
    changedFrom: changedFromView(ride, reader),
    keptByHand: keptByHandView(ride, around, reader),
    replacedById: ride.replacedBy?.rideId ?? null,
  };
}

function partyCounts({ companions, attendants, children, luggage }: Party): RideView['party'] {
  return { companions, attendants, children, luggage };
}

/** Who may read which of the service's people did something. */
const COLLEAGUES: readonly Role[] = ['operator', 'dispatcher', 'administrator', 'municipality'];

function doneByView(by: DoneBy | null | undefined, reader?: AccountScope): RideView['endedBy'] {
  if (!by) return null;
  return { kind: by.kind, name: reader && COLLEAGUES.includes(reader.role) ? by.name : null };
}

function changedFromView({ changedFrom, personId }: Ride, reader?: AccountScope): RideView['changedFrom'] {
  if (!changedFrom) return null;
  const { rideId, day, fromName, toName } = changedFrom;
  // What older releases wrote has no ids.
  const { fromId = idByName(fromName, personId), toId = idByName(toName, personId) } = changedFrom;
  const { requested, pickupSecond, at, by } = changedFrom;
  return {
    rideId,
    day,
    from: { id: fromId, name: fromName },
    to: { id: toId, name: toName },
    pickupSecond,
    requested: { kind: requested.kind, second: requested.second },
    at: localMoment(at),
    by: doneByView(by, reader) ?? { kind: 'system', name: null },
  };
}

function keptByHandView(
  { status, keptByHand, providerId }: Ride,
  around: RideSurroundings,
  reader?: AccountScope,
): RideView['keptByHand'] {
  if (!keptByHand || status !== 'assigned' || !reader || !COLLEAGUES.includes(reader.role)) return null;
  const { at, by, fromShiftId, broke = [] } = keptByHand;
  const fromShift = around.shifts.get(fromShiftId ?? '');
  const from = fromShift && around.vehicles.get(fromShift.vehicleId);
  return {
    at: localMoment(at),
    by: doneByView(by, reader) ?? { kind: 'system', name: null },
    ...(fromShiftId !== undefined && { fromVehicleName: from?.name ?? null }),
    changedProvider: fromShift !== undefined && fromShift.providerId !== providerId,
    brokenCount: broke.length,
  };
}

function cancelledByView({ cancelledBy }: Ride): RideView['cancelledBy'] {
  if (!cancelledBy) return null;
  return { kind: cancelledBy.who === 'proxy' ? cancelledBy.kind : null, name: cancelledBy.name };
}

function momentOrNull(at: EpochMs | null): string | null {
  return at === null ? null : localMoment(at);
}

/** Where a ride begins or ends, as screens show it. */
export function ridePlaceView(place: RidePlace): RideView['from'] {
  const { id, name, municipality, coordinates } = place;
  return { id, name, municipality, lon: coordinates.lon, lat: coordinates.lat };
}

/** Rows by their id. */
export function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
