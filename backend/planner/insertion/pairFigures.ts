import type { CoreTour } from '../schedule/coreTour.ts';
import type { Ground } from './ground.ts';
import type { TourFacts } from './tourFacts.ts';

/**
 * What the bounds of a vehicle's pairs of slots stand on, in one array, so that a vehicle that is looked at costs few
 * memory accesses: first figures of the vehicle, then `PAIR_FIGURES` figures for each node and the slot behind it.
 */
export type PairFigures = Float64Array;

/** How many figures a node has. */
const PAIR_FIGURES = 16;

/** Figures of the vehicle: index in the array. */
export const VEHICLE_COST = 0;
export const VEHICLE_PER_METRE = 1;
export const VEHICLE_PER_SECOND = 2;
/** See `PreparedSchedule.opening`. */
export const VEHICLE_OPENING = 3;
/** The cost without fixed cost, least kilometres, least excess rides and least waits. */
export const VEHICLE_TIME_COST = 4;
export const VEHICLE_STRICT_COST = 5;
export const VEHICLE_STRICT_CAP = 6;
export const VEHICLE_SHRINK = 7;
export const VEHICLE_WHOLE_CHAIN = 8;

/** Figures of node i and slot i: index from `slotAt(i)`. */
export const NODE_PLACE = 0;
export const NODE_DWELL = 1;
export const NODE_CHAIN = 2;
export const SLOT_READY = 3;
export const SLOT_LEAVE = 4;
export const SLOT_BY = 5;
export const SLOT_LOOSE_LEAVE = 6;
export const SLOT_LOOSE_BY = 7;
export const SLOT_LEG_SECONDS = 8;
export const SLOT_LEG_METRES = 9;
export const SLOT_ROOM = 10;
export const SLOT_PRICE = 11;
export const SLOT_DEPART_BY = 12;
export const SLOT_FINISH_FROM = 13;
export const SLOT_COMPANY = 14;
export const SLOT_LOAD = 15;

/** Where the figures of node and slot i begin. */
export function slotAt(i: number): number {
  return (i + 1) * PAIR_FIGURES;
}

/** What is known of a vehicle when its figures are written. */
export interface FiguredVehicle {
  readonly core: CoreTour;
  readonly facts: TourFacts;
  readonly strict: Ground;
  readonly loose: Ground;
  readonly loadNumbers: Int32Array;
  readonly cost: number;
  readonly perMetre: number;
  readonly perSecond: number;
  readonly opening: number;
  readonly timeCost: number;
  readonly shrinkSeconds: number;
}

/** Writes the figures of one vehicle. */
export function writePairFigures(vehicle: FiguredVehicle): PairFigures {
  const { facts, strict, loose } = vehicle;
  const { size } = facts;
  const figures = new Float64Array(slotAt(size));
  figures[VEHICLE_COST] = vehicle.cost;
  figures[VEHICLE_PER_METRE] = vehicle.perMetre;
  figures[VEHICLE_PER_SECOND] = vehicle.perSecond;
  figures[VEHICLE_OPENING] = vehicle.opening;
  figures[VEHICLE_TIME_COST] = vehicle.timeCost;
  figures[VEHICLE_STRICT_COST] = strict.relaxedCost;
  figures[VEHICLE_STRICT_CAP] = strict.cap;
  figures[VEHICLE_SHRINK] = vehicle.shrinkSeconds;
  figures[VEHICLE_WHOLE_CHAIN] = facts.chain[size - 1]!;
  for (let i = 0; i < size; i++) {
    const at = slotAt(i);
    figures[at + NODE_PLACE] = facts.place[i]!;
    figures[at + NODE_DWELL] = facts.dwell[i]!;
    figures[at + NODE_CHAIN] = facts.chain[i]!;
    if (i === size - 1) break;
    figures[at + SLOT_READY] = facts.ready[i]!;
    figures[at + SLOT_LEAVE] = Math.max(facts.ready[i]!, strict.soonest[i]! + facts.dwell[i]!);
    figures[at + SLOT_BY] = Math.min(facts.hiAhead[i]!, strict.latest[i + 1]!);
    figures[at + SLOT_LOOSE_LEAVE] =
      Math.max(facts.ready[i]!, loose.soonest[i]! + facts.dwell[i]!) - loose.margin;
    figures[at + SLOT_LOOSE_BY] = Math.min(facts.hiAhead[i]!, loose.latest[i + 1]!);
    figures[at + SLOT_LEG_SECONDS] = facts.legSeconds[i]!;
    figures[at + SLOT_LEG_METRES] = facts.legMetres[i]!;
    figures[at + SLOT_ROOM] = facts.rideRoom[i]!;
    figures[at + SLOT_PRICE] = strict.prices[i]!;
    figures[at + SLOT_DEPART_BY] = facts.departBy[i]!;
    figures[at + SLOT_FINISH_FROM] = facts.finishFrom[i]!;
    figures[at + SLOT_COMPANY] = facts.company[i]!;
    figures[at + SLOT_LOAD] = vehicle.loadNumbers[i] ?? 0;
  }
  return figures;
}
