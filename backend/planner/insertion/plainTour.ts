import type { CoreTour } from '../schedule/coreTour.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { dutyPriceOf, ridePriceOf } from '../schedule/timingPrices.ts';
import { fixedDeparture } from '../schedule/tourTimes.ts';
import type { PairFigures } from './pairFigures.ts';
import type { TourFacts } from './tourFacts.ts';

/**
 * A tour whose times are one system of differences: one layer of travel, no breaks to place, no driving limit. The
 * system of the tour with a request put in differs in a few places, so that it is copied and not written anew. Nodes as
 * in `TourFacts`.
 */
export interface PlainTour {
  readonly core: CoreTour;
  /** Number of nodes. */
  readonly size: number;
  /** Figures of the tour, then `PLAIN_FIGURES` of each node. */
  readonly figures: Float64Array;
  /** See `PairFigures`. */
  readonly pairs: PairFigures;
}

export const PLAIN_FIGURES = 8;
/** Figures of the tour: what the objective holds beside Σ worth · t; its driving. */
export const PLAIN_CONSTANT = 0;
export const PLAIN_DRIVING_SECONDS = 1;
export const PLAIN_DRIVING_METRES = 2;
/** Figures of a node, as in `Timeline`; the worth is its price in the objective itself, without broken ties. */
export const PLAIN_LO = 0;
export const PLAIN_HI = 1;
export const PLAIN_GAP = 2;
export const PLAIN_PRICE = 3;
export const PLAIN_WORTH = 4;
export const PLAIN_BACK_TO = 5;
export const PLAIN_SPAN = 6;

/** The plain tour, or `undefined` where times are more than one system. */
export function readPlainTour(
  prepared: PreparedProblem,
  core: CoreTour,
  facts: TourFacts,
  pairs: PairFigures,
): PlainTour | undefined {
  const vehicle = prepared.vehicles[core.vehicle]!;
  if (prepared.travel.layers.length > 1 || vehicle.breaks.length > 0 || vehicle.drivingLimit)
    return undefined;
  const { size } = facts;
  const figures = new Float64Array((size + 1) * PLAIN_FIGURES);
  figures[PLAIN_CONSTANT] = vehicle.fixedCost;
  for (let node = 0; node < size; node++) {
    const at = (node + 1) * PLAIN_FIGURES;
    figures[at + PLAIN_LO] = facts.lo[node]!;
    figures[at + PLAIN_HI] = facts.hi[node]!;
    figures[at + PLAIN_GAP] =
      node < core.fixedCount ? Number.NEGATIVE_INFINITY : facts.dwell[node]! + facts.legSeconds[node]!;
    figures[at + PLAIN_BACK_TO] = -1;
    if (node === size - 1) break;
    figures[PLAIN_DRIVING_SECONDS]! += facts.legSeconds[node]!;
    figures[PLAIN_DRIVING_METRES]! += facts.legMetres[node]!;
  }
  writeDuty(prepared, core, facts, figures);
  writeRides(prepared, core, facts, figures);
  return { core, size, figures, pairs };
}

function writeDuty(prepared: PreparedProblem, core: CoreTour, facts: TourFacts, figures: Float64Array): void {
  const vehicle = prepared.vehicles[core.vehicle]!;
  const first = PLAIN_FIGURES;
  const last = facts.size * PLAIN_FIGURES;
  figures[first + PLAIN_PRICE] = -dutyPriceOf(vehicle);
  figures[last + PLAIN_PRICE] = dutyPriceOf(vehicle);
  figures[first + PLAIN_WORTH] = -vehicle.costPerHour / 3600;
  figures[last + PLAIN_WORTH] = vehicle.costPerHour / 3600;
  if (vehicle.maxDurationSeconds !== undefined) {
    figures[last + PLAIN_BACK_TO] = 0;
    figures[last + PLAIN_SPAN] = vehicle.maxDurationSeconds;
  }
  if (core.fixedCount === 0) return;
  const departure = fixedDeparture(prepared, facts.place[0]!, facts.place[1]!, core.fixedStarts[0]!);
  figures[first + PLAIN_LO] = departure;
  figures[first + PLAIN_HI] = departure;
}

function writeRides(
  prepared: PreparedProblem,
  core: CoreTour,
  facts: TourFacts,
  figures: Float64Array,
): void {
  const { excessRideHour, waitHour } = prepared.weights;
  const pickupNode = new Map<number, number>();
  for (let node = 1; node <= core.length; node++) {
    const visit = core.visits[node - 1]!;
    if (visit < 0) continue;
    const at = (node + 1) * PLAIN_FIGURES;
    const r = visit >> 1;
    if ((visit & 1) === 0) {
      pickupNode.set(r, node);
      figures[at + PLAIN_PRICE] = waitHour / 3600 - ridePriceOf(prepared);
      figures[at + PLAIN_WORTH] = (waitHour - excessRideHour) / 3600;
      figures[PLAIN_CONSTANT]! -= (prepared.earliest[visit]! * waitHour) / 3600;
      continue;
    }
    const p = pickupNode.get(r)!;
    figures[at + PLAIN_PRICE] = ridePriceOf(prepared);
    figures[at + PLAIN_WORTH] = excessRideHour / 3600;
    figures[PLAIN_CONSTANT]! -= ((facts.dwell[p]! + prepared.direct[r]!) * excessRideHour) / 3600;
    if (node <= core.fixedCount) continue;
    figures[at + PLAIN_BACK_TO] = p;
    figures[at + PLAIN_SPAN] = prepared.maxRide[r]! + facts.dwell[p]!;
  }
}
