import type { Tour } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';

/** A problem read from a file, with what is needed to speak of its solutions in the file's own terms. */
export interface Instance {
  readonly problem: PlanProblem;
  /** `[r]` = the file's names of request r's pickup and dropoff. */
  readonly nodes: readonly (readonly [number | string, number | string])[];
  /** `[v]` = what is fixed of vehicle v's tour; absent where nothing is. */
  readonly tours?: readonly Tour[];
  /** Places in the file that hold something the format does not know; it is left aside. */
  readonly strangers?: readonly string[];
}

/** Row-major Euclidean distances of points, doubles never rounded. */
export function euclideanMatrix(points: readonly (readonly [number, number])[]): Float64Array {
  const count = points.length;
  const matrix = new Float64Array(count * count);
  points.forEach(([x, y], from) => {
    points.forEach(([x2, y2], to) => {
      matrix[from * count + to] = Math.sqrt((x - x2) ** 2 + (y - y2) ** 2);
    });
  });
  return matrix;
}
