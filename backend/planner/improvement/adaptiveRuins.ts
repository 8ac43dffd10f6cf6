import { AdaptiveShares } from './adaptiveShares.ts';
import type { Neighbours } from './neighbours.ts';
import type { SeededRandom } from './random.ts';
import { Ruin } from './ruin.ts';
import { CorridorRuin } from './ruinCorridor.ts';
import { ruinMoment } from './ruinMoment.ts';
import type { SearchSettings } from './settings.ts';
import type { Tours } from './tours.ts';

/** Ways to take requests out. */
const STRINGS = 0;
const RELATED = 1;
const CORRIDOR = 2;
const MOMENT = 3;
const ANYBODY = 4;
/** What became of a plan: the best so far, cheaper than before, kept all the same, or none of these; what each counts for a way. */
const GAINS = { best: 10, cheaper: 3, kept: 1, dropped: 0 };
export type RuinOutcome = keyof typeof GAINS;
/** What a step is thought to cost besides the requests put back, in such requests. */
const EFFORT_OF_STEP = 3;

/** Takes requests out of their tours in one of several ways, each the more often the more it has brought for its effort. */
export class AdaptiveRuins {
  readonly #tours: Tours;
  readonly #neighbours: Neighbours;
  readonly #random: SeededRandom;
  readonly #settings: SearchSettings;
  readonly #ruin: Ruin;
  readonly #corridors: CorridorRuin;
  readonly #ways: AdaptiveShares;
  /** `[v]` = 1 while requests are taken out: they are out of vehicle v's tour already. */
  readonly #isRuined: Uint8Array;

  constructor(tours: Tours, neighbours: Neighbours, random: SeededRandom, settings: SearchSettings) {
    this.#tours = tours;
    this.#neighbours = neighbours;
    this.#random = random;
    this.#settings = settings;
    this.#ruin = new Ruin(tours, neighbours, random);
    this.#corridors = new CorridorRuin(tours.compiled, random);
    const { strings, related, corridor, moment, anybody, wholeTours } = settings;
    this.#ways = new AdaptiveShares([strings, related, corridor, moment, anybody, wholeTours]);
    this.#isRuined = new Uint8Array(tours.compiled.vehicleCount);
  }

  /** The requests taken out last: the first `count` of `chosen`. */
  get chosen(): Int32Array {
    return this.#ruin.chosen;
  }

  get count(): number {
    return this.#ruin.count;
  }

  /** Takes requests out of their tours; strings around `seed` where one is given. @returns the way that was chosen */
  takeOut(seed?: number): number {
    const ruin = this.#ruin;
    ruin.clear();
    const way = seed === undefined ? this.#ways.choose(this.#random) : STRINGS;
    this.#choose(way, seed);
    const tours = this.#tours;
    for (let c = 0; c < ruin.count; c++) {
      const vehicle = tours.vehicleOf[ruin.chosen[c]!]!;
      if (this.#isRuined[vehicle] === 1) continue;
      this.#isRuined[vehicle] = 1;
      tours.takeOut(vehicle, ruin.marked);
    }
    for (let c = 0; c < ruin.count; c++) this.#isRuined[tours.vehicleOf[ruin.chosen[c]!]!] = 0;
    return way;
  }

  #choose(way: number, seed: number | undefined): void {
    const { average, longest } = this.#settings;
    const ruin = this.#ruin;
    const random = this.#random;
    const { requestCount } = this.#tours.compiled;
    const wanted = 1 + random.below(Math.min(average * 2, requestCount));
    if (way === STRINGS) ruin.strings(average, longest, seed ?? random.below(requestCount));
    else if (way === RELATED) ruin.related(wanted);
    else if (way === CORRIDOR) this.#corridors.choose(ruin, wanted);
    else if (way === MOMENT) ruinMoment(this.#tours, this.#neighbours, random, ruin, wanted);
    else if (way === ANYBODY) ruin.anybody(wanted);
    else ruin.wholeTours(wanted);
  }

  /** Notes what a way has led to. @param putBack how many requests were put back */
  learn(way: number, outcome: RuinOutcome, putBack: number): void {
    this.#ways.learn(way, GAINS[outcome], putBack + EFFORT_OF_STEP);
  }
}
