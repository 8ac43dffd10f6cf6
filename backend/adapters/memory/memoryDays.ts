import type { ShiftSchedule, VehiclePosition } from '../../domain/schedule/shiftSchedule.ts';
import type { DaysTable, PositionsTable } from '../../ports/tables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { demandRow, demandValidPoint, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** The plan of a service day. */
export function memoryDays(transaction: MemoryTransaction, access: MemoryAccess): DaysTable {
  return {
    version: async (day) => transaction.get<number>('day', day) ?? 0,
    async advance(day, expected) {
      access.demand(access.isOffice);
      if ((transaction.get<number>('day', day) ?? 0) !== expected) return false;
      transaction.set('day', day, expected + 1);
      return true;
    },
    async advanceFrom(day) {
      access.demand(access.isOffice);
      for (const planned of transaction.keys('day').filter((key) => key >= day)) {
        transaction.set('day', planned, transaction.get<number>('day', planned)! + 1);
      }
    },
    async listSchedules(day) {
      const schedules = transaction
        .all<ShiftSchedule>('schedule')
        .filter((schedule) => schedule.day === day && access.seesSchedule(schedule.shiftId));
      return sortedBy(schedules, ({ shiftId }) => shiftId);
    },
    async listDutyEnds(day) {
      const schedules = await this.listSchedules(day);
      return schedules.map(({ shiftId, finish, ended }) => ({
        shiftId,
        finish,
        ...(ended !== undefined && { ended }),
      }));
    },
    async saveSchedules(schedules) {
      for (const schedule of schedules) {
        access.demand(access.seesSchedule(schedule.shiftId));
        demandRow(transaction, 'shift', schedule.shiftId);
        transaction.set('schedule', schedule.shiftId, schedule);
      }
    },
  };
}

/** Where vehicles were last seen. */
export function memoryPositions(transaction: MemoryTransaction, access: MemoryAccess): PositionsTable {
  return {
    async list(day) {
      const positions = transaction
        .all<VehiclePosition>('position')
        .filter((position) => position.day === day && access.seesPosition(position.shiftId));
      return sortedBy(positions, ({ shiftId }) => shiftId);
    },
    async save(position) {
      demandValidPoint(position);
      access.demand(access.seesSchedule(position.shiftId));
      demandRow(transaction, 'shift', position.shiftId);
      const known = transaction.get<VehiclePosition>('position', position.shiftId);
      if (known && known.at > position.at) return;
      transaction.set('position', position.shiftId, position);
    },
  };
}
