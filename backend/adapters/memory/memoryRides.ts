import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Offer } from '../../domain/ride/offer.ts';
import type { Ride, RideStatus } from '../../domain/ride/ride.ts';
import type { OffersTable, RidesTable } from '../../ports/tables.ts';
import type { Guarded, MemoryAccess } from './memoryAccess.ts';
import { compareText, demandRow, demandValidPoint, insertNew } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Clinics that may see a rider's rows: the one a ride is for and the rider's own. */
export function clinicsOf(
  transaction: MemoryTransaction,
  personId: string | null,
  clinicId: string | null,
): readonly string[] {
  const own = personId === null ? undefined : transaction.get<{ person: Person }>('person', personId);
  return [clinicId, own?.person.clinicId ?? null].filter((id) => id !== null);
}

/** Statuses in which a way home keeps others of the same outbound ride away. */
const STANDING: readonly RideStatus[] = [
  'willCall',
  'booked',
  'assigned',
  'vehicleArrived',
  'onBoard',
  'done',
];

/** Rides from request to end. */
export function memoryRides(transaction: MemoryTransaction, access: MemoryAccess): RidesTable {
  function find(id: string): Ride | undefined {
    const ride = transaction.get<Guarded<Ride>>('ride', id);
    return ride && access.seesRide(ride) ? ride.row : undefined;
  }
  function list(isWanted: (ride: Ride) => boolean): readonly Ride[] {
    return transaction
      .all<Guarded<Ride>>('ride')
      .filter((ride) => isWanted(ride.row) && access.seesRide(ride))
      .map(({ row }) => row)
      .sort(compareRides);
  }
  function guard(ride: Ride): Guarded<Ride> {
    demandValidPoint(ride.from.coordinates);
    demandValidPoint(ride.to.coordinates);
    const guarded = { row: ride, clinicIds: clinicsOf(transaction, ride.personId, ride.clinicId) };
    access.demand(access.seesRide(guarded));
    return guarded;
  }
  function insert(ride: Ride): void {
    demandRow(transaction, 'person', ride.personId);
    insertNew(transaction, 'ride', ride.id, guard(ride));
  }
  function demandOneWayHome({ id, returnOf, status }: Ride): void {
    if (returnOf === null || !STANDING.includes(status)) return;
    const others = transaction.all<Guarded<Ride>>('ride').filter(({ row }) => row.id !== id);
    if (others.some(({ row }) => row.returnOf === returnOf && STANDING.includes(row.status))) {
      transaction.refuse(new StaleWrite());
    }
  }
  return {
    find: async (id) => find(id),
    listByIds: async (ids) =>
      [...new Set(ids)]
        .map(find)
        .filter((ride) => ride !== undefined)
        .sort(compareRides),
    listByDay: async (day) => list((ride) => ride.day === day),
    listReturns: async (rideId) => list((ride) => ride.returnOf === rideId),
    listByGroup: async (groupId) => list((ride) => ride.groupId === groupId),
    listByPerson: async (personId, fromDay, toDay) =>
      list((ride) => ride.personId === personId && ride.day >= fromDay && ride.day <= toDay),
    insert: async (ride) => insert(ride),
    async insertMany(rides) {
      for (const ride of rides) insert(ride);
    },
    async update(rides, readRevisions) {
      for (const [i, ride] of rides.entries()) {
        if (find(ride.id)?.revision !== readRevisions[i]) transaction.refuse(new StaleWrite());
        demandOneWayHome(ride);
        transaction.set('ride', ride.id, guard(ride));
      }
    },
  };
}

function compareRides(a: Ride, b: Ride): number {
  return a.requestedAt - b.requestedAt || compareText(a.id, b.id);
}

/** What was offered for a ride. */
export function memoryOffers(transaction: MemoryTransaction, access: MemoryAccess): OffersTable {
  function isVisible({ rideId }: Offer): boolean {
    const ride = transaction.get<Guarded<Ride>>('ride', rideId);
    return ride !== undefined && access.seesOffersOf(ride);
  }
  function find(id: string): Offer | undefined {
    const offer = transaction.get<Offer>('offer', id);
    return offer && isVisible(offer) ? offer : undefined;
  }
  return {
    find: async (id) => find(id),
    async listByRide(rideId) {
      const offers = transaction
        .all<Offer>('offer')
        .filter((offer) => offer.rideId === rideId && isVisible(offer));
      return offers.sort((a, b) => a.expiresAt - b.expiresAt || compareText(a.id, b.id));
    },
    async insertMany(offers) {
      for (const offer of offers) {
        const ride = transaction.get<Guarded<Ride>>('ride', offer.rideId);
        if (!ride || !access.seesRide(ride)) {
          return transaction.refuse(
            new StoreFault('unknownReference', 'An offer belongs to a ride that is not there.'),
          );
        }
        access.demand(access.seesOffersOf(ride));
        insertNew(transaction, 'offer', offer.id, offer);
      }
    },
    async close(id, state) {
      const offer = find(id);
      if (offer?.state !== 'open') return false;
      transaction.set('offer', id, { ...offer, state });
      return true;
    },
    async reopen(id) {
      const offer = find(id);
      if (offer?.state !== 'accepted') return false;
      transaction.set('offer', id, { ...offer, state: 'open' });
      return true;
    },
  };
}
