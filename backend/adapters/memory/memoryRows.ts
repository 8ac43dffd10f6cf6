import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import { areValidCoordinates, type Coordinates } from '../../domain/units/coordinates.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Compares texts by their characters' codes, as the real database does. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Rows in the order of a text of theirs. */
export function sortedBy<Row>(rows: readonly Row[], textOf: (row: Row) => string): readonly Row[] {
  return [...rows].sort((a, b) => compareText(textOf(a), textOf(b)));
}

/** @throws StoreFault when the points are off the globe or no numbers */
export function demandValidPoint(point: Coordinates): void {
  if (!areValidCoordinates(point)) {
    throw new StoreFault('invalidValue', 'Coordinates must be finite degrees within the globe.');
  }
}

/** @throws StaleWrite when there is such a row already */
export function insertNew(transaction: MemoryTransaction, table: string, key: string, row: unknown): void {
  if (transaction.get(table, key) !== undefined) transaction.refuse(new StaleWrite());
  transaction.set(table, key, row);
}

/** @throws StoreFault when there is no such row */
export function demandRow(transaction: MemoryTransaction, table: string, key: string): void {
  if (transaction.get(table, key) === undefined) {
    transaction.refuse(new StoreFault('unknownReference', `There is no ${table} ${key}.`));
  }
}

/** The entry that a rider's entry was merged into, however many steps away; itself where it was not. */
export function keptEntry(transaction: MemoryTransaction, id: string): string {
  const mergedInto = transaction.get<{ mergedInto?: string | null }>('person', id)?.mergedInto;
  return mergedInto ? keptEntry(transaction, mergedInto) : id;
}

/** Counts a write to a queue. */
export function countWrite(transaction: MemoryTransaction, queue: string): void {
  transaction.set('queueWrites', queue, Number(writesOf(transaction, queue)) + 1);
}

/** How often a queue was written to. */
export function writesOf(transaction: MemoryTransaction, queue: string): string {
  return String(transaction.get<number>('queueWrites', queue) ?? 0);
}
