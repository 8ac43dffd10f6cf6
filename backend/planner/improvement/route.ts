import type { Figures } from './figures.ts';
import { tourName } from './tourName.ts';

/** How many arrays of figures a tour has, and how many of whole numbers. */
const FIGURES = 7;
const NUMBERS = 5;

interface ListKind<List> {
  readonly BYTES_PER_ELEMENT: number;
  new (piece: ArrayBuffer, from: number, length: number): List;
}

/**
 * One vehicle's tour in the search, with what is needed to try an insertion by arithmetic alone. Index 0 is the start
 * of the shift, 1 … size the visits, size + 1 its end.
 */
export class Route {
  vehicle = 0;
  /** How many visits. */
  size = 0;
  /** `[k]` = node of visit k; -1 at both ends. */
  node: Int32Array;
  /** `[k]` = location of visit k; -1 where an end is open. */
  location: Int32Array;
  /** `[k]` = dwell at visit k as things stand (opening or joining a stop). */
  dwell: Figures;
  /** `[k]` = earliest start of service over all schedules of this tour. */
  earliest: Figures;
  /** `[k]` = latest start of service over all schedules of this tour. */
  latest: Figures;
  /** `[k]` = seconds from the start to the start of service at k when nobody ever waits. */
  chain: Figures;
  /** `[k]` = the load code after visit k. */
  load: Int32Array;
  /** `[k]` = index of the pickup of the dropoff at k. */
  partner: Int32Array;
  /** The first `gapCount` entries are the empty moments: indices after which nobody is aboard. -1: not listed yet. */
  gaps: Int32Array;
  gapCount = -1;
  /** `[k]` = by how much the leg k → k + 1 may grow before a rider aboard rides too long, whatever the schedule; `NO_LIMIT` with nobody aboard. */
  rideRoom: Figures;
  /** `[k]` = seconds and metres of the leg k → k + 1. */
  legSeconds: Figures;
  legMetres: Figures;
  /** Cost by the objective. */
  cost = 0;
  /** No schedule of this tour can be too long for its vehicle. */
  isDutyFree = false;
  /** Least time from departure to return. */
  duration = 0;
  /** Its figures are worked out and it can be driven. */
  isTimed = false;
  /** -1: not worked out yet. */
  #name = -1;

  readonly #isWhole: boolean;

  /** @param isWhole all figures of the problem are whole, see `Compiled` */
  constructor(capacity: number, isWhole: boolean) {
    this.#isWhole = isWhole;
    const length = capacity + 2;
    // In one piece of memory, as they are read together.
    const Figure: ListKind<Figures> = isWhole ? Int32Array : Float64Array;
    const bytes = FIGURES * Figure.BYTES_PER_ELEMENT + NUMBERS * Int32Array.BYTES_PER_ELEMENT;
    const piece = new ArrayBuffer(length * bytes);
    let at = 0;
    const next = <List>(Kind: ListKind<List>): List => {
      const from = at;
      at += length * Kind.BYTES_PER_ELEMENT;
      return new Kind(piece, from, length);
    };
    this.dwell = next(Figure);
    this.earliest = next(Figure);
    this.latest = next(Figure);
    this.chain = next(Figure);
    this.rideRoom = next(Figure);
    this.legSeconds = next(Figure);
    this.legMetres = next(Figure);
    this.node = next(Int32Array);
    this.location = next(Int32Array);
    this.load = next(Int32Array);
    this.partner = next(Int32Array);
    this.gaps = next(Int32Array);
  }

  /** Makes room for this many visits, keeping the order of those there are. */
  reserve(capacity: number): void {
    if (capacity + 2 <= this.node.length) return;
    const grown = new Route(Math.max(capacity, this.node.length * 2), this.#isWhole);
    grown.node.set(this.node);
    this.node = grown.node;
    this.location = grown.location;
    this.dwell = grown.dwell;
    this.earliest = grown.earliest;
    this.latest = grown.latest;
    this.chain = grown.chain;
    this.load = grown.load;
    this.partner = grown.partner;
    this.gaps = grown.gaps;
    this.rideRoom = grown.rideRoom;
    this.legSeconds = grown.legSeconds;
    this.legMetres = grown.legMetres;
  }

  /** Takes over the order of another tour, a request's visits behind those at two indices; there must be room, and the size is set. */
  layWith({ node: from, size }: Route, request: number, pickupAfter: number, dropoffAfter: number): void {
    const { node } = this;
    for (let k = 1; k <= pickupAfter; k++) node[k] = from[k]!;
    node[pickupAfter + 1] = request * 2;
    for (let k = pickupAfter + 1; k <= dropoffAfter; k++) node[k + 1] = from[k]!;
    node[dropoffAfter + 2] = request * 2 + 1;
    for (let k = dropoffAfter + 1; k <= size; k++) node[k + 2] = from[k]!;
  }

  /** Puts a request's visits behind those at two indices; the order alone is brought up to date. */
  putIn(request: number, pickupAfter: number, dropoffAfter: number): void {
    this.reserve(this.size + 2);
    const { node } = this;
    for (let k = this.size; k > dropoffAfter; k--) node[k + 2] = node[k]!;
    node[dropoffAfter + 2] = request * 2 + 1;
    for (let k = dropoffAfter; k > pickupAfter; k--) node[k + 1] = node[k]!;
    node[pickupAfter + 1] = request * 2;
    this.size += 2;
  }

  /** Takes a request's visits out; the order alone is brought up to date. */
  takeOut(request: number): void {
    let size = 0;
    for (let k = 1; k <= this.size; k++) {
      if (this.node[k]! >> 1 !== request) this.node[++size] = this.node[k]!;
    }
    this.size = size;
  }

  /** Forgets what is worked out only when asked for. */
  forget(): void {
    this.gapCount = -1;
    this.#name = -1;
  }

  /** Names the tour, see `tourName`. */
  get name(): number {
    if (this.#name < 0) this.#name = tourName(this.vehicle, this.node, 1, this.size);
    return this.#name;
  }

  /** Lists the empty moments. @returns how many there are */
  listGaps(): number {
    if (this.gapCount >= 0) return this.gapCount;
    const { gaps, load, size } = this;
    let count = 0;
    for (let k = 0; k <= size; k++) if (load[k] === 0) gaps[count++] = k;
    this.gapCount = count;
    return count;
  }
}
