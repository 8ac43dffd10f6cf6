import type { Route } from './route.ts';

/**
 * What a changed tour has in common with the tour as it stood: all up to one empty moment and all from another one on.
 * No rider is aboard at either, so that times between the two depend on the rest only by when the vehicle gets there and
 * by when it must be gone.
 */
export class SharedParts {
  /** Visits up to this index are as they were, and nobody is aboard after it; 0 for none. */
  from = 0;
  /** Visits behind this index are as they were, at another index, and nobody is aboard after it; the tour's size for none. */
  to = 0;
  /** How much further along the tour the visits behind `to` now are. */
  shift = 0;

  /** Everything of this tour is to be worked out. */
  none(route: Route): void {
    this.from = 0;
    this.to = route.size;
    this.shift = 0;
  }

  /** Finds what a tour has in common with `known`. */
  find(route: Route, known: Route): void {
    this.none(route);
    if (!known.isTimed || known.size === 0 || route.size === 0) return;
    const { node, size } = route;
    const shift = size - known.size;
    const before = known.node;
    const { load } = known;
    const shorter = Math.min(size, known.size);
    let same = 0;
    let from = 0;
    while (same < shorter && node[same + 1] === before[same + 1]) {
      same++;
      if (load[same] === 0) from = same;
    }
    let to = size;
    // The first visit behind the change may join another stop than before: the moment must be behind it.
    for (let k = size; k > same && k - shift > same && node[k] === before[k - shift]; k--) {
      if (load[k - shift] === 0) to = k;
    }
    this.from = from;
    this.to = to;
    this.shift = shift;
  }

  /** Takes over from `known` what does not depend on when the vehicle gets anywhere. */
  takeOver(route: Route, known: Route): void {
    const { from, to, shift } = this;
    const { location, dwell, load, partner, rideRoom, legSeconds, legCost } = route;
    for (let k = 0; k <= from; k++) {
      location[k] = known.location[k]!;
      dwell[k] = known.dwell[k]!;
      load[k] = known.load[k]!;
      partner[k] = known.partner[k]!;
      rideRoom[k] = known.rideRoom[k]!;
      legSeconds[k] = known.legSeconds[k]!;
      legCost[k] = known.legCost[k]!;
    }
    for (let k = to + 1; k <= route.size; k++) {
      const old = k - shift;
      location[k] = known.location[old]!;
      dwell[k] = known.dwell[old]!;
      load[k] = known.load[old]!;
      partner[k] = known.partner[old]! + shift;
      rideRoom[k] = known.rideRoom[old]!;
      legSeconds[k] = known.legSeconds[old]!;
      legCost[k] = known.legCost[old]!;
    }
  }
}
