import type { Depot, Driver, Provider, Shift, ShiftTemplate, Vehicle } from '../../domain/fleet/fleet.ts';
import type { Service } from '../../domain/service/service.ts';
import type { FleetTable, ServicesTable } from '../../ports/tables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { compareText, demandRow, demandValidPoint, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Providers, depots, vehicles and shifts. */
export function memoryFleet(transaction: MemoryTransaction, access: MemoryAccess): FleetTable {
  async function list<Row extends { id: string }>(table: string): Promise<readonly Row[]> {
    return sortedBy(transaction.all<Row>(table), ({ id }) => id);
  }
  function keep(table: string, row: { id: string }): void {
    transaction.set(table, row.id, row);
  }
  return {
    listProviders: () => list<Provider>('provider'),
    listDepots: () => list<Depot>('depot'),
    listVehicles: () => list<Vehicle>('vehicle'),
    listShiftTemplates: async () =>
      transaction.all<ShiftTemplate>('shiftTemplate').toSorted(compareTemplates),
    listShifts: async (day) => (await list<Shift>('shift')).filter((shift) => shift.day === day),
    findShift: async (id) => transaction.get<Shift>('shift', id),
    async listDrivers() {
      return access.isOffice ? transaction.all<Driver>('driver').toSorted(compareDrivers) : [];
    },
    async insertProviders(rows) {
      access.demand(access.isOffice);
      for (const row of rows) keep('provider', row);
    },
    async insertDepots(rows) {
      access.demand(access.isOffice);
      for (const row of rows) {
        demandValidPoint(row.coordinates);
        keep('depot', row);
      }
    },
    async insertVehicles(rows) {
      access.demand(access.isOffice);
      for (const row of rows) {
        demandRow(transaction, 'provider', row.providerId);
        demandRow(transaction, 'depot', row.depotId);
        keep('vehicle', row);
      }
    },
    async insertShiftTemplates(rows) {
      access.demand(access.isOffice);
      for (const row of rows) {
        demandRow(transaction, 'vehicle', row.vehicleId);
        const key = [row.vehicleId, row.validFrom, row.start, row.weekdays.join()].join(' ');
        transaction.set('shiftTemplate', key, row);
      }
    },
    async insertDrivers(rows) {
      access.demand(access.isOffice);
      for (const row of rows) {
        demandRow(transaction, 'provider', row.providerId);
        transaction.set('driver', `${row.providerId} ${row.name}`, row);
      }
    },
    async insertShifts(rows) {
      access.demand(access.isOffice);
      for (const row of rows) {
        if (transaction.get('shift', row.id) !== undefined) continue;
        demandRow(transaction, 'vehicle', row.vehicleId);
        demandRow(transaction, 'provider', row.providerId);
        demandRow(transaction, 'depot', row.depotId);
        keep('shift', row);
      }
    },
  };
}

function compareTemplates(a: ShiftTemplate, b: ShiftTemplate): number {
  return compareText(a.vehicleId, b.vehicleId) || compareText(a.validFrom, b.validFrom) || a.start - b.start;
}

function compareDrivers(a: Driver, b: Driver): number {
  return compareText(a.providerId, b.providerId) || compareText(a.name, b.name);
}

/** Services with their dated rules. */
export function memoryServices(transaction: MemoryTransaction, access: MemoryAccess): ServicesTable {
  return {
    list: async () => sortedBy(transaction.all<Service>('service'), ({ id }) => id),
    async insertMany(rows) {
      access.demand(access.isOffice);
      for (const row of rows) transaction.set('service', row.id, row);
    },
  };
}
