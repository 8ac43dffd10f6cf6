import type { CoreTour } from './coreTour.ts';
import type { PreparedProblem } from './preparedProblem.ts';
import { TIME_TOLERANCE } from './timeline.ts';
import type { TimingWork } from './timingWork.ts';

/** The cheapest feasible times of a tour, breaks placed. Arrays run along `visits`. */
export interface TimedTour {
  readonly visits: readonly number[];
  readonly departure: number;
  readonly arrivals: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly departures: readonly number[];
  /** Empty when not asked for. */
  readonly slacks: readonly number[];
  readonly finish: number;
  readonly drivingSeconds: number;
  readonly drivingMetres: number;
  /** Objective of the vehicle: hours, kilometres, fixed cost, excess ride and wait of its riders. */
  readonly cost: number;
}

/** Reads arrivals, departures, waits and stays off the times just found. */
export function readClock(tour: CoreTour, work: TimingWork, prepared: PreparedProblem): void {
  const { line, count, dwell, rest, driving, arrive, leave, wait, stay, leaveFrom } = work;
  const isOpenStart = prepared.vehicles[tour.vehicle]!.startLocation === undefined;
  leave[0] = isOpenStart && count > 0 ? line.t[1]! : line.t[0]!;
  arrive[0] = leave[0]!;
  wait[0] = 0;
  stay[0] = 0;
  for (let node = 1; node <= count + 1; node++) {
    const start = line.t[node]!;
    const reached = leave[node - 1]! + driving[node - 1]!;
    arrive[node] = node <= tour.fixedCount ? Math.min(start, reached) : reached;
    wait[node] = node <= count ? Math.max(0, start - arrive[node]!) : 0;
    const ready = start + dwell[node]!;
    const isLast = node === count + 1;
    leave[node] = isLast
      ? arrive[node]!
      : Math.max(ready + rest[node]!, node < tour.fixedCount ? ready : leaveFrom[node]!);
    stay[node] = isLast ? 0 : leave[node]! - ready;
  }
}

/** The objective of the tour at the times just found. */
export function tourCost(prepared: PreparedProblem, tour: CoreTour, work: TimingWork): number {
  const vehicle = prepared.vehicles[tour.vehicle]!;
  const { line, sequence, count, dwell, rest, driving, metres, leaveFrom, pickupNode } = work;
  if (count === 0) return 0;
  const departure = vehicle.startLocation === undefined ? line.t[1]! : line.t[0]!;
  const leave = line.t[count]! + dwell[count]! + rest[count]!;
  const finish = Math.max(leave, leaveFrom[count]!) + driving[count]!;
  let drivenMetres = 0;
  for (let node = 0; node <= count; node++) drivenMetres += metres[node]!;
  let excess = 0;
  let waited = 0;
  for (let i = 0; i < count; i++) {
    const visit = sequence[i]!;
    if (visit < 0) continue;
    const start = line.t[i + 1]!;
    if (visit & 1) {
      const p = pickupNode[visit >> 1]!;
      excess += start - line.t[p]! - dwell[p]! - prepared.direct[visit >> 1]!;
    } else {
      waited += start - prepared.earliest[visit]!;
    }
  }
  return (
    vehicle.fixedCost +
    ((finish - departure) * vehicle.costPerHour) / 3600 +
    (drivenMetres * vehicle.costPerKilometre) / 1000 +
    (excess * prepared.weights.excessRideHour) / 3600 +
    (waited * prepared.weights.waitHour) / 3600
  );
}

/** Copies the clock out of the working arrays; slacks take the square of the length and are left empty on demand. */
export function readTimedTour(
  prepared: PreparedProblem,
  tour: CoreTour,
  work: TimingWork,
  cost: number,
  withSlacks: boolean,
): TimedTour {
  const { line, count, dwell, driving, metres, arrive, leave } = work;
  const along = (values: Float64Array): number[] => Array.from(values.subarray(1, count + 1));
  const sum = (values: Float64Array): number =>
    values.subarray(0, count + 1).reduce((total, value) => total + value, 0);
  const starts = along(line.t);
  const earliest = prepared.vehicles[tour.vehicle]!.window.earliest;
  return {
    visits: Array.from(work.sequence.subarray(0, count)),
    departure: count === 0 ? earliest : leave[0]!,
    arrivals: along(arrive),
    starts,
    ends: starts.map((start, i) => start + dwell[i + 1]!),
    departures: along(leave),
    slacks: withSlacks
      ? starts.map((start, i) => (i < tour.fixedCount ? 0 : latestStart(work, i + 1) - start))
      : [],
    finish: count === 0 ? earliest : arrive[count + 1]!,
    drivingSeconds: count === 0 ? 0 : sum(driving),
    drivingMetres: count === 0 ? 0 : sum(metres),
    cost,
  };
}

/**
 * The latest start at `node` when everything before it keeps its time: the greatest solution of the constraints behind
 * it (the forward time slack of Savelsbergh 1992, with ride times). Ride times pull dropoffs back to pickups, so the
 * backward pass is repeated until nothing moves.
 */
function latestStart(work: TimingWork, node: number): number {
  const { line } = work;
  const { size, hi, gap, backTo, span, t } = line;
  const g = line.supply;
  for (let i = node; i < size; i++) g[i] = Math.max(hi[i]!, t[i]!);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = size - 1; i >= node; i--) {
      const p = backTo[i]!;
      let most = g[i]!;
      if (i + 1 < size) most = Math.min(most, g[i + 1]! - gap[i]!);
      if (p >= 0) most = Math.min(most, (p < node ? t[p]! : g[p]!) + span[i]!);
      if (most >= g[i]! - TIME_TOLERANCE) continue;
      g[i] = most;
      changed = true;
    }
  }
  return Math.max(g[node]!, t[node]!);
}
