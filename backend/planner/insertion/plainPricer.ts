import { UNREACHABLE } from '../model/travelTimes.ts';
import { moveToBestTimes } from '../schedule/bestTimes.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { createTimeline, findLeastTimes, type Timeline } from '../schedule/timeline.ts';
import { ridePriceOf } from '../schedule/timingPrices.ts';
import {
  NODE_DWELL,
  NODE_PLACE,
  type PairFigures,
  SLOT_LEG_METRES,
  SLOT_LEG_SECONDS,
  slotAt,
  VEHICLE_PER_METRE,
} from './pairFigures.ts';
import {
  PLAIN_BACK_TO,
  PLAIN_CONSTANT,
  PLAIN_DRIVING_METRES,
  PLAIN_DRIVING_SECONDS,
  PLAIN_FIGURES,
  PLAIN_GAP,
  PLAIN_HI,
  PLAIN_LO,
  PLAIN_PRICE,
  PLAIN_SPAN,
  PLAIN_WORTH,
  type PlainTour,
} from './plainTour.ts';

/** What is read of a priced insertion. */
export interface PlainInsertion {
  /** Objective of the changed tour; `Infinity` when it keeps its rules at no times. */
  cost: number;
  pickupStart: number;
  dropoffStart: number;
  drivingSeconds: number;
  drivingMetres: number;
}

/** Prices insertions into plain tours. Keeps a timeline between calls. */
export class PlainPricer {
  private line: Timeline = createTimeline(64);
  private worth = new Float64Array(64);
  readonly found: PlainInsertion = {
    cost: 0,
    pickupStart: 0,
    dropoffStart: 0,
    drivingSeconds: 0,
    drivingMetres: 0,
  };

  constructor(private readonly prepared: PreparedProblem) {}

  /**
   * The tour with request r in slots `i <= j`, exactly as `evaluateTour` would time it. The answer lasts until the next
   * call.
   */
  evaluate(tour: PlainTour, r: number, i: number, j: number): PlainInsertion {
    const { found } = this;
    const size = tour.size + 2;
    if (this.worth.length < size) {
      this.line = createTimeline(size * 2);
      this.worth = new Float64Array(size * 2);
    }
    this.line.size = size;
    this.copyNodes(tour, 0, i, 0, i, j);
    this.copyNodes(tour, i + 1, j, 1, i, j);
    this.copyNodes(tour, j + 1, tour.size - 1, 2, i, j);
    found.cost = Number.POSITIVE_INFINITY;
    const constant = this.writeRide(tour, r, i, j);
    if (!(constant < Number.POSITIVE_INFINITY) || !findLeastTimes(this.line)) return found;
    moveToBestTimes(this.line);
    const { t } = this.line;
    let cost = constant;
    for (let node = 0; node < size; node++) cost += this.worth[node]! * t[node]!;
    found.cost = cost;
    found.pickupStart = t[i + 1]!;
    found.dropoffStart = t[j + 2]!;
    return found;
  }

  /** Copies nodes `from … to` of the tour to places `shift` further on. */
  private copyNodes(
    { figures }: PlainTour,
    from: number,
    to: number,
    shift: number,
    i: number,
    j: number,
  ): void {
    const { line, worth } = this;
    for (let k = from; k <= to; k++) {
      const at = (k + 1) * PLAIN_FIGURES;
      const node = k + shift;
      line.lo[node] = figures[at + PLAIN_LO]!;
      line.hi[node] = figures[at + PLAIN_HI]!;
      line.gap[node] = figures[at + PLAIN_GAP]!;
      line.price[node] = figures[at + PLAIN_PRICE]!;
      worth[node] = figures[at + PLAIN_WORTH]!;
      line.backFrom[node] = -1;
      const p = figures[at + PLAIN_BACK_TO]!;
      if (p < 0) {
        line.backTo[node] = -1;
        continue;
      }
      const back = p > j ? p + 2 : p > i ? p + 1 : p;
      line.backTo[node] = back;
      line.backFrom[back] = node;
      line.span[node] = figures[at + PLAIN_SPAN]!;
    }
  }

  /** Writes the two new nodes and the legs around them; returns the constant of the objective. */
  private writeRide(tour: PlainTour, r: number, i: number, j: number): number {
    const { prepared, line, found } = this;
    const { core, figures, pairs } = tour;
    const p = r * 2;
    const d = p + 1;
    const pickup = prepared.location[p]!;
    const dropoff = prepared.location[d]!;
    const before = pairs[slotAt(i) + NODE_PLACE]!;
    const behind = pairs[slotAt(i + 1) + NODE_PLACE]!;
    const left = pairs[slotAt(j) + NODE_PLACE]!;
    const next = pairs[slotAt(j + 1) + NODE_PLACE]!;
    const excess = prepared.weights.excessRideHour / 3600;
    const wait = prepared.weights.waitHour / 3600;
    const pickupDwell = this.dwellOf(p, i > 0 && core.visits[i - 1]! >= 0 && before === pickup);
    const isJoined = i === j ? pickup === dropoff : core.visits[j - 1]! >= 0 && left === dropoff;
    const dropoffDwell = this.dwellOf(d, isJoined);
    this.openNode(i + 1, p, wait - ridePriceOf(prepared), wait - excess);
    this.openNode(j + 2, d, ridePriceOf(prepared), excess);
    line.backTo[j + 2] = i + 1;
    line.backFrom[i + 1] = j + 2;
    line.span[j + 2] = prepared.maxRide[r]! + pickupDwell;

    found.drivingSeconds = figures[PLAIN_DRIVING_SECONDS]!;
    found.drivingMetres = figures[PLAIN_DRIVING_METRES]!;
    this.dropLeg(pairs, i);
    if (j > i) this.dropLeg(pairs, j);
    const isOpen =
      this.addLeg(i, pairs[slotAt(i) + NODE_DWELL]!, before, pickup) &&
      (i === j
        ? this.addLeg(i + 1, pickupDwell, pickup, dropoff)
        : this.addLeg(i + 1, pickupDwell, pickup, behind) &&
          this.addLeg(j + 1, pairs[slotAt(j) + NODE_DWELL]!, left, dropoff)) &&
      this.addLeg(j + 2, dropoffDwell, dropoff, next);
    if (!isOpen) return Number.POSITIVE_INFINITY;
    let longer = this.changeDwell(tour, i, i === j ? dropoff : pickup, i === j ? 2 : 1);
    if (j > i) longer += this.changeDwell(tour, j, dropoff, 2);
    this.holdBack(tour);
    return (
      figures[PLAIN_CONSTANT]! -
      excess * (pickupDwell + prepared.direct[r]! + longer) -
      wait * prepared.earliest[p]! +
      found.drivingMetres * pairs[VEHICLE_PER_METRE]!
    );
  }

  private dwellOf(visit: number, joins: boolean): number {
    return joins ? this.prepared.joinDwell[visit]! : this.prepared.openDwell[visit]!;
  }

  private openNode(node: number, visit: number, price: number, worth: number): void {
    const { prepared, line } = this;
    line.lo[node] = prepared.earliest[visit]!;
    line.hi[node] = prepared.latest[visit]!;
    line.price[node] = price;
    line.backTo[node] = -1;
    line.backFrom[node] = -1;
    this.worth[node] = worth;
  }

  private dropLeg(pairs: PairFigures, slot: number): void {
    this.found.drivingSeconds -= pairs[slotAt(slot) + SLOT_LEG_SECONDS]!;
    this.found.drivingMetres -= pairs[slotAt(slot) + SLOT_LEG_METRES]!;
  }

  /** Writes the leg behind `node`; false when there is no road. */
  private addLeg(node: number, dwell: number, from: number, to: number): boolean {
    const { line, found, prepared } = this;
    if (from < 0 || to < 0) {
      line.gap[node] = dwell;
      return true;
    }
    const { layers, stride } = prepared.travel;
    const seconds = layers[0]!.seconds[from * stride + to]!;
    line.gap[node] = dwell + seconds;
    found.drivingSeconds += seconds;
    found.drivingMetres += layers[0]!.metres[from * stride + to]!;
    return seconds < UNREACHABLE;
  }

  /**
   * The visit behind `slot` opens its stop or joins the one at `place`, right before it now. Returns by how many seconds
   * its dwell gets longer, if it is a pickup, whose ride counts from the end of it.
   */
  private changeDwell(tour: PlainTour, slot: number, place: number, shift: number): number {
    const { line } = this;
    const { core, pairs } = tour;
    const visit = core.visits[slot];
    if (slot >= core.length || visit === undefined || visit < 0) return 0;
    const at = slotAt(slot + 1);
    const longer = this.dwellOf(visit, pairs[at + NODE_PLACE] === place) - pairs[at + NODE_DWELL]!;
    if (longer === 0) return 0;
    const node = slot + 1 + shift;
    line.gap[node]! += longer;
    if (visit & 1) return 0;
    const dropoff = line.backFrom[node]!;
    if (dropoff >= 0) line.span[dropoff]! += longer;
    return longer;
  }

  /** The tour's earliest departure holds behind the last fixed visit, whatever comes next. */
  private holdBack({ core, pairs }: PlainTour): void {
    const fixed = core.fixedCount;
    if (fixed === 0) return;
    const { line } = this;
    const leg = line.gap[fixed]! - pairs[slotAt(fixed) + NODE_DWELL]!;
    line.lo[fixed + 1] = Math.max(line.lo[fixed + 1]!, core.earliestDeparture + leg);
  }
}
