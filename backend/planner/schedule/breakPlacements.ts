import { UNREACHABLE } from '../model/travelTimes.ts';
import { mayLeaveFrom } from '../model/vehicle.ts';
import type { CoreTour } from './coreTour.ts';
import type { PreparedProblem } from './preparedProblem.ts';
import { TIME_TOLERANCE } from './timeline.ts';
import type { TimingWork } from './timingWork.ts';

/**
 * Calls `visit` for every way of taking the breaks that are due: off duty after the finish or before the departure, or
 * right after a visit, as far as windows and travel allow. `work.sequence` holds the visits with the breaks meanwhile;
 * `departFrom` and `finishBy` are the bounds that breaks off duty put on departure and finish.
 */
export function forEachBreakPlacement(
  prepared: PreparedProblem,
  tour: CoreTour,
  work: TimingWork,
  visit: (departFrom: number, finishBy: number) => void,
): void {
  work.sequence.set(tour.length === tour.visits.length ? tour.visits : tour.visits.subarray(0, tour.length));
  work.count = tour.length;
  const due = listBreaksDue(prepared, tour);
  if (due.length === 0) {
    visit(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    return;
  }
  measureFreedom(prepared, tour, work);
  const { breaks } = prepared.vehicles[tour.vehicle]!;
  const place = (at: number, from: number, departFrom: number, finishBy: number): void => {
    if (at === due.length) {
      visit(departFrom, finishBy);
      return;
    }
    const { window, seconds } = breaks[due[at]!]!;
    place(at + 1, from, departFrom, Math.min(finishBy, window.latest));
    place(at + 1, from, Math.max(departFrom, window.earliest + seconds), finishBy);
    for (let core = from; core <= tour.length; core++) {
      if (work.soonestEnd[core - 1]! > window.latest + TIME_TOLERANCE) return;
      const end = Math.max(work.soonestEnd[core - 1]!, window.earliest) + seconds;
      if (end > work.latestLeave[core - 1]! + TIME_TOLERANCE) continue;
      const position = core + (work.count - tour.length);
      work.sequence.copyWithin(position + 1, position, work.count);
      work.sequence[position] = -1 - due[at]!;
      work.count++;
      place(at + 1, core, departFrom, finishBy);
      work.count--;
      work.sequence.copyWithin(position, position + 1, work.count + 1);
    }
  };
  place(0, Math.max(1, tour.fixedCount), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
}

const NONE: readonly number[] = [];

/** Breaks not yet taken in the fixed part, in the order in which they are taken. */
export function listBreaksDue(prepared: PreparedProblem, tour: CoreTour): readonly number[] {
  const { breaks } = prepared.vehicles[tour.vehicle]!;
  if (breaks.length === 0 || tour.length === 0) return NONE;
  const taken = tour.visits.subarray(0, tour.fixedCount);
  return breaks
    .map((_, b) => b)
    .filter((b) => !taken.includes(-1 - b))
    .sort((a, b) => breaks[a]!.window.earliest - breaks[b]!.window.earliest || a - b);
}

/**
 * `soonestEnd[i]`: no service at core visit i ends sooner; `latestLeave[i]`: no vehicle that leaves it later keeps the
 * windows behind it. Both without breaks, which only take time; too loose they would change no answer, since whatever
 * passes is timed exactly.
 */
function measureFreedom(prepared: PreparedProblem, tour: CoreTour, work: TimingWork): void {
  const { soonestEnd, latestLeave } = work;
  const vehicle = prepared.vehicles[tour.vehicle]!;
  const n = tour.length;
  let ready = Math.max(mayLeaveFrom(vehicle), tour.earliestDeparture);
  for (let i = 0; i < n; i++) {
    const start = i < tour.fixedCount ? tour.fixedStarts[i]! : earliestStart(prepared, tour, i, ready);
    ready = start + dwellAt(prepared, tour, i);
    soonestEnd[i] = ready;
    if (i === tour.fixedCount - 1) ready = Math.max(ready, tour.earliestDeparture);
  }
  let latest = vehicle.window.latest;
  for (let i = n - 1; i >= 0; i--) {
    latestLeave[i] = latest - leastTravel(prepared, tour, i + 1);
    const visit = tour.visits[i]!;
    const own = i < tour.fixedCount ? tour.fixedStarts[i]! : prepared.latest[visit]!;
    latest = Math.min(own, latestLeave[i]! - dwellAt(prepared, tour, i));
  }
}

function earliestStart(prepared: PreparedProblem, tour: CoreTour, i: number, ready: number): number {
  return Math.max(prepared.earliest[tour.visits[i]!]!, ready + leastTravel(prepared, tour, i));
}

/** Least travel of any layer to core visit i from the place before it; i = length: to the end. */
function leastTravel(prepared: PreparedProblem, tour: CoreTour, i: number): number {
  const vehicle = prepared.vehicles[tour.vehicle]!;
  const from = i === 0 ? vehicle.startLocation : placeOf(prepared, tour, i - 1);
  const to = i === tour.length ? vehicle.endLocation : placeOf(prepared, tour, i);
  if (from === undefined || to === undefined) return 0;
  let least = UNREACHABLE;
  for (const layer of prepared.travel.layers) {
    least = Math.min(least, layer.seconds[from * prepared.travel.stride + to]!);
  }
  return least;
}

/** A break already taken stands where the visit before it was. */
function placeOf(prepared: PreparedProblem, tour: CoreTour, i: number): number | undefined {
  for (let k = i; k >= 0; k--) if (tour.visits[k]! >= 0) return prepared.location[tour.visits[k]!]!;
  return prepared.vehicles[tour.vehicle]!.startLocation;
}

function dwellAt(prepared: PreparedProblem, tour: CoreTour, i: number): number {
  const visit = tour.visits[i]!;
  if (visit < 0) return prepared.vehicles[tour.vehicle]!.breaks[-1 - visit]!.seconds;
  const before = i > 0 ? tour.visits[i - 1]! : -1;
  const joins = before >= 0 && prepared.location[before] === prepared.location[visit];
  return joins ? prepared.joinDwell[visit]! : prepared.openDwell[visit]!;
}
