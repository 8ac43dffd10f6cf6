import type { Schedule } from '../model/plan.ts';
import { type CoreTour, coreTourOf } from '../schedule/coreTour.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import { greatestTie } from '../schedule/timingPrices.ts';
import { ensureRoom, type TimingWork } from '../schedule/timingWork.ts';
import type { TourTimer } from '../schedule/tourTimer.ts';
import { findGround, type Ground } from './ground.ts';
import { readJoinGains } from './joinChange.ts';
import { greatestShrink, type LegShrink } from './legShrink.ts';
import type { LoadBook } from './loadBook.ts';
import { type PairFigures, writePairFigures } from './pairFigures.ts';
import { type PlainTour, readPlainTour } from './plainTour.ts';
import { LAYER_MARGIN, readTourFacts, type TourFacts } from './tourFacts.ts';
import type { TravelRowStore } from './travelRows.ts';

/** One vehicle's schedule, ready for tried insertions. */
export interface PreparedSchedule {
  readonly schedule: Schedule;
  readonly core: CoreTour;
  /** `[i]`: position in `schedule.visits` of visit i of `core`; `[core.length]` is the number of visits. */
  readonly positions: readonly number[];
  /** Objective of the best times; `Infinity` when the tour, as it stands, keeps its rules at no times. */
  readonly cost: number;
  /** `[i]`: number in the day's `loads` of the load before visit i of `core`. */
  readonly loadNumbers: Int32Array;
  readonly facts: TourFacts;
  readonly figures: PairFigures;
  /** Absent where the times of the tour are more than one system of differences. */
  readonly plain: PlainTour | undefined;
  /** Holds as long as nothing gets shorter. */
  readonly strict: Ground;
  /** Holds while nothing gets shorter by more than its margin. */
  readonly loose: Ground;
  /** `[slot]`: see `readJoinGains`. */
  readonly joinGains: Float64Array;
  /** Over the locations known; infinite seconds when nothing is known of the tour. */
  readonly shrink: LegShrink;
  readonly perMetre: number;
  /** Fixed cost that an insertion adds because the vehicle is unused, less what broken ties may add to a bound. */
  readonly opening: number;
}

/** What is needed to prepare schedules. */
export interface PreparingTools {
  readonly prepared: PreparedProblem;
  readonly timer: TourTimer;
  readonly loads: LoadBook;
  readonly rows: TravelRowStore;
  /** Locations below this have been looked at for legs that get shorter. */
  readonly shrinkKnown: number;
  work: TimingWork;
}

/** No leg is known to get shorter. */
export const NO_SHRINK: LegShrink = { seconds: 0, metres: 0 };

/** Prepares one schedule, whose legs are known to get shorter by `shrink` at least. */
export function prepareSchedule(
  day: PreparingTools,
  schedule: Schedule,
  shrink: LegShrink,
): PreparedSchedule {
  const { prepared } = day;
  const vehicle = prepared.vehicles[schedule.vehicle]!;
  const core = coreTourOf(schedule);
  const cost = day.timer.evaluateCost(core);
  const facts = readTourFacts(prepared, core);
  const joinGains = readJoinGains(prepared, core, facts.place);
  const grounds = findGrounds(
    day,
    core,
    facts,
    joinGains,
    cost < Number.POSITIVE_INFINITY ? shrink : undefined,
  );
  const loadNumbers = numberLoads(day, core, addLoads(prepared, core));
  const perMetre = vehicle.costPerKilometre / 1000;
  const opening = (core.length > 0 ? 0 : vehicle.fixedCost) - greatestTie(prepared, vehicle, core.length + 1);
  const figures = writePairFigures({
    core,
    facts,
    ...grounds,
    loadNumbers,
    cost,
    perMetre,
    perSecond: vehicle.costPerHour / 3600,
    opening,
    timeCost: timeCostOf(prepared, core, facts, cost),
    shrinkSeconds: grounds.shrink.seconds,
  });
  return {
    schedule,
    core,
    positions: corePositions(schedule),
    cost,
    loadNumbers,
    facts,
    figures,
    plain: readPlainTour(prepared, core, facts, figures),
    joinGains,
    ...grounds,
    perMetre,
    opening,
  };
}

/**
 * Seconds that an insertion may save at most: by two legs that get shorter and two visits that join a stop instead of
 * opening it. `Infinity` when nothing is known.
 */
function marginOf(day: PreparingTools, joinGains: Float64Array, shrink: number): number {
  const gain = joinGains.reduce((most, own) => Math.max(most, own), 0);
  const margin = 2 * (gain + shrink);
  return day.prepared.travel.layers.length > 1 && margin > LAYER_MARGIN ? Number.POSITIVE_INFINITY : margin;
}

/** `[i]`: position in the schedule of visit i of its core tour; behind them the number of visits. */
export function corePositions({ visits, fixedCount }: Schedule): number[] {
  const positions: number[] = [];
  visits.forEach((visit, i) => {
    if (visit >= 0 || i < fixedCount) positions.push(i);
  });
  positions.push(visits.length);
  return positions;
}

/** Strict and loose ground; without `shrink` the vehicle is closed anyway. */
function findGrounds(
  day: PreparingTools,
  core: CoreTour,
  facts: TourFacts,
  joinGains: Float64Array,
  shrink: LegShrink | undefined,
): Pick<PreparedSchedule, 'strict' | 'loose' | 'shrink'> {
  const { prepared } = day;
  const { breaks } = prepared.vehicles[core.vehicle]!;
  day.work = ensureRoom(day.work, core.length + breaks.length, prepared.requests.length);
  const strict = findGround(prepared, core, facts, day.work, 0);
  const unknown = {
    strict,
    loose: { ...strict, margin: Number.POSITIVE_INFINITY },
    shrink: { seconds: Number.POSITIVE_INFINITY, metres: 0 },
  };
  if (!shrink || !strict.areKnown) return unknown;
  const found = greatestShrink(prepared, day.rows, facts, core.fixedCount, 0, day.shrinkKnown);
  const known = {
    seconds: Math.max(shrink.seconds, found.seconds),
    metres: Math.max(shrink.metres, found.metres),
  };
  const margin = marginOf(day, joinGains, known.seconds);
  if (margin === Number.POSITIVE_INFINITY) return unknown;
  const loose = margin === 0 ? strict : findGround(prepared, core, facts, day.work, margin);
  return loose.areKnown ? { strict, loose, shrink: known } : unknown;
}

function timeCostOf(prepared: PreparedProblem, core: CoreTour, facts: TourFacts, cost: number): number {
  if (core.length === 0) return 0;
  const vehicle = prepared.vehicles[core.vehicle]!;
  const { excessRideHour, waitHour } = prepared.weights;
  const metres = facts.legMetres.reduce((sum, leg) => sum + leg, 0);
  const least =
    (metres * vehicle.costPerKilometre) / 1000 +
    (facts.leastExcess * excessRideHour) / 3600 +
    (facts.leastWait * waitHour) / 3600;
  return cost - vehicle.fixedCost - least;
}

/** `[i * kinds + k]`: load before visit i of the tour. */
function addLoads(prepared: PreparedProblem, core: CoreTour): Int32Array {
  const { kinds } = prepared;
  const loadBefore = new Int32Array((core.length + 1) * kinds);
  for (let i = 0; i < core.length; i++) {
    const visit = core.visits[i]!;
    for (let k = 0; k < kinds; k++) {
      const change = visit < 0 ? 0 : prepared.load[(visit >> 1) * kinds + k]!;
      loadBefore[(i + 1) * kinds + k] = loadBefore[i * kinds + k]! + (visit & 1 ? -change : change);
    }
  }
  return loadBefore;
}

function numberLoads(day: PreparingTools, core: CoreTour, loadBefore: Int32Array): Int32Array {
  const rules = day.prepared.capacity[core.vehicle]!;
  const places = JSON.stringify(day.prepared.vehicles[core.vehicle]!.configurations);
  const numbers = new Int32Array(core.length + 1);
  for (let slot = 0; slot <= core.length; slot++) {
    numbers[slot] = day.loads.numberOf(places, rules, loadBefore, slot * rules.kinds);
  }
  return numbers;
}
