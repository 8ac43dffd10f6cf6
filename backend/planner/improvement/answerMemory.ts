import type { Tours } from './tours.ts';

/** Place of an answer that is only a lower bound. */
export const BOUND_ONLY = -1;
/** Answers remembered, at the most, unless there are more pairs of requests and vehicles: what is far apart is slow to reach. */
const MEMORY = 1 << 18;
/** Most answers remembered for a request and a vehicle: more are seldom asked for again and slow to reach. */
const MOST_WAYS = 256;
/** Where in an answer its cost or bound and its place are. */
const COST = 1;
const PLACE = 2;

/**
 * What it costs to put a request into a tour and where, or what it costs at the least, remembered under the tour's name:
 * most tours are met again and again.
 */
export class AnswerMemory {
  readonly #tours: Tours;
  /** Answers kept per request and vehicle. */
  readonly #ways: number;
  /** A part of the name of each answer's tour: mostly there is no answer, which a look into this small list tells. */
  readonly #tags: Int32Array;
  /** Four numbers an answer, side by side as they are read together: the tour's name, cost or bound, place, nothing. */
  readonly #answers: Float64Array;

  constructor(tours: Tours) {
    this.#tours = tours;
    const { requestCount, vehicleCount } = tours.compiled;
    const pairs = Math.max(1, requestCount * vehicleCount);
    let ways = 1;
    while (ways < MOST_WAYS && pairs * ways * 2 <= MEMORY) ways *= 2;
    this.#ways = ways;
    this.#tags = new Int32Array(pairs * ways);
    this.#answers = new Float64Array(pairs * ways * 4).fill(Number.NaN);
  }

  /** Number of the answer for a request and a vehicle's tour as it stands; -1 when there is none. */
  find(request: number, vehicle: number): number {
    const { name } = this.#tours.routes[vehicle]!;
    const slot = this.#slot(request, vehicle, name);
    if (this.#tags[slot] !== tagOf(name)) return -1;
    return this.#answers[slot * 4] === name ? slot * 4 : -1;
  }

  /** Cost of an answer, or a lower bound of it. */
  cost(answer: number): number {
    return this.#answers[answer + COST]!;
  }

  /** Indices of the visits before pickup (upper 16 bits) and dropoff; `BOUND_ONLY` where its cost is only a bound. */
  place(answer: number): number {
    return this.#answers[answer + PLACE]!;
  }

  store(request: number, vehicle: number, cost: number, place: number): void {
    const { name } = this.#tours.routes[vehicle]!;
    const slot = this.#slot(request, vehicle, name);
    this.#tags[slot] = tagOf(name);
    this.#answers[slot * 4] = name;
    this.#answers[slot * 4 + COST] = cost;
    this.#answers[slot * 4 + PLACE] = place;
  }

  #slot(request: number, vehicle: number, name: number): number {
    const way = (name / 0x100000) & (this.#ways - 1);
    return (request * this.#tours.routes.length + vehicle) * this.#ways + way;
  }
}

/** The lower 32 bits of a name. */
function tagOf(name: number): number {
  return name | 0;
}
