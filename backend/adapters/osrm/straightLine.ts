import { type Coordinates, distanceMetres } from '../../domain/units/coordinates.ts';
import { UNREACHABLE } from '../../planner/model/travelTimes.ts';
import type { GrowingMatrix } from './growingMatrix.ts';

/** How roads compare with the straight line in this region. */
export interface StraightLineMeasure {
  /** Driven metres per metre of straight line. */
  readonly factor: number;
  /** Driven metres per second. */
  readonly metresPerSecond: number;
}

/** Used until there is a matrix to measure on: mountain valleys at 36 km/h. */
export const UNMEASURED: StraightLineMeasure = { factor: 1.5, metresPerSecond: 10 };

const MIN_STRAIGHT_METRES = 500;
const MIN_PAIRS = 10;
/** So many points tell as much as all of them. */
const SAMPLE_POINTS = 100;

function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.floor((values.length - 1) * share)]!;
}

/**
 * Measures factor and speed on the pairs of a road matrix. The three-quarter quantile of the factor and the median
 * speed, so that an estimate is rather too long than too short: a promise is made on it.
 */
export function measureStraightLine(
  points: readonly Coordinates[],
  matrix: GrowingMatrix,
): StraightLineMeasure {
  const factors: number[] = [];
  const speeds: number[] = [];
  const step = Math.max(1, Math.floor(points.length / SAMPLE_POINTS));
  const sample = [...points.entries()].filter(([i]) => i % step === 0);
  for (const [i, from] of sample) {
    for (const [j, to] of sample) {
      const straight = distanceMetres(from, to);
      const seconds = matrix.seconds(i, j);
      if (straight < MIN_STRAIGHT_METRES || seconds === 0 || seconds >= UNREACHABLE) continue;
      factors.push(matrix.metres(i, j) / straight);
      speeds.push(matrix.metres(i, j) / seconds);
    }
  }
  if (factors.length < MIN_PAIRS) return UNMEASURED;
  return { factor: quantile(factors, 0.75), metresPerSecond: quantile(speeds, 0.5) };
}

/** Straight line × factor, at the measured speed. */
export function estimateTravel(from: Coordinates, to: Coordinates, measure: StraightLineMeasure) {
  const metres = distanceMetres(from, to) * measure.factor;
  return { seconds: metres / measure.metresPerSecond, metres };
}
