import type { TimeWindow } from '../../domain/units/time.ts';
import { InstanceError } from './textNumbers.ts';

/** More vehicles than this nobody has; a header that speaks of more is a slip, and would take all memory. */
const MOST_VEHICLES = 10_000;

/** @throws InstanceError unless it is a number of vehicles that somebody could have */
export function checkVehicleCount(count: number): void {
  if (Number.isInteger(count) && count >= 1 && count <= MOST_VEHICLES) return;
  throw new InstanceError(`line 1: expected 1 to ${MOST_VEHICLES} vehicles, found ${count}`);
}

/** @throws InstanceError unless every row has so many numbers and begins with its own position */
export function checkNodeRows(rows: readonly (readonly number[])[], width: number): void {
  rows.forEach((row, node) => {
    if (row.length !== width) {
      throw new InstanceError(`row of node ${node}: expected ${width} numbers, found ${row.length}`);
    }
    if (row[0] !== node) throw new InstanceError(`row of node ${node}: found id ${row[0]}`);
  });
}

/** Earliest and latest start of service, the last two numbers of a node's row. @throws InstanceError */
export function windowOf(row: readonly number[]): TimeWindow {
  const [earliest, latest] = row.slice(-2) as [number, number];
  if (latest < earliest) {
    throw new InstanceError(`row of node ${row[0]}: its window ends at ${latest}, before it begins`);
  }
  return { earliest, latest };
}

/** What gets in at the pickup and out at the dropoff, columns `from` to `until`. @throws InstanceError */
export function loadOf(
  pickup: readonly number[],
  dropoff: readonly number[],
  from: number,
  until: number,
): readonly number[] {
  const load = pickup.slice(from, until);
  const nodes = `nodes ${pickup[0]} and ${dropoff[0]}`;
  if (load.some((units, kind) => units < 0 || dropoff[from + kind] !== -units)) {
    throw new InstanceError(`${nodes}: loads do not cancel out`);
  }
  if (!load.every(Number.isInteger)) throw new InstanceError(`${nodes}: loads are whole numbers`);
  return load;
}
