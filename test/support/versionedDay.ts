import {
  evaluateTour,
  findInsertions,
  isSchedule,
  type PlanProblem,
  type PlanRequest,
  type PlanVehicle,
  type PreparedDay,
  prepareProblem,
  type Tour,
  type TravelTimes,
  type Visit,
} from '../../backend/planner/index.ts';
import { SeededRandom } from './seededRandom.ts';
import { createSmallDay } from './smallProblem.ts';

/** One version of a day: the problem with its requests in an order of its own, and the tours. */
export interface DayVersion {
  readonly problem: PlanProblem;
  readonly tours: readonly Tour[];
  /** Requests in no tour, by number; they can be tried. */
  readonly probes: readonly number[];
}

/** A vehicle's tour by request ids, so that it stays the same when requests get other numbers. */
interface NamedTour {
  readonly stops: readonly (readonly [id: string, isDropoff: boolean])[];
  readonly fixedStarts: readonly number[];
  readonly earliestDeparture: number | undefined;
}

/**
 * Versions of a made-up small day that follow each other as in a dispatch office: rides are booked, given back and
 * promised anew, visits become history, the clock moves on, a shift is shortened, a new address is learned. Requests get
 * new numbers in every version.
 */
export function listVersions(seed: number, count: number): DayVersion[] {
  const random = new SeededRandom(seed * 7919 + 13);
  const { problem, schedules } = createSmallDay(seed);
  const full = withRoom(random, problem.travel);
  let known = problem.travel.size;
  let vehicles = [...problem.vehicles];
  const requests = new Map(problem.requests.map((request) => [request.id, request]));
  const tours = new Map<number, NamedTour>();
  for (const schedule of schedules) {
    const core = schedule.visits.filter((visit) => visit >= 0);
    const isHistoryPlain = schedule.visits.slice(0, schedule.fixedCount).every((visit) => visit >= 0);
    tours.set(schedule.vehicle, {
      stops: core.map((visit) => [problem.requests[visit >> 1]!.id, (visit & 1) === 1] as const),
      fixedStarts: isHistoryPlain ? schedule.fixedStarts.slice(0, schedule.fixedCount) : [],
      earliestDeparture: schedule.earliestDeparture,
    });
  }
  const write = (): DayVersion =>
    writeVersion(random, { ...problem, vehicles, travel: { ...full, size: known } }, requests, tours);
  const versions = [write()];
  while (versions.length < count) {
    const present = versions.at(-1)!;
    const kind = random.below(7);
    if (kind <= 1) book(random, present, tours);
    else if (kind === 2) giveBack(random, tours);
    else if (kind === 3) promise(random, requests);
    else if (kind === 4) moveClock(random, present, tours);
    else if (kind === 5) vehicles = shortenShift(random, vehicles);
    else if (known < full.size) known = learnAddress(random, requests, known);
    versions.push(write());
  }
  return versions;
}

/** Two more locations than are known at first; their cells are there, as in a growing matrix. */
function withRoom(random: SeededRandom, travel: TravelTimes): TravelTimes {
  const stride = travel.size + 2;
  const layers = travel.layers.map((layer) => {
    const seconds =
      layer.seconds instanceof Int32Array ? new Int32Array(stride ** 2) : new Float64Array(stride ** 2);
    const metres = new Int32Array(stride ** 2);
    for (let a = 0; a < stride; a++) {
      for (let b = 0; b < stride; b++) {
        const isOld = a < travel.size && b < travel.size;
        const old = a * travel.stride + b;
        const way = random.between(20, 900);
        seconds[a * stride + b] = isOld ? layer.seconds[old]! : a === b ? 0 : way;
        metres[a * stride + b] = isOld ? layer.metres[old]! : a === b ? 0 : way * 10;
      }
    }
    return { fromSecond: layer.fromSecond, seconds, metres };
  });
  return { stride, size: stride, layers };
}

function writeVersion(
  random: SeededRandom,
  base: PlanProblem,
  requests: ReadonlyMap<string, PlanRequest>,
  tours: ReadonlyMap<number, NamedTour>,
): DayVersion {
  const shuffled = [...requests.values()]
    .map((request) => ({ request, at: random.fraction() }))
    .sort((a, b) => a.at - b.at)
    // A copy, because every view of a day makes its requests anew.
    .map(({ request }) => structuredClone(request));
  const numbers = new Map(shuffled.map((request, r) => [request.id, r]));
  const written = base.vehicles.map((_, vehicle): Tour => {
    const tour = tours.get(vehicle);
    const visits: Visit[] = (tour?.stops ?? []).map(
      ([id, isDropoff]) => numbers.get(id)! * 2 + (isDropoff ? 1 : 0),
    );
    const fixedStarts = tour?.fixedStarts ?? [];
    const held = tour?.earliestDeparture;
    return {
      vehicle,
      visits,
      fixedCount: fixedStarts.length,
      fixedStarts,
      ...(held === undefined ? {} : { earliestDeparture: held }),
    };
  });
  const planned = new Set(written.flatMap(({ visits }) => visits.map((visit) => visit >> 1)));
  return {
    problem: { ...base, requests: shuffled, vehicles: structuredClone(base.vehicles) },
    tours: written,
    probes: shuffled.map((_, r) => r).filter((r) => !planned.has(r)),
  };
}

/** Puts a request that waits where it happens to fit. */
function book(
  random: SeededRandom,
  { problem, tours, probes }: DayVersion,
  named: Map<number, NamedTour>,
): void {
  if (probes.length === 0) return;
  const r = random.pick(probes);
  const prepared = prepareProblem(problem);
  for (let attempt = 0; attempt < 8; attempt++) {
    const tour = random.pick(tours);
    const p = random.between(tour.fixedCount, tour.visits.length);
    const d = random.between(p, tour.visits.length);
    const visits = [
      ...tour.visits.slice(0, p),
      r * 2,
      ...tour.visits.slice(p, d),
      r * 2 + 1,
      ...tour.visits.slice(d),
    ];
    if (!isSchedule(evaluateTour(prepared, { ...tour, visits }))) continue;
    const own = named.get(tour.vehicle)!;
    const stops = visits.map((visit) => [problem.requests[visit >> 1]!.id, (visit & 1) === 1] as const);
    named.set(tour.vehicle, { ...own, stops });
    return;
  }
}

function giveBack(random: SeededRandom, named: Map<number, NamedTour>): void {
  const vehicle = random.pick([...named.keys()]);
  const tour = named.get(vehicle)!;
  const open = tour.stops.slice(tour.fixedStarts.length).filter(([, isDropoff]) => !isDropoff);
  if (open.length === 0) return;
  const [gone] = random.pick(open);
  named.set(vehicle, { ...tour, stops: tour.stops.filter(([id]) => id !== gone) });
}

function promise(random: SeededRandom, requests: Map<string, PlanRequest>): void {
  const request = random.pick([...requests.values()]);
  const { earliest, latest } = request.pickupWindow;
  requests.set(request.id, {
    ...request,
    pickupWindow: { earliest, latest: latest + random.between(1, 300) },
  });
}

/** One more visit is history, or the clock alone moves; a clock that holds nothing back as well. */
function moveClock(
  random: SeededRandom,
  { problem, tours }: DayVersion,
  named: Map<number, NamedTour>,
): void {
  const prepared = prepareProblem(problem);
  const now = random.below(2500);
  for (const tour of tours) {
    const own = named.get(tour.vehicle)!;
    const timed = evaluateTour(prepared, tour);
    const isNext = random.chance(0.3) && isSchedule(timed) && timed.visits[tour.fixedCount]! >= 0;
    const fixedStarts = [...own.fixedStarts];
    if (isNext) fixedStarts.push(timed.starts[tour.fixedCount]!);
    // The street reports later than it was planned.
    else if (fixedStarts.length > 0 && random.chance(0.3))
      fixedStarts[fixedStarts.length - 1]! += random.below(120);
    named.set(tour.vehicle, { ...own, fixedStarts, earliestDeparture: now });
  }
}

function shortenShift(random: SeededRandom, vehicles: readonly PlanVehicle[]): PlanVehicle[] {
  const shortened = random.below(vehicles.length);
  return vehicles.map((vehicle, v) => {
    const { earliest, latest } = vehicle.window;
    return v === shortened
      ? { ...vehicle, window: { earliest, latest: latest - random.below(300) } }
      : vehicle;
  });
}

/** A waiting request comes from a place nobody asked for before. */
function learnAddress(random: SeededRandom, requests: Map<string, PlanRequest>, known: number): number {
  const request = random.pick([...requests.values()]);
  const id = `${request.id}-${known}`;
  requests.set(id, { ...request, id, pickupLocation: known });
  return known + 1;
}

/** Everything a day answers about its probes: every insertion in order, with all that is told of it. */
export function askEverything(day: PreparedDay, probes: readonly number[]) {
  return probes.map((probe) => findInsertions(day, probe, { limit: 1000, explain: false }).insertions);
}
