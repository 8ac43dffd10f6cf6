import type { CoreTour } from '../schedule/tourTimes.ts';
import type { Ground } from './ground.ts';
import type { TourFacts } from './tourFacts.ts';

/** Numbers per slot in `SlotTable.figures` (one cache line), and where each stands. */
export const SLOT_FIGURES = 8;
/** No vehicle leaves the node before the slot sooner; the node behind it starts no later. See `TourFacts`. */
export const SOONEST_LEAVE = 0;
export const LATEST_BEHIND = 1;
export const LEG_SECONDS = 2;
export const LEG_METRES = 3;
export const PRICE = 4;
export const RIDE_ROOM = 5;
/** Locations, −1 where start or end is open. */
export const BEFORE = 6;
export const BEHIND = 7;

/**
 * The open slots of all vehicles. The slots of vehicle v are `base[v] … base[v] + count[v] − 1`, the first one being
 * slot `fixedCount` of its core tour; their soonest and latest times only grow.
 */
export interface SlotTable {
  readonly base: Int32Array;
  readonly room: Int32Array;
  /** `[v]`: 0 where nothing can be inserted. */
  readonly count: Int32Array;
  figures: Float64Array;
  /** `[slot]`: vehicle, and number of the load aboard. */
  vehicle: Int32Array;
  load: Int32Array;
  used: number;
}

/** An empty table for so many vehicles. */
export function createSlotTable(vehicles: number): SlotTable {
  return {
    base: new Int32Array(vehicles),
    room: new Int32Array(vehicles),
    count: new Int32Array(vehicles),
    figures: new Float64Array(SLOT_FIGURES * 64),
    vehicle: new Int32Array(64),
    load: new Int32Array(64),
    used: 0,
  };
}

/** Writes the slots of one vehicle; `loads[slot]` is the number of the load aboard there. */
export function writeSlots(
  table: SlotTable,
  tour: CoreTour,
  facts: TourFacts,
  ground: Ground,
  loads: Int32Array,
): void {
  const v = tour.vehicle;
  const count = tour.length + 1 - tour.fixedCount;
  reserveSlots(table, v, count);
  table.count[v] = count;
  const base = table.base[v]!;
  writeFigures(table.figures, base * SLOT_FIGURES, tour, facts, ground);
  for (let k = 0; k < count; k++) {
    table.vehicle[base + k] = v;
    table.load[base + k] = loads[tour.fixedCount + k]!;
  }
}

/** Writes the figures of a vehicle's open slots from index `at` on. */
export function writeFigures(
  figures: Float64Array,
  at: number,
  tour: CoreTour,
  facts: TourFacts,
  ground: Ground,
): void {
  for (let slot = tour.fixedCount, to = at; slot <= tour.length; slot++, to += SLOT_FIGURES) {
    figures[to + SOONEST_LEAVE] =
      Math.max(facts.ready[slot]!, ground.soonest[slot]! + facts.dwell[slot]!) - ground.margin;
    figures[to + LATEST_BEHIND] = Math.min(facts.hiAhead[slot]!, ground.latest[slot + 1]!);
    figures[to + LEG_SECONDS] = facts.legSeconds[slot]!;
    figures[to + LEG_METRES] = facts.legMetres[slot]!;
    figures[to + PRICE] = ground.prices[slot]!;
    figures[to + RIDE_ROOM] = facts.rideRoom[slot]! + ground.margin;
    figures[to + BEFORE] = facts.place[slot]!;
    figures[to + BEHIND] = facts.place[slot + 1]!;
  }
}

/** A vehicle that outgrows its place moves behind the last one, with room to grow. */
function reserveSlots(table: SlotTable, v: number, count: number): void {
  if (count <= table.room[v]!) return;
  const room = Math.ceil(count * 1.25) + 2;
  table.base[v] = table.used;
  table.room[v] = room;
  table.used += room;
  if (table.used <= table.load.length) return;
  const slots = Math.ceil(table.used * 1.5);
  const figures = new Float64Array(slots * SLOT_FIGURES);
  figures.set(table.figures);
  table.figures = figures;
  table.vehicle = longer(table.vehicle, slots);
  table.load = longer(table.load, slots);
}

function longer(old: Int32Array, length: number): Int32Array {
  const next = new Int32Array(length);
  next.set(old);
  return next;
}
