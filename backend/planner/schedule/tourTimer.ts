import { moveToBestTimes } from './bestTimes.ts';
import { forEachBreakPlacement } from './breakPlacements.ts';
import type { CoreTour } from './coreTour.ts';
import { findLongDrive } from './drivingRule.ts';
import { createKeptTour, type KeptTour, keepTour } from './keptTour.ts';
import type { PreparedProblem } from './preparedProblem.ts';
import { readClock, readTimedTour, type TimedTour, tourCost } from './timedTour.ts';
import { findLeastTimes, TIME_TOLERANCE } from './timeline.ts';
import { createTimingWork, ensureRoom, type TimingWork } from './timingWork.ts';
import { keepBounds, writeLeg, writeLegs, writeTimeline } from './tourTimes.ts';

/** Rules that a search may leave aside, to find out which one binds. */
export interface RelaxedRules {
  readonly breaks?: boolean;
  readonly drivingLimit?: boolean;
}

/** Rest is planned in so many parts at most: ways of resting grow with their number beyond all measure. */
const MOST_PARTS = 4;

/**
 * Times tours of one problem. Every placement of the breaks that are due, every assignment of legs to travel layers
 * and every way of resting within the driving limit (in parts of the least length that counts) is tried as far as the
 * times allow, each with its exact best times; the cheapest wins, the first found among equals. Loads, skills and
 * forbidden pairs are not looked at. Keeps working arrays between calls.
 */
export class TourTimer {
  private work: TimingWork = createTimingWork(64);
  private tour!: CoreTour;
  private relaxed: RelaxedRules = {};
  private wantsTimes = false;
  private wantsSlacks = false;
  private best: TimedTour | undefined;
  private bestCost = Number.POSITIVE_INFINITY;
  private readonly closed = new Set<number>();
  /** The best times of the last `evaluateCost`. */
  readonly kept: KeptTour = createKeptTour();

  constructor(private readonly prepared: PreparedProblem) {}

  /** The best times, or `undefined` when no times keep the rules. Slacks are empty unless asked for. */
  findBestTimes(tour: CoreTour, relaxed: RelaxedRules = {}, withSlacks = false): TimedTour | undefined {
    this.wantsTimes = true;
    this.wantsSlacks = withSlacks;
    this.search(tour, relaxed);
    return this.best;
  }

  /**
   * Cost of the best times, which stand in `kept` until the next call; `Infinity` when no times keep the rules or all
   * cost `most` or more: the less that is, the sooner that shows.
   */
  evaluateCost(tour: CoreTour, most = Number.POSITIVE_INFINITY): number {
    this.wantsTimes = false;
    this.search(tour, {}, most);
    return this.bestCost < most ? this.bestCost : Number.POSITIVE_INFINITY;
  }

  /** The working arrays, with room for the tour, until the next call. */
  borrowWork(tour: CoreTour): TimingWork {
    const { breaks } = this.prepared.vehicles[tour.vehicle]!;
    this.work = ensureRoom(this.work, tour.length + breaks.length, this.prepared.requests.length);
    return this.work;
  }

  private search(tour: CoreTour, relaxed: RelaxedRules, most = Number.POSITIVE_INFINITY): void {
    const { prepared } = this;
    const { breaks } = prepared.vehicles[tour.vehicle]!;
    const work = this.borrowWork(tour);
    this.tour = tour;
    this.relaxed = relaxed;
    this.best = undefined;
    this.bestCost = most;
    if (relaxed.breaks || breaks.length === 0) {
      work.sequence.set(tour.visits.subarray(0, tour.length));
      work.count = tour.length;
      this.timeSequence(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    } else {
      forEachBreakPlacement(prepared, tour, work, this.timeSequence);
    }
  }

  private readonly timeSequence = (departFrom: number, finishBy: number): void => {
    const { prepared, tour, work } = this;
    if (!writeTimeline(prepared, tour, work, departFrom, finishBy)) return;
    if (prepared.travel.layers.length === 1) {
      if (writeLegs(prepared, tour, work)) this.rest();
      return;
    }
    keepBounds(work);
    for (let node = 0; node < tour.fixedCount; node++) {
      writeLeg(prepared, tour, work, node, this.layerAt(work.baseLo[node]! + work.dwell[node]!));
    }
    this.assignLayers(tour.fixedCount, 0, work.baseLo[tour.fixedCount]!);
  };

  private layerAt(second: number): number {
    const { layers } = this.prepared.travel;
    let l = 0;
    while (l + 1 < layers.length && layers[l + 1]!.fromSecond <= second) l++;
    return l;
  }

  /**
   * Gives the leg that leaves `node` every layer in which it could depart; `earliest` is the least start at the node.
   * Departures only get later along a tour, so layers never go back.
   */
  private assignLayers(node: number, from: number, earliest: number): void {
    const { prepared, tour, work } = this;
    const { line } = work;
    if (node === line.size - 1) {
      this.rest();
      return;
    }
    const choices = work.travels[node] === 1 ? prepared.travel.layers.length : from + 1;
    for (let l = from; l < choices; l++) {
      if (!writeLeg(prepared, tour, work, node, l)) continue;
      if (earliest > line.hi[node]! + TIME_TOLERANCE) continue;
      const next = Math.max(line.lo[node + 1]!, earliest + line.gap[node]!);
      if (next <= work.baseHi[node + 1]! + TIME_TOLERANCE) this.assignLayers(node + 1, l, next);
    }
    line.lo[node + 1] = work.baseLo[node + 1]!;
    line.hi[node] = work.baseHi[node]!;
  }

  /** Best times; then, while a stretch drives too long, one part of rest more at each place in it. */
  private rest(): void {
    const { prepared, tour, work } = this;
    if (!findLeastTimes(work.line)) return;
    moveToBestTimes(work.line);
    const cost = tourCost(prepared, tour, work);
    if (cost >= this.bestCost) return;
    const { drivingLimit: limit, driven } = prepared.vehicles[tour.vehicle]!;
    if (limit || this.wantsTimes) readClock(tour, work, prepared);
    const long =
      limit && !this.relaxed.drivingLimit
        ? findLongDrive(limit, work, work.line.size, tour.fixedCount, driven)
        : undefined;
    if (!limit || !long) {
      this.bestCost = cost;
      if (this.wantsTimes) this.best = readTimedTour(prepared, tour, work, cost, this.wantsSlacks);
      else keepTour(work, this.kept);
      return;
    }
    const part = Math.max(limit.minPartSeconds, limit.restSeconds / MOST_PARTS, 1);
    const tried: number[] = [];
    for (let node = Math.max(long.from, tour.fixedCount, 1); node <= long.to; node++) {
      if (this.closed.has(node)) continue;
      if (this.addRest(node, part)) this.rest();
      this.addRest(node, -part);
      this.closed.add(node);
      tried.push(node);
    }
    for (const node of tried) this.closed.delete(node);
  }

  private addRest(node: number, seconds: number): boolean {
    const { prepared, tour, work } = this;
    work.rest[node]! += seconds;
    if (prepared.travel.layers.length > 1) return writeLeg(prepared, tour, work, node, work.layer[node]!);
    work.line.gap[node]! += seconds;
    return true;
  }
}
