/** A pair of positions in one vehicle's core tour, with the increase of the objective. */
export interface PositionPair {
  readonly vehicle: number;
  /** Before visit `pickup` of the core tour; the dropoff before visit `dropoff` of it, `>= pickup`. */
  readonly pickup: number;
  readonly dropoff: number;
  readonly cost: number;
}

/** A ranked pair with what an insertion tells of it. */
export interface RankedPair extends PositionPair {
  readonly pickupStart: number;
  readonly dropoffStart: number;
  /** Other parties aboard at some time of the ride. */
  readonly company: number;
  /** Of the whole changed tour. */
  readonly drivingSeconds: number;
  readonly drivingMetres: number;
}

/** Does `a` come before `b`? Cheaper first; among equals the lower vehicle, then the earlier positions. */
function isBetterPair(a: PositionPair, b: PositionPair): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.vehicle !== b.vehicle) return a.vehicle < b.vehicle;
  if (a.pickup !== b.pickup) return a.pickup < b.pickup;
  return a.dropoff < b.dropoff;
}

/** The best `limit` pairs seen, best first; at most one per vehicle when asked. */
export class RankedPairs {
  readonly pairs: RankedPair[] = [];

  constructor(
    private readonly limit: number,
    private readonly onePerVehicle: boolean,
  ) {}

  /**
   * A pair whose bound is above this cannot enter. The margin is for rounding: bound and cost are added up in different
   * orders.
   */
  get limitWithMargin(): number {
    if (this.pairs.length < this.limit) return Number.POSITIVE_INFINITY;
    const { cost } = this.pairs[this.pairs.length - 1]!;
    return cost + 1e-6 + 1e-9 * Math.abs(cost);
  }

  add(pair: RankedPair): void {
    const { pairs } = this;
    if (this.onePerVehicle) {
      const same = pairs.findIndex((other) => other.vehicle === pair.vehicle);
      if (same >= 0) {
        if (!isBetterPair(pair, pairs[same]!)) return;
        pairs.splice(same, 1);
      }
    }
    let at = pairs.length;
    while (at > 0 && isBetterPair(pair, pairs[at - 1]!)) at--;
    pairs.splice(at, 0, pair);
    if (pairs.length > this.limit) pairs.pop();
  }
}
