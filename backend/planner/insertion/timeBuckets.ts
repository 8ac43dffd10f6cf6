import {
  BEFORE,
  BEHIND,
  LATEST_BEHIND,
  LEG_METRES,
  LEG_SECONDS,
  PRICE,
  RIDE_ROOM,
  SLOT_FIGURES,
  type SlotTable,
  SOONEST_LEAVE,
} from './slotTable.ts';

import { FAR } from './travelRows.ts';

/**
 * Whole numbers per record, and where each stands. A record repeats what a search needs of a slot, rounded to the side
 * on which nothing is ruled out wrongly and no bound gets too high.
 */
export const RECORD = 12;
export const RECORD_SOONEST = 0;
export const RECORD_LATEST = 1;
/** Location before and behind plus 1; 0 where start or end is open. */
export const RECORD_BEFORE = 2;
export const RECORD_BEHIND = 3;
export const RECORD_LOAD = 4;
export const RECORD_SLOT = 5;
export const RECORD_VEHICLE = 6;
export const RECORD_LEG_SECONDS = 7;
export const RECORD_LEG_METRES = 8;
export const RECORD_ROOM = 9;
/** Cost per second by which the leg gets longer, in units of `PRICE_UNIT`. */
export const RECORD_PRICE = 10;
/** 1 when an insertion may change the dwell behind by joining a stop or no longer joining one. */
export const RECORD_JOINS = 11;

export const PRICE_UNIT = 2 ** -20;

/** Width of a bucket, and how many there are; what is later shares the last one. */
const BUCKET_SECONDS = 900;
const BUCKETS = 144;

/**
 * Open slots by time of day. A slot is open from its soonest to its latest time (the looser ones of the table's two):
 * list `2b` holds a record of every slot that opens in the `BUCKET_SECONDS` of bucket b, list `2b + 1` of every slot
 * that opened before and is still open in it. The slots open at some time of a window are those of list `2b + 1` of its
 * first bucket and of the lists `2b` of all its buckets, each once; a search runs through them in memory order instead
 * of touching every vehicle.
 */
export interface TimeBuckets {
  /** `[list][k * RECORD + …]` */
  readonly records: Int32Array[];
  /** `[list]`: records used, free ones among them. */
  readonly count: Int32Array;
  /** `[list]`: free records. */
  readonly free: number[][];
  /** `[v]`: its records, as list and number in turn. */
  readonly ofVehicle: number[][];
}

/** Most lists of a small day stay empty. */
const NO_RECORDS = new Int32Array(0);

/**
 * Empty buckets for so many vehicles.
 * @param before buckets of a similar day, whose lists say how long these will be
 */
export function createTimeBuckets(vehicles: number, before?: TimeBuckets): TimeBuckets {
  return {
    records: Array.from({ length: BUCKETS * 2 }, (_, list) =>
      before ? new Int32Array(before.records[list]!.length) : NO_RECORDS,
    ),
    count: new Int32Array(BUCKETS * 2),
    free: Array.from({ length: BUCKETS * 2 }, () => []),
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
  const { strict, loose } = table;
  for (let slot = table.base[v]!; slot < table.base[v]! + table.count[v]!; slot++) {
    const at = slot * SLOT_FIGURES;
    const soonest = Math.min(strict[at + SOONEST_LEAVE]!, loose[at + SOONEST_LEAVE]!);
    const latest = Math.max(strict[at + LATEST_BEHIND]!, loose[at + LATEST_BEHIND]!);
    const first = bucketOf(soonest);
    for (let b = first; b <= bucketOf(latest); b++) {
      const list = b === first ? b * 2 : b * 2 + 1;
      const record = takeRecord(buckets, v, list);
      const records = buckets.records[list]!;
      records[record + RECORD_SOONEST] = wholeSecond(Math.floor(soonest));
      records[record + RECORD_LATEST] = wholeSecond(Math.ceil(latest));
      records[record + RECORD_BEFORE] = strict[at + BEFORE]! + 1;
      records[record + RECORD_BEHIND] = strict[at + BEHIND]! + 1;
      records[record + RECORD_LOAD] = table.load[slot]!;
      records[record + RECORD_SLOT] = slot;
      records[record + RECORD_VEHICLE] = v;
      records[record + RECORD_LEG_SECONDS] = wholeSecond(Math.ceil(strict[at + LEG_SECONDS]!));
      records[record + RECORD_LEG_METRES] = wholeSecond(Math.ceil(strict[at + LEG_METRES]!));
      records[record + RECORD_ROOM] = wholeSecond(Math.ceil(loose[at + RIDE_ROOM]!));
      records[record + RECORD_PRICE] = Math.floor(
        Math.min(FAR, Math.min(strict[at + PRICE]!, loose[at + PRICE]!) / PRICE_UNIT),
      );
      records[record + RECORD_JOINS] = table.joinGain[slot] === 0 ? 0 : 1;
    }
  }
}

function clearRecords(buckets: TimeBuckets, v: number): void {
  const own = buckets.ofVehicle[v]!;
  for (let k = 0; k < own.length; k += 2) {
    const list = own[k]!;
    buckets.records[list]![own[k + 1]! * RECORD + RECORD_SOONEST] = FAR;
    buckets.free[list]!.push(own[k + 1]!);
  }
  own.length = 0;
}

/** Where a free record of the list begins; it belongs to the vehicle from now on. */
function takeRecord(buckets: TimeBuckets, v: number, list: number): number {
  const number = buckets.free[list]!.pop() ?? buckets.count[list]!++;
  const records = buckets.records[list]!;
  if ((number + 1) * RECORD > records.length) {
    buckets.records[list] = new Int32Array(Math.max(RECORD * 8, records.length * 2));
    buckets.records[list]!.set(records);
  }
  buckets.ofVehicle[v]!.push(list, number);
  return number * RECORD;
}

/** A whole number within the range of records. */
export function wholeSecond(second: number): number {
  return Math.max(1 - FAR, Math.min(FAR - 1, second));
}
