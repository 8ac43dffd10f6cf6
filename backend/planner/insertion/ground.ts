import type { PlanBreak } from '../model/vehicle.ts';
import { moveToBestTimes } from '../schedule/bestTimes.ts';
import { listBreaksDue } from '../schedule/breakPlacements.ts';
import type { CoreTour } from '../schedule/coreTour.ts';
import { readLegPrices } from '../schedule/legPrices.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { tourCost } from '../schedule/timedTour.ts';
import { findLeastTimes, readGreatestTimes, TIME_TOLERANCE } from '../schedule/timeline.ts';
import { dutyPriceOf, ridePriceOf } from '../schedule/timingPrices.ts';
import type { TimingWork } from '../schedule/timingWork.ts';
import { holdBack, writeTimeline } from '../schedule/tourTimes.ts';
import type { TourFacts } from './tourFacts.ts';

/**
 * What holds of a tour whatever an insertion makes of it, as long as the legs that get shorter do so by `margin` seconds
 * at most, all together.
 */
export interface Ground {
  readonly margin: number;
  /** `[node]`: the earliest and the latest start over all schedules of the relaxed tour. */
  readonly soonest: Float64Array;
  readonly latest: Float64Array;
  /**
   * `[slot]`: cost per second by which the slot's leg gets longer, for up to `cap` seconds in each of at most two slots;
   * and what a second at most saves by which it gets shorter.
   */
  readonly prices: Float64Array;
  readonly savings: Float64Array;
  readonly cap: number;
  /** Cost of the best times of the relaxed tour. */
  readonly relaxedCost: number;
  /** False when the prices could not be found; nothing is known then. */
  readonly areKnown: boolean;
}

/** Growth beyond this is priced as this, where the breaks could also be placed otherwise. */
const CAP_SECONDS = 1800;

/** `[k]`: the slot in which break `due[k]` is taken, or one of the two below. */
type Placement = readonly number[];

const OFF_DUTY_AFTER = -1;
const OFF_DUTY_BEFORE = -2;

interface PricedPlacement {
  readonly cost: number;
  readonly prices: Float64Array;
}

/**
 * Earliest and latest times and dual prices of a relaxed tour: legs take their least seconds and metres, the driving
 * limit is left aside, and a break only has to fit somewhere between the two visits of its slot, on the way if need be
 * (an insertion may let the vehicle drive part of the leg before the break).
 *
 * With a margin, latest times and greatest rides are looser by it: shift each start by what was saved before it, and a
 * schedule with shorter legs keeps the looser rules. Where breaks can be placed in several ways, each placement k gives
 * a bound cost[k] + prices[k] · δ, and the bound is the least of them: the prices returned stay below it up to the cap.
 */
export function findGround(
  prepared: PreparedProblem,
  tour: CoreTour,
  facts: TourFacts,
  work: TimingWork,
  margin: number,
): Ground {
  const { breaks } = prepared.vehicles[tour.vehicle]!;
  const due = listBreaksDue(prepared, tour).map((b) => breaks[b]!);
  const soonest = new Float64Array(facts.size).fill(Number.POSITIVE_INFINITY);
  const latest = new Float64Array(facts.size).fill(Number.NEGATIVE_INFINITY);
  const found: PricedPlacement[] = [];
  let areKnown = true;
  for (const placement of listPlacements(tour, facts, due, margin)) {
    if (!writeRelaxed(prepared, tour, facts, work, due, placement, margin)) continue;
    if (!findLeastTimes(work.line)) continue;
    readGreatestTimes(work.line, work.legPrice);
    for (let node = 0; node < facts.size; node++) {
      soonest[node] = Math.min(soonest[node]!, work.line.t[node]!);
      latest[node] = Math.max(latest[node]!, work.legPrice[node]!);
    }
    if (margin > 0) tighten(prepared, tour, facts, work, due, placement, margin);
    moveToBestTimes(work.line);
    const cost = tourCost(prepared, tour, work) - rideMarginCost(prepared, tour, facts, due.length > 0);
    if (!readLegPrices(work.line, work.legPrice)) areKnown = false;
    found.push({ cost, prices: work.legPrice.slice(0, facts.size) });
  }
  const lowered = lowerPrices(facts, found);
  const savings = withHeldBack(prepared, tour, lowered.savings);
  return { margin, soonest, latest, ...lowered, savings, areKnown: areKnown && found.length > 0 };
}

/**
 * A vehicle that is held back at its last fixed visit reaches the next one sooner when the leg between gets shorter. The
 * leg stands in that visit's earliest start then, and its own price says nothing: a second saved there brings all that
 * comes behind a second forward, and no more than the prices of duty, waits and rides together.
 */
function withHeldBack(prepared: PreparedProblem, tour: CoreTour, savings: Float64Array): Float64Array {
  const slot = tour.fixedCount;
  if (slot === 0 || slot >= tour.length || !(tour.earliestDeparture >= tour.fixedStarts[slot - 1]!)) {
    return savings;
  }
  const wait = prepared.weights.waitHour / 3600;
  const ride = ridePriceOf(prepared);
  let perSecond = dutyPriceOf(prepared.vehicles[tour.vehicle]!);
  for (let position = slot; position < tour.length; position++) {
    const visit = tour.visits[position]!;
    if (visit >= 0) perSecond += (visit & 1) === 0 ? wait : ride;
  }
  const held = savings.slice();
  held[slot] = Math.max(held[slot]!, perSecond);
  return held;
}

/** The prices of the tour itself are better than those of the looser one, if it is possible with this placement. */
function tighten(
  prepared: PreparedProblem,
  tour: CoreTour,
  facts: TourFacts,
  work: TimingWork,
  due: readonly PlanBreak[],
  placement: Placement,
  margin: number,
): void {
  if (writeRelaxed(prepared, tour, facts, work, due, placement, 0) && findLeastTimes(work.line)) return;
  writeRelaxed(prepared, tour, facts, work, due, placement, margin);
  findLeastTimes(work.line);
}

function lowerPrices(
  facts: TourFacts,
  found: readonly PricedPlacement[],
): Pick<Ground, 'prices' | 'savings' | 'cap' | 'relaxedCost'> {
  const relaxedCost = found.reduce((least, { cost }) => Math.min(least, cost), Number.POSITIVE_INFINITY);
  const [first] = found;
  if (found.length === 1) {
    return { prices: first!.prices, savings: first!.prices, cap: Number.POSITIVE_INFINITY, relaxedCost };
  }
  const prices = new Float64Array(facts.size).fill(Number.POSITIVE_INFINITY);
  const savings = new Float64Array(facts.size);
  for (const placement of found) {
    const surcharge = (placement.cost - relaxedCost) / (2 * CAP_SECONDS);
    for (let slot = 0; slot < prices.length; slot++) {
      prices[slot] = Math.min(prices[slot]!, placement.prices[slot]! + surcharge);
      savings[slot] = Math.max(savings[slot]!, placement.prices[slot]!);
    }
  }
  return { prices, savings, cap: CAP_SECONDS, relaxedCost };
}

/** Every way of taking the breaks that windows allow. An insertion may also put a visit between departure and a break. */
function listPlacements(
  tour: CoreTour,
  facts: TourFacts,
  due: readonly PlanBreak[],
  margin: number,
): Placement[] {
  let placements: number[][] = [[]];
  for (const { window, seconds } of due) {
    const longer: number[][] = [];
    for (const slots of placements) {
      longer.push([...slots, OFF_DUTY_AFTER], [...slots, OFF_DUTY_BEFORE]);
      for (let slot = Math.max(tour.fixedCount, ...slots); slot < facts.size - 1; slot++) {
        if (facts.ready[slot]! > window.latest + margin + TIME_TOLERANCE) break;
        if (facts.hiAhead[slot]! + TIME_TOLERANCE >= window.earliest + seconds) longer.push([...slots, slot]);
      }
    }
    placements = longer;
  }
  return placements;
}

/** Writes the relaxed tour; the nodes of the timeline are those of the facts. False when it is impossible at once. */
function writeRelaxed(
  prepared: PreparedProblem,
  tour: CoreTour,
  facts: TourFacts,
  work: TimingWork,
  due: readonly PlanBreak[],
  slots: Placement,
  margin: number,
): boolean {
  work.sequence.set(tour.visits.subarray(0, tour.length));
  work.count = tour.length;
  let departFrom = Number.NEGATIVE_INFINITY;
  let finishBy = Number.POSITIVE_INFINITY;
  due.forEach(({ window, seconds }, k) => {
    if (slots[k] === OFF_DUTY_AFTER) finishBy = Math.min(finishBy, window.latest);
    if (slots[k] === OFF_DUTY_BEFORE) departFrom = Math.max(departFrom, window.earliest + seconds);
  });
  if (!writeTimeline(prepared, tour, work, departFrom, finishBy)) return false;
  writeLeastLegs(tour, facts, work);
  const { line } = work;
  if (due.length > 0) lengthenRides(prepared, tour, facts, work);
  if (margin > 0) loosen(tour, work, margin);
  due.forEach(({ window, seconds }, k) => {
    const slot = slots[k]!;
    if (slot < 0) return;
    // Breaks in one slot follow each other: `before` and `after` are what the others in it take.
    let before = 0;
    let after = 0;
    due.forEach((other, o) => {
      if (slots[o] !== slot || o === k) return;
      if (o < k) before += other.seconds;
      else after += other.seconds;
    });
    line.gap[slot]! += seconds;
    if (slot > tour.fixedCount || slot === 0) {
      line.hi[slot] = Math.min(line.hi[slot]!, window.latest + margin - before - work.dwell[slot]!);
    } else if (line.lo[slot]! + work.dwell[slot]! + before > window.latest + margin + TIME_TOLERANCE) {
      line.hi[slot] = Number.NEGATIVE_INFINITY;
    }
    line.lo[slot + 1] = Math.max(line.lo[slot + 1]!, window.earliest + seconds + after);
  });
  return true;
}

/** Every leg takes the least seconds and metres the facts allow it, whatever layer that is. */
function writeLeastLegs(tour: CoreTour, facts: TourFacts, work: TimingWork): void {
  const { line, dwell, driving, metres, leaveFrom } = work;
  for (let node = 0; node < line.size - 1; node++) {
    driving[node] = facts.legSeconds[node]!;
    metres[node] = facts.legMetres[node]!;
    leaveFrom[node] = Number.NEGATIVE_INFINITY;
    line.gap[node] = node < tour.fixedCount ? Number.NEGATIVE_INFINITY : dwell[node]! + driving[node]!;
  }
  holdBack(tour, work);
}

/** A break may make a pickup open a stop that it joins now; its ride then counts from later. */
function lengthenRides(prepared: PreparedProblem, tour: CoreTour, facts: TourFacts, work: TimingWork): void {
  const { line } = work;
  for (let node = 1; node <= tour.length; node++) {
    const d = line.backFrom[node]!;
    if (d > 0) line.span[d]! += joinMargin(prepared, tour, facts, node);
  }
}

function rideMarginCost(
  prepared: PreparedProblem,
  tour: CoreTour,
  facts: TourFacts,
  mayPause: boolean,
): number {
  if (!mayPause) return 0;
  let seconds = 0;
  for (let node = tour.fixedCount + 1; node <= tour.length; node++) {
    if ((tour.visits[node - 1]! & 1) === 0) seconds += joinMargin(prepared, tour, facts, node);
  }
  return (seconds * prepared.weights.excessRideHour) / 3600;
}

/** Seconds by which the dwell at a node gets longer when it opens its stop; 0 when it does so already. */
function joinMargin(prepared: PreparedProblem, tour: CoreTour, facts: TourFacts, node: number): number {
  const visit = tour.visits[node - 1]!;
  return visit < 0 || node <= tour.fixedCount ? 0 : prepared.openDwell[visit]! - facts.dwell[node]!;
}

/** Latest times and greatest rides of all that is not fixed get looser by the margin. */
function loosen(tour: CoreTour, work: TimingWork, margin: number): void {
  const { line } = work;
  for (let node = 0; node < line.size; node++) {
    if (tour.fixedCount === 0 || node > tour.fixedCount) line.hi[node]! += margin;
    if (line.backTo[node]! >= 0) line.span[node]! += margin;
  }
}
