import type { CoreTour } from '../schedule/tourTimes.ts';
import type { SlotPrices } from './slotPrices.ts';
import type { TourFacts } from './tourFacts.ts';

/** Numbers per slot in `SlotTable.times`, and where each stands. */
export const SLOT_TIMES = 8;
export const READY = 0;
export const HI_AHEAD = 1;
export const LEG_SECONDS = 2;
export const LEG_METRES = 3;
export const PRICE = 4;
export const RIDE_ROOM = 5;
export const SOONEST_LEAVE = 6;
export const LATEST_BEHIND = 7;

/** Numbers per slot in `SlotTable.places`: location before and behind (−1: open), and the number of the load aboard. */
export const SLOT_PLACES = 4;
export const BEFORE = 0;
export const BEHIND = 1;
export const LOAD = 2;

/** Width of a step of the time grid, and how many steps there are; later times share the last one. */
const GRID_SECONDS = 900;
const GRID_STEPS = 144;

/**
 * The open slots of all vehicles side by side, so that a search runs through memory in order. The slots of vehicle v
 * are `base[v] … base[v] + count[v] − 1`, the first one being slot `fixedCount` of its core tour. Both `ready` and
 * `hiAhead` only grow along a vehicle's slots.
 */
export interface SlotTable {
  readonly vehicles: number;
  readonly base: Int32Array;
  readonly room: Int32Array;
  /** `[v]`: 0 where nothing can be inserted. */
  readonly count: Int32Array;
  times: Float64Array;
  places: Int32Array;
  used: number;
  /** `[step * vehicles + v]`: first slot of v whose `hiAhead` is not before the step. */
  readonly firstSlot: Uint16Array;
}

/** An empty table for so many vehicles. */
export function createSlotTable(vehicles: number): SlotTable {
  return {
    vehicles,
    base: new Int32Array(vehicles),
    room: new Int32Array(vehicles),
    count: new Int32Array(vehicles),
    times: new Float64Array(SLOT_TIMES * 64),
    places: new Int32Array(SLOT_PLACES * 64),
    used: 0,
    firstSlot: new Uint16Array(GRID_STEPS * vehicles),
  };
}

/** Step of the time grid that a second belongs to. */
export function gridStep(second: number): number {
  return Math.max(0, Math.min(GRID_STEPS - 1, Math.floor(second / GRID_SECONDS)));
}

/** Writes the slots of one vehicle; `loads[slot]` is the number of the load aboard there. */
export function writeSlots(
  table: SlotTable,
  tour: CoreTour,
  facts: TourFacts,
  prices: SlotPrices,
  loads: Int32Array,
): void {
  const v = tour.vehicle;
  const count = tour.length + 1 - tour.fixedCount;
  reserveSlots(table, v, count);
  table.count[v] = count;
  const { times, places } = table;
  for (let k = 0; k < count; k++) {
    const slot = tour.fixedCount + k;
    const at = (table.base[v]! + k) * SLOT_TIMES;
    times[at + READY] = facts.ready[slot]!;
    times[at + HI_AHEAD] = facts.hiAhead[slot]!;
    times[at + LEG_SECONDS] = facts.legSeconds[slot]!;
    times[at + LEG_METRES] = facts.legMetres[slot]!;
    times[at + PRICE] = prices.prices[slot]!;
    times[at + RIDE_ROOM] = facts.rideRoom[slot]!;
    times[at + SOONEST_LEAVE] = Math.max(facts.ready[slot]!, facts.soonest[slot]! + facts.dwell[slot]!);
    times[at + LATEST_BEHIND] = Math.min(facts.hiAhead[slot]!, facts.latest[slot + 1]!);
    const to = (table.base[v]! + k) * SLOT_PLACES;
    places[to + BEFORE] = facts.place[slot]!;
    places[to + BEHIND] = facts.place[slot + 1]!;
    places[to + LOAD] = loads[slot]!;
  }
  writeGrid(table, v);
}

/** Takes the vehicle out of the search. */
export function closeSlots(table: SlotTable, vehicle: number): void {
  table.count[vehicle] = 0;
  writeGrid(table, vehicle);
}

function writeGrid(table: SlotTable, v: number): void {
  const count = table.count[v]!;
  const from = table.base[v]! * SLOT_TIMES + HI_AHEAD;
  let k = 0;
  for (let step = 0; step < GRID_STEPS; step++) {
    while (step > 0 && k < count && table.times[from + k * SLOT_TIMES]! < step * GRID_SECONDS) k++;
    table.firstSlot[step * table.vehicles + v] = k;
  }
}

/** A vehicle that outgrows its place moves behind the last one, with room to grow. */
function reserveSlots(table: SlotTable, v: number, count: number): void {
  if (count <= table.room[v]!) return;
  const room = Math.ceil(count * 1.25) + 2;
  table.base[v] = table.used;
  table.room[v] = room;
  table.used += room;
  if (table.used * SLOT_PLACES <= table.places.length) return;
  const slots = Math.ceil(table.used * 1.5);
  const times = new Float64Array(slots * SLOT_TIMES);
  times.set(table.times);
  table.times = times;
  const places = new Int32Array(slots * SLOT_PLACES);
  places.set(table.places);
  table.places = places;
}
