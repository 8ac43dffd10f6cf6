import type { Plan, Schedule } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import { SeededRandom } from './random.ts';

/** A second between two stops counts like so many of driving. */
const HOUR_WEIGHT = 0.3;
/** Stops of a tour that are looked at. */
const LOOKED_AT = 12;

/** Where and when a tour stops. */
interface Halt {
  readonly location: number;
  readonly second: number;
}

/**
 * Splits the fleet into parts of about the same size whose tours lie near each other in place and time, so that
 * searches of the parts find most of what a search of the whole would (Taillard & Voss 2002; Santini et al. 2023).
 * Another seed draws other borders.
 * @returns `[p]` lists the vehicles of part p
 */
export function splitFleet(problem: PlanProblem, plan: Plan, parts: number, seed: number): number[][] {
  const random = new SeededRandom(seed);
  const used = plan.schedules.filter(({ visits }) => visits.some((visit) => visit >= 0));
  const idle = plan.schedules.filter((schedule) => !used.includes(schedule));
  const halts = new Map(used.map((schedule) => [schedule.vehicle, haltsOf(problem, schedule)]));
  const apart = (a: number, b: number) => distance(problem, halts.get(a)!, halts.get(b)!);
  const split: number[][] = [];
  let left = used.map(({ vehicle }) => vehicle);
  for (let p = 0; p < parts; p++) {
    const size = Math.ceil(left.length / (parts - p));
    // From the edge of what is left inwards, so that the last part is not the scattered rest.
    const anywhere = left[random.below(Math.max(1, left.length))]!;
    const core = farthest(left, (vehicle) => apart(anywhere, vehicle)) ?? anywhere;
    const ranked = left
      .map((vehicle) => ({ vehicle, far: vehicle === core ? -1 : apart(core, vehicle) }))
      .sort((a, b) => a.far - b.far || a.vehicle - b.vehicle)
      .map(({ vehicle }) => vehicle);
    split.push(ranked.slice(0, size));
    left = ranked.slice(size);
  }
  for (const [i, { vehicle }] of idle.entries()) split[i % parts]!.push(vehicle);
  return split.filter((vehicles) => vehicles.length > 0);
}

function farthest(vehicles: readonly number[], far: (vehicle: number) => number): number | undefined {
  let found: number | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const vehicle of vehicles) {
    const away = far(vehicle);
    if (away > most) {
      most = away;
      found = vehicle;
    }
  }
  return found;
}

function haltsOf(problem: PlanProblem, { visits, starts }: Schedule): Halt[] {
  const halts = visits.flatMap((visit, i): Halt[] => {
    if (visit < 0) return [];
    const request = problem.requests[visit >> 1]!;
    const location = visit % 2 === 0 ? request.pickupLocation : request.dropoffLocation;
    return [{ location, second: starts[i]! }];
  });
  const step = Math.max(1, halts.length / LOOKED_AT);
  return Array.from({ length: Math.min(LOOKED_AT, halts.length) }, (_, i) => halts[Math.floor(i * step)]!);
}

/** How far the stops of one tour are from the nearest ones of the other, on average and both ways. */
function distance(problem: PlanProblem, a: readonly Halt[], b: readonly Halt[]): number {
  return reach(problem, a, b) + reach(problem, b, a);
}

function reach({ travel }: PlanProblem, from: readonly Halt[], to: readonly Halt[]): number {
  const { seconds } = travel.layers[0]!;
  let sum = 0;
  for (const a of from) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const b of to) {
      const driving = seconds[a.location * travel.stride + b.location]!;
      nearest = Math.min(nearest, driving + HOUR_WEIGHT * Math.abs(a.second - b.second));
    }
    sum += nearest;
  }
  return sum / from.length;
}
