import {
  BEFORE,
  BEHIND,
  LATEST_BEHIND,
  LEG_SECONDS,
  RIDE_ROOM,
  SLOT_FIGURES,
  type SlotTable,
  SOONEST_LEAVE,
} from './slotTable.ts';

/** Whole numbers per record of a bucket, and where each stands. Times are rounded so that nothing is ruled out wrongly. */
export const RECORD = 8;
export const RECORD_SOONEST = 0;
export const RECORD_LATEST = 1;
/** Location before and behind plus 1; 0 where start or end is open. */
export const RECORD_BEFORE = 2;
export const RECORD_BEHIND = 3;
export const RECORD_LEG = 4;
export const RECORD_ROOM = 5;
export const RECORD_LOAD = 6;
export const RECORD_SLOT = 7;

/** Width of a bucket, and how many there are; what is later shares the last one. */
export const BUCKET_SECONDS = 1800;
const BUCKETS = 72;

/** Stands for "never" in a record that is free. */
const NEVER = 1 << 30;

/**
 * Open slots by time of day: bucket b holds a record of every slot between whose soonest and latest times some second of
 * `[b, b + 1) × BUCKET_SECONDS` lies. A search for a window runs through a few buckets in memory order instead of
 * touching every vehicle.
 */
export interface TimeBuckets {
  /** `[b][k * RECORD + …]` */
  readonly records: Int32Array[];
  /** `[b]`: records used, free ones among them. */
  readonly count: Int32Array;
  /** `[b]`: free records. */
  readonly free: number[][];
  /** `[v]`: its records, as bucket and number in turn. */
  readonly ofVehicle: number[][];
}

/** Empty buckets for so many vehicles. */
export function createTimeBuckets(vehicles: number): TimeBuckets {
  return {
    records: Array.from({ length: BUCKETS }, () => new Int32Array(RECORD * 16)),
    count: new Int32Array(BUCKETS),
    free: Array.from({ length: BUCKETS }, () => []),
    ofVehicle: Array.from({ length: vehicles }, () => []),
  };
}

/** Bucket that a second belongs to. */
export function bucketOf(second: number): number {
  return Math.max(0, Math.min(BUCKETS - 1, Math.floor(second / BUCKET_SECONDS)));
}

/** Puts the records of one vehicle's slots in place of its old ones. */
export function writeRecords(buckets: TimeBuckets, table: SlotTable, v: number): void {
  clearRecords(buckets, v);
  const { figures } = table;
  for (let slot = table.base[v]!; slot < table.base[v]! + table.count[v]!; slot++) {
    const at = slot * SLOT_FIGURES;
    const soonest = figures[at + SOONEST_LEAVE]!;
    const latest = figures[at + LATEST_BEHIND]!;
    for (let b = bucketOf(soonest); b <= bucketOf(latest); b++) writeRecord(buckets, table, v, b, slot);
  }
}

function clearRecords(buckets: TimeBuckets, v: number): void {
  const own = buckets.ofVehicle[v]!;
  for (let k = 0; k < own.length; k += 2) {
    const b = own[k]!;
    buckets.records[b]![own[k + 1]! * RECORD + RECORD_SOONEST] = NEVER;
    buckets.free[b]!.push(own[k + 1]!);
  }
  own.length = 0;
}

function writeRecord(buckets: TimeBuckets, table: SlotTable, v: number, b: number, slot: number): void {
  const number = buckets.free[b]!.pop() ?? buckets.count[b]!++;
  let records = buckets.records[b]!;
  if ((number + 1) * RECORD > records.length) {
    const longer = new Int32Array(records.length * 2);
    longer.set(records);
    records = longer;
    buckets.records[b] = longer;
  }
  const { figures } = table;
  const from = slot * SLOT_FIGURES;
  const at = number * RECORD;
  records[at + RECORD_SOONEST] = clamp(Math.floor(figures[from + SOONEST_LEAVE]!));
  records[at + RECORD_LATEST] = clamp(Math.ceil(figures[from + LATEST_BEHIND]!));
  records[at + RECORD_BEFORE] = figures[from + BEFORE]! + 1;
  records[at + RECORD_BEHIND] = figures[from + BEHIND]! + 1;
  records[at + RECORD_LEG] = Math.ceil(figures[from + LEG_SECONDS]!);
  records[at + RECORD_ROOM] = clamp(Math.ceil(figures[from + RIDE_ROOM]!));
  records[at + RECORD_LOAD] = table.load[slot]!;
  records[at + RECORD_SLOT] = slot;
  buckets.ofVehicle[v]!.push(b, number);
}

function clamp(value: number): number {
  return Math.max(-NEVER, Math.min(NEVER - 1, value));
}
