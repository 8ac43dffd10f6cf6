import { UNREACHABLE } from '../model/travelTimes.ts';
import type { Violation } from '../model/violation.ts';
import type { CoreTour } from './coreTour.ts';
import type { PreparedProblem } from './preparedProblem.ts';
import { findLeastTimes, TIME_TOLERANCE } from './timeline.ts';
import type { TimingWork } from './timingWork.ts';
import { TourTimer } from './tourTimer.ts';
import { holdBack, keepBounds, writeLeg, writeTimeline } from './tourTimes.ts';

/** Which rules of time a tour breaks for which no times exist, told at the earliest times it could keep. */
export function listTimeViolations(prepared: PreparedProblem, timer: TourTimer, tour: CoreTour): Violation[] {
  const vehicle = tour.vehicle;
  const missing = listMissingRoads(prepared, tour);
  if (missing.length > 0) return missing;
  if (timer.findBestTimes(tour, { drivingLimit: true })) return [{ code: 'drivingTooLong', vehicle }];
  if (timer.findBestTimes(tour, { breaks: true, drivingLimit: true }))
    return [{ code: 'missingBreak', vehicle }];
  if (departsUnrested(prepared, tour)) return [{ code: 'restTooShort', vehicle }];
  return listWindowViolations(prepared, tour, timer.borrowWork(tour));
}

/** Were there times if the driver needed no rest before the duty? */
function departsUnrested(prepared: PreparedProblem, tour: CoreTour): boolean {
  const { restedFrom, ...vehicle } = prepared.vehicles[tour.vehicle]!;
  if (restedFrom === undefined || tour.fixedCount > 0) return false;
  const vehicles = prepared.vehicles.map((other, v) => (v === tour.vehicle ? vehicle : other));
  return new TourTimer({ ...prepared, vehicles }).findBestTimes(tour) !== undefined;
}

function listMissingRoads(prepared: PreparedProblem, tour: CoreTour): Violation[] {
  const vehicle = prepared.vehicles[tour.vehicle]!;
  const places = Array.from(tour.visits.subarray(0, tour.length), (visit) =>
    visit < 0 ? undefined : prepared.location[visit]!,
  );
  const found: Violation[] = [];
  let from = vehicle.startLocation;
  [...places, vehicle.endLocation].forEach((to, position) => {
    if (to === undefined) return;
    const { layers, stride } = prepared.travel;
    const isClosed = (cell: number) => layers.every((layer) => !(layer.seconds[cell]! < UNREACHABLE));
    if (from !== undefined && position >= tour.fixedCount && isClosed(from * stride + to)) {
      found.push({ code: 'noRoad', vehicle: tour.vehicle, position });
    }
    from = to;
  });
  return found;
}

/** Lets the tour run as early as it can and reports what is late; then which ride or duty does not fit as well. */
function listWindowViolations(prepared: PreparedProblem, tour: CoreTour, work: TimingWork): Violation[] {
  work.sequence.set(tour.visits.subarray(0, tour.length));
  work.count = tour.length;
  writeTimeline(prepared, tour, work, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  keepBounds(work);
  const { line } = work;
  for (let node = 0; node < line.size - 1; node++) writeFastestLeg(prepared, tour, work, node);
  holdBack(tour, work);
  const found: Violation[] = [];
  const { t, lo, hi, gap } = line;
  for (let node = 0; node < line.size; node++) {
    t[node] = node === 0 ? lo[0]! : Math.max(lo[node]!, t[node - 1]! + gap[node - 1]!);
    const late = t[node]! - hi[node]!;
    if (late <= TIME_TOLERANCE) continue;
    if (node === 0 || node === line.size - 1)
      found.push({ code: 'outsideShift', vehicle: tour.vehicle, amount: late });
    else found.push(late1(tour, work.sequence[node - 1]!, node - 1, late));
  }
  return found.length > 0 ? found : listRideViolations(tour, work);
}

function late1(tour: CoreTour, visit: number, position: number, amount: number): Violation {
  return { code: 'late', vehicle: tour.vehicle, position, request: visit >> 1, amount };
}

function writeFastestLeg(prepared: PreparedProblem, tour: CoreTour, work: TimingWork, node: number): void {
  let fastest = 0;
  for (let l = 1; l < prepared.travel.layers.length; l++) {
    const cell = work.place[node]! * prepared.travel.stride + work.place[node + 1]!;
    const { layers } = prepared.travel;
    if (work.travels[node] && layers[l]!.seconds[cell]! < layers[fastest]!.seconds[cell]!) fastest = l;
  }
  writeLeg(prepared, tour, work, node, fastest);
  work.line.hi[node] = work.baseHi[node]!;
  if (node + 1 > tour.fixedCount) work.line.lo[node + 1] = work.baseLo[node + 1]!;
}

/** Adds ride times and the duty one by one; those that leave no times are reported and taken out again. */
function listRideViolations(tour: CoreTour, work: TimingWork): Violation[] {
  const { line, sequence, count } = work;
  const wanted = line.backTo.slice(0, line.size);
  line.backTo.fill(-1, 0, line.size);
  const found: Violation[] = [];
  for (let node = 1; node < line.size; node++) {
    if (wanted[node]! < 0) continue;
    line.backTo[node] = wanted[node]!;
    if (findLeastTimes(line)) continue;
    line.backTo[node] = -1;
    if (node === count + 1) found.push({ code: 'dutyTooLong', vehicle: tour.vehicle });
    else {
      const request = sequence[node - 1]! >> 1;
      found.push({ code: 'rideTooLong', vehicle: tour.vehicle, position: node - 1, request });
    }
  }
  return found.length > 0 ? found : [{ code: 'timesImpossible', vehicle: tour.vehicle }];
}
