import { StoreFault } from '../../domain/fault/storeFault.ts';
import { areValidCoordinates, type Coordinates } from '../../domain/units/coordinates.ts';
import type { EpochMs } from '../../domain/units/time.ts';

/** How many rows one statement inserts; more would make the text of the parameter unwieldy. */
const ROWS_PER_STATEMENT = 2000;

/** Rows in portions that one statement can take. */
export function portions<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const count = Math.ceil(rows.length / ROWS_PER_STATEMENT);
  return Array.from({ length: count }, (_, i) =>
    rows.slice(i * ROWS_PER_STATEMENT, (i + 1) * ROWS_PER_STATEMENT),
  );
}

/**
 * Rows as the JSON text that `jsonb_to_recordset` reads.
 * @throws StoreFault for a number that is none: JSON would make it null
 */
export function rowsAsJson(rows: readonly object[]): string {
  return JSON.stringify(rows, refuseNotANumber);
}

/** One value as JSON text. */
export function asJson(value: unknown): string {
  return JSON.stringify(value, refuseNotANumber);
}

function refuseNotANumber(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new StoreFault('invalidValue', `${key} is not a finite number.`);
  }
  return value;
}

/** @throws StoreFault before a bad number reaches PostGIS, where it can end the whole server */
export function validPoint(point: Coordinates): Coordinates {
  if (!areValidCoordinates(point)) {
    throw new StoreFault('invalidValue', 'Coordinates must be finite degrees within the globe.');
  }
  return point;
}

/** A moment as a `timestamptz` literal. */
export function momentText(moment: EpochMs): string {
  return new Date(moment).toISOString();
}

/** Like `momentText`, where there may be none. */
export function momentTextOrNull(moment: EpochMs | null): string | null {
  return moment === null ? null : momentText(moment);
}
