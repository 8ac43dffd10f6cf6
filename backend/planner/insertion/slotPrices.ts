import { moveToBestTimes } from '../schedule/bestTimes.ts';
import { forEachBreakPlacement } from '../schedule/breakPlacements.ts';
import { readLegPrices } from '../schedule/legPrices.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { readClock, tourCost } from '../schedule/timedTour.ts';
import { findLeastTimes, readGreatestTimes } from '../schedule/timeline.ts';
import { type CoreTour, type TimingWork, writeLeg, writeTimeline } from '../schedule/tourTimes.ts';
import type { TourFacts } from './tourFacts.ts';

/** What it costs at least to make the legs of a tour longer. */
export interface SlotPrices {
  /** `[slot]`: cost per second, for growth up to `cap` seconds in each of at most two slots. */
  readonly prices: Float64Array;
  readonly cap: number;
  /** Cost of the best times when legs take their least seconds and metres and the driving limit is left aside. */
  readonly relaxedCost: number;
  /** False when the prices could not be found; nothing is known then. */
  readonly areKnown: boolean;
}

/** Growth beyond this is priced as this, where the breaks could also be placed otherwise. */
const CAP_SECONDS = 1800;

/**
 * Dual prices of the legs of a tour; also completes the facts' `soonest` and `latest`. Where breaks can be placed in several ways, each placement k gives a bound
 * cost[k] + prices[k] · δ, and the bound is the least of them: the prices returned stay below it up to the cap.
 */
export function priceSlots(
  prepared: PreparedProblem,
  tour: CoreTour,
  facts: TourFacts,
  work: TimingWork,
): SlotPrices {
  const found: { cost: number; prices: Float64Array }[] = [];
  let areKnown = true;
  forEachBreakPlacement(prepared, tour, work, (departFrom, finishBy) => {
    if (!writeTimeline(prepared, tour, work, departFrom, finishBy)) return;
    writeLeastLegs(prepared, tour, facts, work);
    if (!findLeastTimes(work.line)) return;
    readGreatestTimes(work.line, work.legPrice);
    widenTimes(tour, facts, work);
    moveToBestTimes(work.line);
    readClock(tour, work, prepared);
    const cost = tourCost(prepared, tour, work);
    if (!readLegPrices(work.line, work.legPrice)) areKnown = false;
    found.push({ cost, prices: perSlot(facts, tour, work) });
  });
  const relaxedCost = found.reduce((least, { cost }) => Math.min(least, cost), Number.POSITIVE_INFINITY);
  if (found.length === 1)
    return { prices: found[0]!.prices, cap: Number.POSITIVE_INFINITY, relaxedCost, areKnown };
  const prices = new Float64Array(facts.size).fill(Number.POSITIVE_INFINITY);
  for (const placement of found) {
    const surcharge = (placement.cost - relaxedCost) / (2 * CAP_SECONDS);
    for (let slot = 0; slot < prices.length; slot++) {
      prices[slot] = Math.min(prices[slot]!, placement.prices[slot]! + surcharge);
    }
  }
  return { prices, cap: CAP_SECONDS, relaxedCost, areKnown: areKnown && found.length > 0 };
}

/** Every leg takes the least seconds and metres the facts allow it, whatever layer that is. */
function writeLeastLegs(prepared: PreparedProblem, tour: CoreTour, facts: TourFacts, work: TimingWork): void {
  const { line, sequence, travels } = work;
  let slot = 0;
  for (let node = 0; node < line.size - 1; node++) {
    if (node > 0 && (sequence[node - 1]! >= 0 || node <= tour.fixedCount)) slot++;
    writeLeg(prepared, tour, work, node, 0);
    const isDriven = travels[node] === 1;
    work.driving[node] = isDriven ? facts.legSeconds[slot]! : 0;
    work.metres[node] = isDriven ? facts.legMetres[slot]! : 0;
    if (node < tour.fixedCount) continue;
    line.hi[node] = work.baseHi[node]!;
    line.gap[node] = work.dwell[node]! + work.driving[node]!;
    const isHeld = node > 0 && node === tour.fixedCount && node < work.count;
    work.leaveFrom[node] = isHeld ? tour.earliestDeparture : Number.NEGATIVE_INFINITY;
    line.lo[node + 1] = Math.max(work.baseLo[node + 1]!, work.leaveFrom[node]! + work.driving[node]!);
  }
}

/** Opens the facts' earliest and latest starts to the times of one more placement (`work.legPrice`: greatest times). */
function widenTimes(tour: CoreTour, facts: TourFacts, work: TimingWork): void {
  const { soonest, latest } = facts;
  let core = 0;
  for (let node = 0; node < work.line.size; node++) {
    const isCore =
      node === 0 || node > work.count || work.sequence[node - 1]! >= 0 || node <= tour.fixedCount;
    if (!isCore) continue;
    soonest[core] = Math.min(soonest[core]!, work.line.t[node]!);
    latest[core] = Math.max(latest[core]!, work.legPrice[node]!);
    core++;
  }
}

/** The least price along each slot, breaks standing in it or not. */
function perSlot(facts: TourFacts, tour: CoreTour, work: TimingWork): Float64Array {
  const prices = new Float64Array(facts.size).fill(Number.POSITIVE_INFINITY);
  let slot = 0;
  for (let node = 0; node < work.line.size - 1; node++) {
    if (node > 0 && (work.sequence[node - 1]! >= 0 || node <= tour.fixedCount)) slot++;
    prices[slot] = Math.min(prices[slot]!, work.legPrice[node]!);
  }
  return prices;
}
