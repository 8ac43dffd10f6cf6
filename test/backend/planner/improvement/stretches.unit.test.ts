import { describe, expect, it } from 'vitest';
import { type Compiled, compile } from '../../../../backend/planner/improvement/compile.ts';
import { listStretches } from '../../../../backend/planner/improvement/stretches.ts';
import { Timing } from '../../../../backend/planner/improvement/timing.ts';
import { routeOf } from './routeOf.ts';
import { createTown } from './town.ts';

const TOWNS = 40;
const RIDERS = 4;
const EPSILON = 1e-6;

describe('listStretches', () => {
  it('every order of visits with somebody always aboard that can be driven: one listed is as good in everything', () => {
    let orders = 0;
    let listed = 0;
    let bettered = 0;
    for (let seed = 1; seed <= TOWNS; seed++) {
      const compiled = openTown(seed);
      const stretches = ofTown(compiled);
      listed += stretches.length;
      for (const order of everyOrder()) {
        const stretch = driven(compiled, order);
        if (!stretch) continue;
        orders++;
        const best = stretches.filter(
          (other) => other.riders === stretch.riders && other.last === stretch.last,
        );
        expect(best.some((other) => isAsGood(other, stretch))).toBe(true);
        if (!best.some(({ nodes }) => String(nodes) === String(order))) bettered++;
      }
    }
    expect(listed).toBeGreaterThan(TOWNS * RIDERS);
    expect(orders).toBeGreaterThan(listed);
    expect(bettered).toBeGreaterThan(TOWNS);
  });

  it('every stretch listed: cost, seconds and times are those of the tour with these visits alone', () => {
    for (let seed = 1; seed <= TOWNS; seed++) {
      const compiled = openTown(seed);
      for (const { nodes, ...stretch } of ofTown(compiled)) {
        const expected = driven(compiled, nodes)!;
        expect(isAsGood(stretch, expected) && isAsGood(expected, stretch)).toBe(true);
      }
    }
  });

  it('more orders than may be looked at: undefined', () => {
    expect(listStretches(openTown(1), 0, 20)).toBeUndefined();
  });
});

interface Driven {
  readonly riders: string;
  readonly last: number;
  readonly cost: number;
  readonly seconds: number;
  readonly soonestEnd: number;
  readonly latestStart: number;
}

function isAsGood(one: Omit<Driven, 'riders' | 'last'>, other: Omit<Driven, 'riders' | 'last'>): boolean {
  return (
    one.cost <= other.cost + EPSILON &&
    one.seconds <= other.seconds + EPSILON &&
    one.soonestEnd <= other.soonestEnd + EPSILON &&
    one.latestStart >= other.latestStart - EPSILON
  );
}

/** Riders at four places, so that many orders cost the same, who must not ride long; vehicles begin and end anywhere. */
function openTown(seed: number): Compiled {
  const request = (random: { below(count: number): number }) => ({
    pickupJoinSeconds: 60,
    dropoffJoinSeconds: 40,
    maxRideSeconds: 500 + random.below(500),
  });
  const town = createTown(seed, { requests: RIDERS, vehicles: 1, places: 5, request });
  const vehicles = town.vehicles.map(({ startLocation: _, endLocation: __, ...anywhere }) => anywhere);
  return compile({ ...town, vehicles });
}

function ofTown(compiled: Compiled): (Driven & { nodes: number[] })[] {
  const { count, starts, nodes, ...of } = listStretches(compiled, 0, 1e6)!;
  return Array.from({ length: count }, (_, s) => {
    const visits = [...nodes.subarray(starts[s]!, starts[s + 1]!)];
    return {
      nodes: visits,
      riders: ridersOf(visits),
      last: of.last[s]! * 2 + 1,
      cost: of.cost[s]!,
      seconds: of.seconds[s]!,
      soonestEnd: of.soonestEnd[s]!,
      latestStart: of.latestStart[s]!,
    };
  });
}

function ridersOf(order: readonly number[]): string {
  const riders = order.filter((node) => node % 2 === 0).sort((a, b) => a - b);
  return `${order[0]}: ${riders.join(' ')}`;
}

/** What driving these visits alone comes to by the timing of tours; undefined where it is not possible. */
function driven(compiled: Compiled, order: readonly number[]): Driven | undefined {
  const route = routeOf(compiled, order);
  if (!new Timing(compiled).refresh(route)) return undefined;
  if (route.load.subarray(0, order.length + 1).some((load) => compiled.types[0]!.fits[load] === 0))
    return undefined;
  return {
    riders: ridersOf(order),
    last: order.at(-1)!,
    cost: route.cost,
    seconds: route.chain[order.length]! - route.chain[1]!,
    soonestEnd: route.earliest[order.length]!,
    latestStart: route.latest[1]!,
  };
}

/** All orders of visits of some of the riders that leave nobody aboard at the end only. */
function everyOrder(): number[][] {
  const orders: number[][] = [];
  const extend = (nodes: readonly number[], aboard: readonly number[]) => {
    if (nodes.length > 0 && aboard.length === 0) {
      orders.push([...nodes]);
      return;
    }
    for (let r = 0; r < RIDERS; r++) if (!nodes.includes(2 * r)) extend([...nodes, 2 * r], [...aboard, r]);
    for (const r of aboard) {
      extend(
        [...nodes, 2 * r + 1],
        aboard.filter((other) => other !== r),
      );
    }
  };
  extend([], []);
  return orders;
}
