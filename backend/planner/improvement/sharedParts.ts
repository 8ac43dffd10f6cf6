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

  /**
   * Finds what a tour has in common with `known`.
   * @param head how many visits at its beginning are as in `known`, and `tail` at its end; no visit is counted twice
   */
  find(route: Route, known: Route, head: number, tail: number): void {
    this.none(route);
    if (!known.isTimed || known.size === 0 || route.size === 0) return;
    const { size } = route;
    const { load } = known;
    const shift = size - known.size;
    let from = head;
    while (from > 0 && load[from] !== 0) from--;
    // The first visit behind the change may join another stop than before: the moment must be behind it.
    let to = size - tail + 1;
    while (to < size && load[to - shift] !== 0) to++;
    this.from = from;
    this.to = Math.min(to, size);
    this.shift = shift;
  }

  /** Takes over from `known` what does not depend on when the vehicle gets anywhere. */
  takeOver(route: Route, known: Route): void {
    const { from, to, shift } = this;
    const { location, dwell, load, partner, rideRoom, legSeconds, legMetres } = route;
    for (let k = 0; k <= from; k++) {
      location[k] = known.location[k]!;
      dwell[k] = known.dwell[k]!;
      load[k] = known.load[k]!;
      partner[k] = known.partner[k]!;
      rideRoom[k] = known.rideRoom[k]!;
      legSeconds[k] = known.legSeconds[k]!;
      legMetres[k] = known.legMetres[k]!;
    }
    for (let k = to + 1; k <= route.size; k++) {
      const old = k - shift;
      location[k] = known.location[old]!;
      dwell[k] = known.dwell[old]!;
      load[k] = known.load[old]!;
      partner[k] = known.partner[old]! + shift;
      rideRoom[k] = known.rideRoom[old]!;
      legSeconds[k] = known.legSeconds[old]!;
      legMetres[k] = known.legMetres[old]!;
    }
  }
}

/** How many visits at the beginning two tours have in common. */
export function commonHead(one: Route, other: Route): number {
  const shorter = Math.min(one.size, other.size);
  let head = 0;
  while (head < shorter && one.node[head + 1] === other.node[head + 1]) head++;
  return head;
}

/** How many visits at the end two tours have in common, those of their common head not counted. */
export function commonTail(one: Route, other: Route, head: number): number {
  const most = Math.min(one.size, other.size) - head;
  let tail = 0;
  while (tail < most && one.node[one.size - tail] === other.node[other.size - tail]) tail++;
  return tail;
}
