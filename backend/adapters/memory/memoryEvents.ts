import type { LogEvent } from '../../domain/event/logEvent.ts';
import { UnknownCursor } from '../../domain/fault/unknownCursor.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type {
  AnswersTable,
  DriverCommandsTable,
  EventsTable,
  StoredAnswer,
  StoredEvent,
} from '../../ports/tables.ts';
import type { Guarded, MemoryAccess } from './memoryAccess.ts';
import { clinicsOf } from './memoryRides.ts';
import { insertNew } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** The cursor of an event is its number in the log, counted from 1; this one stands before the first. */
const BEGINNING = '0';

/** The append-only log. Transactions commit one after the other, so that the log's order is that of the commits. */
export function memoryEvents(
  transaction: MemoryTransaction,
  access: MemoryAccess,
  onAppend: () => void,
): EventsTable {
  function list(isWanted: (event: LogEvent) => boolean): readonly StoredEvent[] {
    return transaction
      .all<Guarded<StoredEvent>>('event')
      .filter((event) => isWanted(event.row) && access.seesEvent(event))
      .map(({ row }) => row);
  }
  return {
    async append(events) {
      let number = transaction.count('event');
      for (const event of events) {
        number += 1;
        const guarded = {
          row: { ...event, cursor: String(number) },
          clinicIds: clinicIdsOf(transaction, event),
        };
        access.demand(access.seesEvent(guarded));
        transaction.set('event', String(number), guarded);
      }
      if (events.length > 0) onAppend();
    },
    async readAfter(cursor, limit) {
      const found: StoredEvent[] = [];
      for (let number = numberOf(transaction, cursor ?? BEGINNING) + 1; found.length < limit; number += 1) {
        const event = transaction.get<Guarded<StoredEvent>>('event', String(number));
        if (!event) break;
        if (access.seesEvent(event)) found.push(event.row);
      }
      return found;
    },
    async head() {
      if (access.isOffice) return String(transaction.count('event'));
      return list(() => true).at(-1)?.cursor ?? BEGINNING;
    },
    listByRide: async (rideId) => list((event) => event.rideId === rideId),
    listByDay: async (day) => list((event) => event.day === day),
  };
}

/** @throws UnknownCursor */
function numberOf(transaction: MemoryTransaction, cursor: string): number {
  const isKnown = cursor === BEGINNING || transaction.get('event', cursor) !== undefined;
  if (!isKnown) throw new UnknownCursor();
  return Number(cursor);
}

function clinicIdsOf(transaction: MemoryTransaction, { rideId, personId }: LogEvent): readonly string[] {
  const ride = rideId === null ? undefined : transaction.get<Guarded<Ride>>('ride', rideId);
  return ride?.clinicIds ?? clinicsOf(transaction, personId, null);
}

/** Answers given under an `Idempotency-Key`. */
export function memoryAnswers(transaction: MemoryTransaction, access: MemoryAccess): AnswersTable {
  return {
    async find(accountId, key) {
      if (!access.seesAnswersOf(accountId)) return undefined;
      return transaction.get<StoredAnswer>('answer', `${accountId} ${key}`);
    },
    async insert(accountId, key, answer) {
      access.demand(access.seesAnswersOf(accountId));
      insertNew(transaction, 'answer', `${accountId} ${key}`, answer);
    },
  };
}

interface CommandRow {
  readonly shiftId: string;
  readonly result: string;
}

/** Driver commands that were applied already. */
export function memoryDriverCommands(
  transaction: MemoryTransaction,
  access: MemoryAccess,
): DriverCommandsTable {
  return {
    async findResult(id) {
      const row = transaction.get<CommandRow>('driverCommand', id);
      return row && access.seesSchedule(row.shiftId) ? row.result : undefined;
    },
    async insert(id, shiftId, result) {
      access.demand(access.seesSchedule(shiftId));
      insertNew(transaction, 'driverCommand', id, { shiftId, result });
    },
  };
}
