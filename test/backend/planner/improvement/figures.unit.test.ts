import { describe, expect, it } from 'vitest';
import { Annealing } from '../../../../backend/planner/improvement/anneal.ts';
import { type Compiled, compile, type Prefix } from '../../../../backend/planner/improvement/compile.ts';
import { areWhole, NO_LIMIT } from '../../../../backend/planner/improvement/figures.ts';
import { inWholeNumbers } from './tourFigures.ts';
import { createTown } from './town.ts';

/** The vehicle stands at place 3 with rider 0 aboard, who has to be set down by 3,000. */
const WITH_RIDER: Prefix = {
  location: 3,
  isUnderWay: true,
  free: 300,
  done: 200,
  finishBy: 8_000,
  aboard: new Map([[0, 3_000]]),
  served: [],
  isClosed: false,
};

/** The same problem with every figure in eight bytes. */
function inEightBytes(compiled: Compiled): Compiled {
  const { seconds, metres, secondsTo, metresTo, earliest, latest, dwell, join, maxRide } = compiled;
  const figures = { seconds, metres, secondsTo, metresTo, earliest, latest, dwell, join, maxRide };
  const long = Object.entries(figures).map(([name, list]) => [name, Float64Array.from(list)]);
  return { ...compiled, ...Object.fromEntries(long), isWhole: false };
}

function search(compiled: Compiled, seed: number) {
  const annealing = new Annealing(compiled, seed);
  expect(annealing.tours.lay(0, [1], 0, 1)).toBe(true);
  annealing.tours.settleAbsent();
  annealing.start();
  for (let step = 0; step < 300; step++) annealing.step(step / 300, 300);
  return { cost: annealing.best.cost, orders: annealing.best.orders(), kept: annealing.tours.cost };
}

describe('a search whose figures are whole', () => {
  it.each([
    ['kilometres', { vehicle: { costPerKilometre: 1, costPerHour: 0 } }],
    ['hours, and a short duty', { vehicle: { costPerHour: 30, maxDurationSeconds: 4_000 } }],
    ['shifts of their own', { unlike: (v: number) => ({ window: { earliest: v * 600, latest: 8_000 } }) }],
  ])('%s: step by step the plans of a search that keeps them in eight bytes', (_, unlike) => {
    const wide = { earliest: 0, latest: 9_000 };
    const request = (_random: unknown, r: number) => (r === 0 ? { dropoffWindow: wide } : {});
    for (let seed = 1; seed <= 8; seed++) {
      const town = inWholeNumbers(createTown(seed, { requests: 14, vehicles: 4, ...unlike, request }));
      const compiled = compile(town, [WITH_RIDER]);
      expect(compiled.isWhole).toBe(true);
      const found = search(compiled, seed);
      expect(found).toEqual(search(inEightBytes(compiled), seed));
      expect(found.orders.flat()).toContain(1);
    }
  });
});

describe('what is kept in four bytes', () => {
  it('whole numbers up to no limit at all; nothing else', () => {
    expect(areWhole([0, -3, NO_LIMIT, -NO_LIMIT])).toBe(true);
    for (const value of [0.5, NO_LIMIT + 1, -NO_LIMIT - 1, Number.POSITIVE_INFINITY, Number.NaN])
      expect(areWhole([1, value])).toBe(false);
  });

  it.each([
    ['a half second of a window', { request: () => ({ pickupWindow: { earliest: 0.5, latest: 9_000 } }) }],
    ['a half second of a stop', { request: () => ({ pickupDwellSeconds: 60.5 }) }],
    ['a ride without limit', { request: () => ({ maxRideSeconds: Number.POSITIVE_INFINITY }) }],
    ['a half second of a shift', { vehicle: { window: { earliest: 0.5, latest: 9_000 } } }],
    ['a half second of a duty', { vehicle: { maxDurationSeconds: 4_000.5 } }],
  ])('%s: all in eight bytes', (_, unlike) => {
    const town = inWholeNumbers(createTown(1, { requests: 3, vehicles: 1, ...unlike }));
    expect(compile(town).isWhole).toBe(false);
  });

  it.each([
    ['seconds', { seconds: 0.5, metres: 1 }],
    ['metres', { seconds: 1, metres: 0.5 }],
  ])('%s on the road that are not whole: all in eight bytes', (_, least) => {
    const town = inWholeNumbers(createTown(1, { requests: 3, vehicles: 1 }));
    const [layer] = town.travel.layers;
    const seconds = Float64Array.from(layer!.seconds, (cell) => cell * least.seconds + (least.seconds % 1));
    const metres = Float64Array.from(layer!.metres, (cell) => cell + (least.metres % 1));
    expect(compile(town).isWhole).toBe(true);
    expect(
      compile({ ...town, travel: { ...town.travel, layers: [{ fromSecond: 0, seconds, metres }] } }).isWhole,
    ).toBe(false);
  });
});
