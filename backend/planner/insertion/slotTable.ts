import type { CoreTour } from '../schedule/coreTour.ts';
import type { Ground } from './ground.ts';
import type { LegShrink } from './legShrink.ts';
import type { TourFacts } from './tourFacts.ts';

/** Numbers per slot in `SlotTable.strict` and `.loose` (one cache line), and where each stands. */
export const SLOT_FIGURES = 8;
/** No vehicle leaves the node before the slot sooner; the node behind it starts no later. */
export const SOONEST_LEAVE = 0;
export const LATEST_BEHIND = 1;
export const LEG_SECONDS = 2;
export const LEG_METRES = 3;
export const PRICE = 4;
export const RIDE_ROOM = 5;
/** Locations, −1 where start or end is open. */
export const BEFORE = 6;
export const BEHIND = 7;

/** Numbers per vehicle in `SlotTable.vehicles`, and where each stands. */
export const VEHICLE_FIGURES = 8;
export const PER_METRE = 0;
/** See `Ground.cap`, of the strict and the loose ground. */
export const STRICT_CAP = 1;
export const LOOSE_CAP = 2;
/** What an insertion costs before anything is known of it: fixed cost of opening, less what the relaxed cost leaves out. */
export const STRICT_BASE = 3;
export const LOOSE_BASE = 4;
/** Margin of the loose ground; `Infinity`: nothing is known of the vehicle. */
export const MARGIN = 5;
/** Metres by which a leg may get shorter, see `LegShrink`; seconds by which a dwell may get longer. */
export const METRE_SHRINK = 6;
export const DWELL_GROWTH = 7;

/**
 * The open slots of all vehicles in flat arrays, so that a search touches little memory. The slots of vehicle v are
 * `base[v] … base[v] + count[v] − 1`, the first one being slot `fixedCount` of its core tour; their soonest and latest
 * times only grow.
 */
export interface SlotTable {
  readonly base: Int32Array;
  readonly room: Int32Array;
  /** `[v]`: 0 where nothing can be inserted. */
  readonly count: Int32Array;
  readonly vehicles: Float64Array;
  /** Figures that hold as long as nothing gets shorter, and those that hold within the margin. */
  strict: Float64Array;
  loose: Float64Array;
  /** `[slot]`: see `Ground.savings`, of the loose ground. */
  savings: Float64Array;
  /**
   * `[slot]`: by how many seconds the dwell behind gets shorter when its visit joins a stop; negative when it joins one
   * now and gets longer when it no longer does.
   */
  joinGain: Float64Array;
  /** `[slot]`: number of the load aboard. */
  load: Int32Array;
  used: number;
}

/** What is written of one vehicle. */
export interface SlotEntry {
  readonly core: CoreTour;
  readonly facts: TourFacts;
  readonly strict: Ground;
  readonly loose: Ground;
  readonly perMetre: number;
  readonly opening: number;
  readonly cost: number;
  readonly shrink: LegShrink;
  /** `[slot]`: number of the load aboard. */
  readonly loadNumbers: Int32Array;
  /** `[slot]`: see `SlotTable.joinGain`. */
  readonly joinGains: Float64Array;
}

/** An empty table for so many vehicles and, to begin with, slots. */
export function createSlotTable(vehicles: number, slots: number): SlotTable {
  return {
    base: new Int32Array(vehicles),
    room: new Int32Array(vehicles),
    count: new Int32Array(vehicles),
    vehicles: new Float64Array(vehicles * VEHICLE_FIGURES),
    strict: new Float64Array(SLOT_FIGURES * slots),
    loose: new Float64Array(SLOT_FIGURES * slots),
    savings: new Float64Array(slots),
    joinGain: new Float64Array(slots),
    load: new Int32Array(slots),
    used: 0,
  };
}

/** Writes the slots of one vehicle in place of its old ones. */
export function writeSlots(table: SlotTable, entry: SlotEntry): void {
  const { core, facts, strict, loose } = entry;
  const v = core.vehicle;
  const count = core.length + 1 - core.fixedCount;
  reserveSlots(table, v, count);
  table.count[v] = count;
  const base = table.base[v]!;
  writeFigures(table.strict, base * SLOT_FIGURES, core, facts, strict);
  writeFigures(table.loose, base * SLOT_FIGURES, core, facts, loose);
  for (let k = 0; k < count; k++) {
    const slot = core.fixedCount + k;
    table.savings[base + k] = loose.savings[slot]!;
    table.joinGain[base + k] = entry.joinGains[slot]!;
    table.load[base + k] = entry.loadNumbers[slot]!;
  }
  const at = v * VEHICLE_FIGURES;
  table.vehicles[at + PER_METRE] = entry.perMetre;
  table.vehicles[at + STRICT_CAP] = strict.cap;
  table.vehicles[at + LOOSE_CAP] = loose.cap;
  table.vehicles[at + STRICT_BASE] = entry.opening - (entry.cost - strict.relaxedCost);
  table.vehicles[at + LOOSE_BASE] = entry.opening - (entry.cost - loose.relaxedCost);
  table.vehicles[at + MARGIN] = loose.margin;
  table.vehicles[at + METRE_SHRINK] = entry.shrink.metres;
  table.vehicles[at + DWELL_GROWTH] = entry.joinGains.reduce((most, gain) => Math.max(most, -gain), 0);
}

/** Takes the vehicle out of the search. */
export function closeSlots(table: SlotTable, vehicle: number): void {
  table.count[vehicle] = 0;
}

function writeFigures(
  figures: Float64Array,
  at: number,
  core: CoreTour,
  facts: TourFacts,
  ground: Ground,
): void {
  for (let slot = core.fixedCount, to = at; slot <= core.length; slot++, to += SLOT_FIGURES) {
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
  table.strict = longerFloats(table.strict, slots * SLOT_FIGURES);
  table.loose = longerFloats(table.loose, slots * SLOT_FIGURES);
  table.savings = longerFloats(table.savings, slots);
  table.joinGain = longerFloats(table.joinGain, slots);
  table.load = longerInts(table.load, slots);
}

function longerFloats(old: Float64Array, length: number): Float64Array {
  const next = new Float64Array(length);
  next.set(old);
  return next;
}

function longerInts(old: Int32Array, length: number): Int32Array {
  const next = new Int32Array(length);
  next.set(old);
  return next;
}
