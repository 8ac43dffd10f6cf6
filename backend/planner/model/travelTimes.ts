/**
 * Travel between locations while one road state holds. Row-major matrices: `seconds[from * stride + to]`.
 * Unreachable pairs hold `Infinity` (or `UNREACHABLE` in integer arrays).
 */
export interface TravelLayer {
  /** The second of the service day from which departures use this layer. The first layer starts at or before 0. */
  readonly fromSecond: number;
  readonly seconds: Int32Array | Float64Array;
  readonly metres: Int32Array | Float64Array;
}

/** Travel times of a service day. A leg belongs to the layer in force when it departs. */
export interface TravelTimes {
  /** Row length of the matrices; locations are 0 … size − 1, size ≤ stride. */
  readonly stride: number;
  readonly size: number;
  /** In order of `fromSecond`, at least one. Most days have one. */
  readonly layers: readonly TravelLayer[];
}

/** Stands for "no way" in integer matrices; larger than any service day, small enough to be added up. */
export const UNREACHABLE = 100_000_000;
