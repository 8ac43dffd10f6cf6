import type { PlanProblem, PlanRequest, PlanVehicle, Tour } from '../../backend/planner/index.ts';
import { SeededRandom } from './seededRandom.ts';

/** How large a made-up day is. */
export interface LargeDaySize {
  readonly vehicles: number;
  /** Visits per vehicle, an even number. */
  readonly stops: number;
  readonly locations: number;
  /** How many requests to try that no tour carries. */
  readonly probes: number;
  readonly seed: number;
  /** One break of 45 min around noon for every vehicle. */
  readonly withBreaks?: boolean;
}

/** A day under way: every tour keeps its rules, and the probes are requests that call in. */
export interface LargeDay {
  readonly problem: PlanProblem;
  readonly tours: readonly Tour[];
  readonly probes: readonly PlanRequest[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const REGION_METRES = 60_000;
const TOWNS = 20;
const METRES_PER_SECOND = 11;
const ROAD_FACTOR = 1.3;

/**
 * Drives every vehicle through a day of rides near its own town and draws windows around the times it kept, so that
 * the tours are feasible and as tight as real ones.
 */
export function createLargeDay(size: LargeDaySize): LargeDay {
  const random = new SeededRandom(size.seed);
  const points = scatterPoints(random, size.locations);
  const travel = measure(points);
  const near = points.map((point) => nearest(points, point, Math.ceil(points.length / 8)));
  const legSeconds = (from: number, to: number) => travel.layers[0]!.seconds[from * points.length + to]!;
  const requests: PlanRequest[] = [];
  const vehicles: PlanVehicle[] = [];
  const tours: Tour[] = [];
  for (let v = 0; v < size.vehicles; v++) {
    const home = random.below(points.length);
    const visits = mixVisits(random, requests.length, size.stops / 2);
    let clock = random.between(7 * 3600, 9 * 3600);
    const start = clock;
    let place = home;
    let aboard = 0;
    let hasPaused = size.withBreaks !== true;
    const places = new Map<number, number>();
    const starts = new Map<number, number>();
    for (const visit of visits) {
      const from = visit & 1 ? places.get(visit - 1)! : home;
      const to = random.pick(near[from]!);
      if (!hasPaused && clock > 11.5 * 3600) {
        hasPaused = true;
        clock += 45 * 60;
      }
      clock += legSeconds(place, to) + (aboard === 0 && random.chance(0.4) ? random.between(0, 1800) : 0);
      aboard += visit & 1 ? -1 : 1;
      places.set(visit, to);
      starts.set(visit, clock);
      clock += visit & 1 ? 40 : 60;
      place = to;
    }
    for (const visit of [...visits].sort((a, b) => a - b)) {
      if (visit & 1) continue;
      const direct = legSeconds(places.get(visit)!, places.get(visit + 1)!);
      const ride = starts.get(visit + 1)! - starts.get(visit)! - 60;
      requests.push(
        createRequest(random, `r${visit >> 1}`, places.get(visit)!, places.get(visit + 1)!, {
          earliest: starts.get(visit)! - random.between(300, 900),
          latest: starts.get(visit)! + random.between(300, 1500),
          maxRide: Math.round(Math.max(1.5 * direct + 900, ride * 1.1)),
          dropoff: random.chance(0.4) ? starts.get(visit + 1)! : undefined,
        }),
      );
    }
    vehicles.push({
      id: `v${v}`,
      startLocation: home,
      endLocation: home,
      window: { earliest: start - 3600, latest: clock + legSeconds(place, home) + 3600 },
      configurations: random.chance(0.5)
        ? [[8, 2, 0]]
        : [
            [4, 2, 0],
            [7, 0, 1],
          ],
      skills: random.chance(0.6) ? 1 : 3,
      operator: 1 << random.below(3),
      breaks: size.withBreaks ? [{ window: { earliest: 11 * 3600, latest: 14 * 3600 }, seconds: 2700 }] : [],
      costPerHour: 3000,
      costPerKilometre: 30,
      fixedCost: 0,
    });
    tours.push({ vehicle: v, visits, fixedCount: 0, fixedStarts: [] });
  }
  const probes = Array.from({ length: size.probes }, (_, i) => {
    const from = random.below(points.length);
    const to = random.pick(near[from]!);
    const earliest = random.between(8 * 3600, 16 * 3600);
    const maxRide = Math.round(1.5 * legSeconds(from, to) + 900);
    return createRequest(random, `probe${i}`, from, to, {
      earliest,
      latest: earliest + 1800,
      maxRide,
      dropoff: undefined,
    });
  });
  const weights = { excessRideHour: 600, waitHour: 300 };
  return { problem: { travel, requests, vehicles, placeUse: [[0], [1], [2]], weights }, tours, probes };
}

function createRequest(
  random: SeededRandom,
  id: string,
  from: number,
  to: number,
  times: { earliest: number; latest: number; maxRide: number; dropoff: number | undefined },
): PlanRequest {
  const isWheelchair = random.chance(0.1);
  return {
    id,
    pickupLocation: from,
    dropoffLocation: to,
    pickupWindow: { earliest: times.earliest, latest: times.latest },
    dropoffWindow:
      times.dropoff === undefined
        ? { earliest: 0, latest: 100_000 }
        : {
            earliest: times.dropoff - random.between(600, 1800),
            latest: times.dropoff + random.between(120, 900),
          },
    maxRideSeconds: times.maxRide,
    load: isWheelchair ? [0, 1, 0] : [random.chance(0.2) ? 2 : 1, 0, 0],
    pickupDwellSeconds: 60,
    pickupJoinSeconds: 20,
    dropoffDwellSeconds: 40,
    dropoffJoinSeconds: 15,
    neededSkills: id.startsWith('probe') && isWheelchair ? 2 : 0,
    allowedOperators: id.startsWith('probe') && random.chance(0.3) ? 3 : 7,
  };
}

/** Pickups and dropoffs of `count` requests in a random order that never has more than two parties aboard. */
function mixVisits(random: SeededRandom, first: number, count: number): number[] {
  const visits: number[] = [];
  const aboard: number[] = [];
  let next = first;
  while (visits.length < count * 2) {
    const canBoard = next < first + count && aboard.length < 2;
    if (canBoard && (aboard.length === 0 || random.chance(0.4))) {
      aboard.push(next);
      visits.push(next * 2);
      next++;
    } else {
      const [gone] = aboard.splice(random.below(aboard.length), 1);
      visits.push(gone! * 2 + 1);
    }
  }
  return visits;
}

function scatterPoints(random: SeededRandom, count: number): Point[] {
  const towns = Array.from({ length: TOWNS }, () => ({
    x: random.below(REGION_METRES),
    y: random.below(REGION_METRES),
  }));
  return Array.from({ length: count }, () => {
    if (random.chance(0.3)) return { x: random.below(REGION_METRES), y: random.below(REGION_METRES) };
    const town = random.pick(towns);
    const spread = () => (random.fraction() + random.fraction() + random.fraction() - 1.5) * 5000;
    return { x: town.x + spread(), y: town.y + spread() };
  });
}

function measure(points: readonly Point[]) {
  const size = points.length;
  const seconds = new Int32Array(size * size);
  const metres = new Int32Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const length = Math.hypot(points[a]!.x - points[b]!.x, points[a]!.y - points[b]!.y) * ROAD_FACTOR;
      metres[a * size + b] = Math.round(length);
      seconds[a * size + b] = Math.round(length / METRES_PER_SECOND);
    }
  }
  return { stride: size, size, layers: [{ fromSecond: 0, seconds, metres }] };
}

function nearest(points: readonly Point[], to: Point, count: number): number[] {
  const away = (i: number) => Math.hypot(points[i]!.x - to.x, points[i]!.y - to.y);
  return points
    .map((_, i) => i)
    .sort((a, b) => away(a) - away(b))
    .slice(1, count + 1);
}
