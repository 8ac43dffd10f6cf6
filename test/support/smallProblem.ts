import {
  evaluateTour,
  isSchedule,
  type PlanProblem,
  type PlanRequest,
  type PlanVehicle,
  type PreparedProblem,
  prepareProblem,
  type Schedule,
  type Tour,
  type TravelLayer,
} from '../../backend/planner/index.ts';
import { SeededRandom } from './seededRandom.ts';

/** A little day whose last request is not planned yet. */
export interface SmallDay {
  readonly problem: PlanProblem;
  readonly prepared: PreparedProblem;
  readonly schedules: readonly Schedule[];
  /** Number of the request to be tried. */
  readonly probe: number;
}

/** Which rules a made-up day uses; everything not named is decided by the seed. */
export interface SmallDayRules {
  readonly breaks?: boolean;
  readonly drivingLimit?: boolean;
  readonly layers?: boolean;
  readonly doubles?: boolean;
  /** Drivers who are still to rest when their shift begins; none unless asked for. */
  readonly rests?: boolean;
  /** Every vehicle that carries anybody has begun, and no duty may last long; as it happens unless asked for. */
  readonly underWay?: boolean;
  /** Riders' time costs nothing; as it happens unless asked for. */
  readonly freeTime?: boolean;
  readonly requests?: number;
}

/**
 * Which places loads may take: one kind only; two that do not mix; seats for whoever can use the other place as well;
 * patients sitting, lying and in a wheelchair with companions who take a seat or the lying place (Malheiros et al. 2021).
 */
const PLACE_USES: readonly (readonly (readonly number[])[])[] = [
  [[0]],
  [[0]],
  [[0], [1]],
  [[0, 1], [1]],
  [[0], [1], [2], [0, 1]],
];

/**
 * Makes up a small day in which every rule of the planner binds now and then: few places, so that stops are joined;
 * travel that does not always keep the triangle inequality; narrow windows; some visits already fixed.
 */
export function createSmallDay(seed: number, rules: SmallDayRules = {}): SmallDay {
  const random = new SeededRandom(seed);
  const has = (rule: boolean | undefined, share: number) => rule ?? random.chance(share);
  const layers = has(rules.layers, 0.15);
  const doubles = rules.doubles ?? (!layers && random.chance(0.15));
  const places = random.between(3, 7);
  const travel = { stride: places, size: places, layers: createLayers(random, places, layers, doubles) };
  const count = (rules.requests ?? random.between(1, 5)) + 1;
  const placeUse = random.pick(PLACE_USES);
  const kinds = placeUse.length;
  const requests = Array.from({ length: count }, (_, r) => createRequest(random, r, places, kinds, doubles));
  const breaks = has(rules.breaks, 0.3);
  const limit = has(rules.drivingLimit, 0.15);
  const vehicles = Array.from({ length: random.between(1, 3) }, (_, v) =>
    withDuty(random, createVehicle(random, v, places, kinds, breaks, limit), rules),
  );
  const weights = createWeights(random, rules);
  const problem: PlanProblem = { travel, requests, vehicles, placeUse, weights };
  const prepared = prepareProblem(problem);
  const schedules = planSome(random, prepared, count - 1, rules.underWay ?? false);
  return { problem, prepared, schedules, probe: count - 1 };
}

function createWeights(random: SeededRandom, { freeTime }: SmallDayRules): PlanProblem['weights'] {
  const weights = { excessRideHour: random.pick([0, 600, 3600]), waitHour: random.pick([0, 300, 1800]) };
  return freeTime ? { excessRideHour: 0, waitHour: 0 } : weights;
}

function createLayers(
  random: SeededRandom,
  places: number,
  several: boolean,
  doubles: boolean,
): TravelLayer[] {
  const points = Array.from({ length: places }, () => ({ x: random.below(900), y: random.below(900) }));
  const isCrooked = random.chance(0.25);
  return Array.from({ length: several ? random.between(2, 3) : 1 }, (_, l) => {
    const seconds = doubles ? new Float64Array(places * places) : new Int32Array(places * places);
    const metres = new Int32Array(places * places);
    const slow = 1 + random.fraction() * (l === 0 ? 0 : 1);
    for (let cell = 0; cell < seconds.length; cell++) {
      const a = points[Math.floor(cell / places)]!;
      const b = points[cell % places]!;
      if (a === b) continue;
      const length = Math.hypot(a.x - b.x, a.y - b.y) * slow * (isCrooked ? 0.5 + random.fraction() : 1);
      seconds[cell] = length;
      metres[cell] = Math.round(length * 10);
      if (random.chance(0.01)) seconds[cell] = 100_000_000;
    }
    return { fromSecond: l === 0 ? 0 : l * 1700 - random.below(900), seconds, metres };
  });
}

function createRequest(
  random: SeededRandom,
  r: number,
  places: number,
  kinds: number,
  doubles: boolean,
): PlanRequest {
  const second = (most: number) => (doubles ? random.fraction() * most : random.below(most));
  const earliest = second(4000);
  const wide = random.chance(0.4);
  const pickupDwell = random.pick([0, 30, 90, 200]);
  const dropoffDwell = random.pick([0, 20, 60]);
  const dropoffFrom = wide ? 0 : earliest + second(900);
  const load = Array.from({ length: kinds }, (_, k) =>
    k === 0 ? random.between(0, 2) : random.below(kinds > 2 && random.chance(0.5) ? 1 : 2),
  );
  return {
    id: `r${r}`,
    pickupLocation: random.below(places),
    dropoffLocation: random.below(places),
    pickupWindow: { earliest, latest: earliest + second(1500) },
    dropoffWindow: { earliest: dropoffFrom, latest: wide ? 20_000 : dropoffFrom + 300 + second(2500) },
    maxRideSeconds: random.chance(0.1) ? Number.POSITIVE_INFINITY : 300 + second(2000),
    load,
    pickupDwellSeconds: pickupDwell,
    pickupJoinSeconds: random.below(pickupDwell + 1),
    dropoffDwellSeconds: dropoffDwell,
    dropoffJoinSeconds: random.below(dropoffDwell + 1),
    neededSkills: random.chance(0.1) ? random.pick([1, 2, 3]) : 0,
    allowedOperators: random.chance(0.1) ? random.pick([0, 2, 4]) : 7,
    ...(r > 0 && random.chance(0.15) ? { apartFrom: [`r${random.below(r)}`, 'nobody'] } : {}),
    ...(random.chance(0.2) ? { penalty: random.below(2000) } : {}),
  };
}

function createVehicle(
  random: SeededRandom,
  v: number,
  places: number,
  kinds: number,
  breaks: boolean,
  limit: boolean,
): PlanVehicle {
  const earliest = random.below(1500);
  const configurations = createConfigurations(random, kinds);
  const pauseFrom = random.between(1000, 3500);
  return {
    id: `v${v}`,
    ...(random.chance(0.85) ? { startLocation: random.below(places) } : {}),
    ...(random.chance(0.85) ? { endLocation: random.below(places) } : {}),
    window: { earliest, latest: earliest + random.between(3000, 9000) },
    ...(random.chance(0.25) ? { maxDurationSeconds: random.between(2000, 6000) } : {}),
    configurations,
    skills: random.chance(0.7) ? random.pick([1, 3]) : 0,
    operator: random.chance(0.8) ? 1 : random.pick([2, 4]),
    breaks: breaks
      ? Array.from({ length: random.between(1, 2) }, (_, b) => {
          const from = pauseFrom + b * 1500;
          return { window: { earliest: from, latest: from + random.between(200, 1500) }, seconds: 300 };
        })
      : [],
    ...(limit
      ? {
          drivingLimit: {
            maxDrivingSeconds: random.between(1200, 2500),
            restSeconds: random.pick([300, 300, 100]),
            minPartSeconds: random.pick([100, 100, 60]),
          },
        }
      : {}),
    costPerHour: random.pick([0, 1800, 3600]),
    costPerKilometre: random.pick([0, 30, 300]),
    fixedCost: random.pick([0, 0, 500]),
  };
}

/** Asks chance only where rests or short duties are wanted: days without them stay what they are. */
function withDuty(
  random: SeededRandom,
  vehicle: PlanVehicle,
  { rests, underWay }: SmallDayRules,
): PlanVehicle {
  return {
    ...vehicle,
    ...(rests && { restedFrom: vehicle.window.earliest + random.between(-500, 2000) }),
    ...(underWay && { maxDurationSeconds: random.between(1500, 4000) }),
  };
}

function createConfigurations(random: SeededRandom, kinds: number): number[][] {
  if (kinds === 1) return [[random.between(1, 4)]];
  if (kinds === 2) return [[3, 1], ...(random.chance(0.5) ? [[1, 2]] : [])];
  return [[3, 1, 1], ...(random.chance(0.5) ? [[1, 2, 0]] : []), ...(random.chance(0.3) ? [[0, 0, 2]] : [])];
}

/** Puts requests 0 … count − 1 where they happen to fit, then fixes some visits at the front of the tours. */
function planSome(
  random: SeededRandom,
  prepared: PreparedProblem,
  count: number,
  underWay: boolean,
): Schedule[] {
  const schedules = prepared.vehicles.map((_, vehicle) => empty(prepared, vehicle));
  for (let r = 0; r < count; r++) {
    for (let attempt = 0; attempt < 8; attempt++) {
      const v = random.below(schedules.length);
      const { visits } = schedules[v]!;
      const core = visits.filter((visit) => visit >= 0);
      const p = random.between(0, core.length);
      const d = random.between(p, core.length);
      const changed = [...core.slice(0, p), r * 2, ...core.slice(p, d), r * 2 + 1, ...core.slice(d)];
      const tried = evaluateTour(prepared, { vehicle: v, visits: changed, fixedCount: 0, fixedStarts: [] });
      if (!isSchedule(tried)) continue;
      schedules[v] = tried;
      break;
    }
  }
  if (underWay) return schedules.map((schedule) => fixSome(random, prepared, schedule, 1));
  return schedules.map((schedule) =>
    random.chance(0.3) ? fixSome(random, prepared, schedule, 0) : schedule,
  );
}

/** @param least visits that are fixed at the least */
function fixSome(
  random: SeededRandom,
  prepared: PreparedProblem,
  schedule: Schedule,
  least: number,
): Schedule {
  if (schedule.visits.length === 0) return schedule;
  const fixedCount = random.between(least, schedule.visits.length);
  const late = random.chance(0.3) ? random.below(120) : 0;
  const fixedStarts = schedule.starts
    .slice(0, fixedCount)
    .map((start, i) => (i + 1 < fixedCount ? start : start + late));
  const leave = fixedCount === 0 ? schedule.departure : schedule.ends[fixedCount - 1]!;
  const tour: Tour = {
    vehicle: schedule.vehicle,
    visits: schedule.visits,
    fixedCount,
    fixedStarts,
    ...(random.chance(0.5) ? { earliestDeparture: leave + random.below(200) } : {}),
  };
  const fixed = evaluateTour(prepared, tour);
  return isSchedule(fixed) ? fixed : schedule;
}

function empty(prepared: PreparedProblem, vehicle: number): Schedule {
  const schedule = evaluateTour(prepared, { vehicle, visits: [], fixedCount: 0, fixedStarts: [] });
  if (!isSchedule(schedule)) throw new Error('an empty tour has to be possible');
  return schedule;
}
