import { SeededRandom } from '../../backend/planner/improvement/random.ts';
import type { PlanProblem, PlanRequest, PlanVehicle } from '../../backend/planner/index.ts';

/** What a generated day is to be like. */
export interface ClusteredDayOptions {
  readonly rides: number;
  readonly vehicles: number;
  readonly seed: number;
}

const TOWNS = 12;
const POINTS = 600;
const DEPOTS = 5;
/** Metres a second: 40 km/h, roads a third longer than the straight line. */
const SPEED = 11.1;
const WINDING = 1.3;
const DAY = { opens: 7 * 3600, closes: 19 * 3600 };

/**
 * A service day of a rural region of 45 × 35 km: boarding points clustered around a dozen towns, most rides between a
 * town's surroundings and a town's middle, half asked to depart after a time and half to arrive by one, eight-seat
 * vehicles from five depots. Rides last at most half as long again as the direct way and 15 minutes. Cost is kilometres.
 */
export function createClusteredDay({ rides, vehicles, seed }: ClusteredDayOptions): PlanProblem {
  const random = new SeededRandom(seed);
  const towns = Array.from({ length: TOWNS }, () => ({
    x: random.fraction() * 45_000,
    y: random.fraction() * 35_000,
    size: 0.3 + random.fraction(),
  }));
  const weight = towns.reduce((sum, town) => sum + town.size, 0);
  const drawTown = () => {
    let left = random.fraction() * weight;
    return towns.findIndex(({ size }) => {
      left -= size;
      return left <= 0;
    });
  };
  const points: { x: number; y: number; town: number; isMiddle: boolean }[] = [];
  for (let k = 0; k < POINTS + DEPOTS; k++) {
    const t = k < DEPOTS ? k % TOWNS : Math.max(0, drawTown());
    const isMiddle = k < DEPOTS || k % 5 === 0;
    const spread = isMiddle ? 600 : 4_000;
    points.push({
      x: towns[t]!.x + bell(random) * spread,
      y: towns[t]!.y + bell(random) * spread,
      town: t,
      isMiddle,
    });
  }
  const size = points.length;
  const seconds = new Int32Array(size * size);
  const metres = new Int32Array(size * size);
  points.forEach((a, from) => {
    points.forEach((b, to) => {
      const apart = Math.hypot(a.x - b.x, a.y - b.y) * WINDING;
      metres[from * size + to] = Math.round(apart);
      seconds[from * size + to] = Math.ceil(apart / SPEED);
    });
  });
  const stops = points.map((point, k) => ({ ...point, k })).slice(DEPOTS);
  const requests = Array.from({ length: rides }, (_, r): PlanRequest => {
    const home = stops[random.below(stops.length)]!;
    const isNear = random.fraction() < 0.8;
    const goals = stops.filter(
      (stop) => stop.isMiddle && stop.k !== home.k && (!isNear || stop.town === home.town),
    );
    const goal = goals[random.below(goals.length)] ?? stops[(home.k - DEPOTS + 1) % stops.length]!;
    const [from, to] = random.fraction() < 0.5 ? [home.k, goal.k] : [goal.k, home.k];
    const direct = seconds[from * size + to]!;
    const wish = DAY.opens + 1800 + Math.floor(random.fraction() * (DAY.closes - DAY.opens - 3 * 3600));
    const isAppointment = random.fraction() < 0.5;
    const longest = Math.round(direct * 1.5) + 900;
    return {
      id: `ride ${r}`,
      pickupLocation: from,
      dropoffLocation: to,
      pickupWindow: isAppointment
        ? { earliest: wish - longest - 1200, latest: wish }
        : { earliest: wish, latest: wish + 1200 },
      dropoffWindow: isAppointment
        ? { earliest: wish - 1200, latest: wish }
        : { earliest: wish, latest: wish + 1200 + longest + 60 },
      maxRideSeconds: longest,
      load: [random.fraction() < 0.8 ? 1 : 2],
      pickupDwellSeconds: 60,
      pickupJoinSeconds: 20,
      dropoffDwellSeconds: 40,
      dropoffJoinSeconds: 15,
      neededSkills: 0,
      allowedOperators: 1,
    };
  });
  const fleet = Array.from(
    { length: vehicles },
    (_, v): PlanVehicle => ({
      id: `vehicle ${v}`,
      startLocation: v % DEPOTS,
      endLocation: v % DEPOTS,
      window: { earliest: DAY.opens - 5400, latest: DAY.closes + 5400 },
      configurations: [[8]],
      skills: 0,
      operator: 1,
      breaks: [],
      costPerHour: 0,
      costPerKilometre: 1,
      fixedCost: 0,
    }),
  );
  return {
    travel: { stride: size, size, layers: [{ fromSecond: 0, seconds, metres }] },
    requests,
    vehicles: fleet,
    placeUse: [[0]],
    weights: { excessRideHour: 0, waitHour: 0 },
  };
}

/** About normal with deviation 1: the sum of twelve uniform numbers. */
function bell(random: SeededRandom): number {
  let sum = -6;
  for (let k = 0; k < 12; k++) sum += random.fraction();
  return sum;
}
