import { describe, expect, it } from 'vitest';
import { AdaptiveShares } from '../../../../backend/planner/improvement/adaptiveShares.ts';
import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';

/** Draws so many ways and learns from each what `gain` says, at an effort of 1. */
function use(ways: AdaptiveShares, times: number, gain: (way: number) => number): number[] {
  const random = new SeededRandom(1);
  const drawn = ways.shares.map(() => 0);
  for (let t = 0; t < times; t++) {
    const way = ways.choose(random);
    drawn[way]!++;
    ways.learn(way, gain(way), 1);
  }
  return drawn;
}

describe('AdaptiveShares', () => {
  it('nothing is brought by any way: each is drawn by its share', () => {
    const ways = new AdaptiveShares([0.6, 0.3, 0.1]);
    const drawn = use(ways, 10_000, () => 0);
    expect(ways.shares).toEqual([0.6, 0.3, 0.1]);
    expect(drawn.map((count) => Math.round(count / 1000))).toEqual([6, 3, 1]);
  });

  it('one way brings all: its share doubles at the most, those of the others halve at the most', () => {
    const ways = new AdaptiveShares([0.05, 0.95]);
    use(ways, 100_000, (way) => (way === 0 ? 1 : 0));
    expect(ways.shares[0]).toBeCloseTo(0.05 * 2, 6);
    expect(ways.shares[1]).toBeCloseTo(0.95 / 2, 6);
  });

  it('the same gain at twice the effort: counts half', () => {
    const ways = new AdaptiveShares([0.5, 0.5]);
    for (let t = 0; t < 2000; t++) ways.learn(t % 2, 1, t % 2 === 0 ? 1 : 2);
    // Gain a unit of effort: way 0 1, way 1 0.5, all 2000 / 3000; 1.5 and 0.75 of it, taken in by 0.3: 1.15 and 0.925.
    expect(ways.shares[0]).toBeCloseTo(0.5 * 1.15, 9);
    expect(ways.shares[1]).toBeCloseTo(0.5 * 0.925, 9);
  });

  it('a way with no share: never drawn', () => {
    expect(use(new AdaptiveShares([0, 1, 0]), 1000, () => 1)).toEqual([0, 1000, 0]);
  });
});
