/** Seconds or metres: four bytes each where all of a problem's are whole, so that more of them are at hand at once. */
export type Figures = Int32Array | Float64Array;

/** Stands for "no limit" among figures: more than what a day's seconds or a tour's metres add up to. */
export const NO_LIMIT = 1_000_000_000;

/** Are all of these whole and small enough to be kept in four bytes? */
export function areWhole(values: Iterable<number>): boolean {
  for (const value of values) if (!Number.isInteger(value) || Math.abs(value) > NO_LIMIT) return false;
  return true;
}
