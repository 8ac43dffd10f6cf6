import type { ApartPair } from '../../domain/apart/apartPair.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Belongings } from '../../domain/person/riderMerge.ts';
import type { RiderPin } from '../../domain/proxy/riderPin.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { Guarded } from './memoryAccess.ts';
import { clinicsOf } from './memoryRides.ts';
import { compareText } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** What the rows of different tables have in common here. */
interface Owned {
  readonly id: string;
  readonly personId: string;
  readonly municipality: string;
  readonly revision: number;
}

/** Moves what belongs to a rider to another one. */
export function moveBelongings(
  transaction: MemoryTransaction,
  fromId: string,
  to: Person,
  named: Belongings | null,
): Belongings {
  const owner = { personId: to.id, municipality: to.municipality };
  const isMeant = (row: Owned, kind: keyof Belongings) =>
    row.personId === fromId && (named === null || named[kind].includes(row.id));
  const moved = <Row extends Owned>(row: Row): Row => ({ ...row, ...owner, revision: row.revision + 1 });
  const ids = (rows: readonly Owned[]) => rows.map(({ id }) => id).sort(compareText);

  const rides = transaction.all<Guarded<Ride>>('ride').filter(({ row }) => isMeant(row, 'rides'));
  for (const { row } of rides) {
    const clinicIds = clinicsOf(transaction, to.id, row.clinicId);
    transaction.set('ride', row.id, { row: moved(row), clinicIds });
  }
  const orders = transaction
    .all<Guarded<Owned>>('standingOrder')
    .filter(({ row }) => isMeant(row, 'standingOrders'));
  for (const { row } of orders) {
    transaction.set('standingOrder', row.id, {
      row: moved(row),
      clinicIds: clinicsOf(transaction, to.id, null),
    });
  }
  const calls = transaction.all<Owned>('callBack').filter((call) => isMeant(call, 'callBacks'));
  for (const call of calls) {
    transaction.set('callBack', call.id, { ...moved(call), householdId: to.householdId });
  }
  const waiting = transaction.all<Owned>('waitlist').filter((entry) => isMeant(entry, 'waitlistEntries'));
  for (const entry of waiting) transaction.set('waitlist', entry.id, moved(entry));
  return {
    rides: ids(rides.map(({ row }) => row)),
    standingOrders: ids(orders.map(({ row }) => row)),
    callBacks: ids(calls),
    waitlistEntries: ids(waiting),
  };
}

/** Riders on whom something hangs: they cannot be taken out of the register. */
export function peopleWithBelongings(transaction: MemoryTransaction): ReadonlySet<string> {
  const owned = (table: string) => transaction.all<{ readonly personId: string }>(table);
  const guarded = (table: string) =>
    transaction.all<Guarded<{ readonly personId: string }>>(table).map(({ row }) => row);
  const pins = transaction.all<RiderPin | null>('riderPin').filter((pin) => pin !== null);
  const owners = [
    ...guarded('ride'),
    ...guarded('standingOrder'),
    ...owned('callBack'),
    ...owned('contactWish'),
    ...owned('proxyGrant'),
    ...pins,
    ...owned('apartPair'),
  ].map(({ personId }) => personId);
  const others = transaction
    .all<ApartPair>('apartPair')
    .flatMap(({ from }) => (from.kind === 'rider' ? [from.personId] : []));
  return new Set([...owners, ...others]);
}
