import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import { areValidCoordinates } from '../../domain/units/coordinates.ts';
import type { TravelTimes } from '../../planner/model/travelTimes.ts';
import type { Roads } from '../../ports/roads.ts';
import type { LocatedPoints, TravelMatrix, TravelPoint, TravelQuality } from '../../ports/travel.ts';
import { askFreshRows, type FreshRows, isOffRoadFault, splitByRoad, writeFreshRows } from './freshRows.ts';
import { GrowingMatrix } from './growingMatrix.ts';
import { type Location, Locations } from './locations.ts';
import { isOffRoadRow, readMatrix, writeMatrix } from './matrixCache.ts';
import { estimateTravel, measureStraightLine, type StraightLineMeasure, UNMEASURED } from './straightLine.ts';

/** One stretch of the day with the roads as they are then. */
export interface MatrixLayer {
  /** Second of the service day from which departures use it; the first is 0. */
  readonly fromSecond: number;
  readonly roadStateId: string;
  /** Answers for this road state. */
  readonly roads: Roads;
}

/** What a matrix is made of. */
export interface TravelMatrixOptions {
  /** At least one, in order of `fromSecond`. */
  readonly layers: readonly MatrixLayer[];
  /** Known from the start, mostly boarding points and depots; kept on disk. */
  readonly points: readonly TravelPoint[];
  /** Where matrices are kept; nothing is kept where absent. */
  readonly cacheFolder?: string;
  /** Names network and profile, for the file on disk. */
  readonly networkId?: string;
  /** Points done and all points of the start, for a progress bar. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told when the roads stop or begin to answer. */
  readonly onRoads?: (areAnswering: boolean) => void;
  /** After this time a question is answered by estimate. */
  readonly deadlineMs?: number;
  /** How often roads that do not answer are tried again, and estimates re-checked. */
  readonly recheckMs?: number;
}

/** Points asked for in one go when there are many. */
const POINTS_AT_ONCE = 50;
const NEVER = Number.POSITIVE_INFINITY;

/** The port `TravelMatrix` over roads: grows by two table calls a new point, and goes on without roads. */
export class RoadTravelMatrix implements TravelMatrix {
  readonly #options: TravelMatrixOptions;
  readonly #matrices: GrowingMatrix[];
  readonly #locations = new Locations();
  readonly #measures: StraightLineMeasure[];
  #areRoadsAnswering = true;
  #lastAddition: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  private constructor(options: TravelMatrixOptions) {
    this.#options = options;
    this.#matrices = options.layers.map(() => new GrowingMatrix());
    this.#measures = options.layers.map(() => UNMEASURED);
  }

  /**
   * Loads the start's points from disk, or computes and keeps them. Where the roads do not answer, they are estimated
   * for now; this never throws for want of roads.
   */
  static async open(options: TravelMatrixOptions): Promise<RoadTravelMatrix> {
    const matrix = new RoadTravelMatrix(options);
    await matrix.#fillStart();
    return matrix;
  }

  /** Do the roads answer, as far as is known? */
  get areRoadsAnswering(): boolean {
    return this.#areRoadsAnswering;
  }

  async locate(points: readonly TravelPoint[]): Promise<LocatedPoints> {
    if (this.#locations.missing(points).length > 0 && this.#areRoadsAnswering) await this.#addInTime(points);
    this.#estimate(this.#locations.missing(points));
    const found = points.map((point) => this.#locations.get(point));
    return {
      indices: found.map((location) => location.index),
      times: this.#times(),
      quality: this.#qualityOf(found),
      roadStateId: this.#options.layers.map((layer) => layer.roadStateId).join('+'),
    };
  }

  /** Replaces estimates by roads where they answer again. Resolves with how many estimates are left. */
  recheck(): Promise<number> {
    return this.#inTurn(() => this.#recheckNow());
  }

  /** Ends the re-checks. */
  close(): void {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #times(): TravelTimes {
    const { layers } = this.#options;
    return {
      stride: this.#matrices[0]!.stride,
      size: this.#locations.size,
      layers: this.#matrices.map((matrix, i) => matrix.layer(layers[i]!.fromSecond)),
    };
  }

  #qualityOf(found: readonly Location[]): TravelQuality {
    if (found.some((location) => location.standing === 'estimate')) return 'estimate';
    return this.#areRoadsAnswering ? 'roads' : 'cached';
  }

  /** Additions follow each other, so that each sees all locations before it. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#lastAddition.then(work);
    this.#lastAddition = done.catch(() => undefined);
    return done;
  }

  /** Adds points from the roads, but waits no longer than the deadline. */
  async #addInTime(points: readonly TravelPoint[]): Promise<void> {
    const deadline = AbortSignal.timeout(this.#options.deadlineMs ?? 1_200);
    const isOver = new Promise<void>((done) => deadline.addEventListener('abort', () => done()));
    const added = this.#inTurn(async () => {
      if (!deadline.aborted) await this.#tryRoads(this.#locations.missing(points), deadline);
    });
    await Promise.race([added, isOver]);
  }

  /** Fills from the roads and notes whether they answered. */
  async #tryRoads(points: readonly TravelPoint[], signal?: AbortSignal): Promise<boolean> {
    try {
      if (points.length > 0) await this.#fill(points, signal);
      this.#noteRoads(true);
      return true;
    } catch {
      this.#noteRoads(false);
      return false;
    }
  }

  /** Fills rows and columns of these points; points without a road are set apart. Throws where roads do not answer. */
  async #fill(points: readonly TravelPoint[], signal?: AbortSignal): Promise<void> {
    const isFresh = (location: Location) => points.some((point) => this.#locations.find(point) === location);
    const others = this.#locations.all().filter((known) => known.standing !== 'offRoad' && !isFresh(known));
    const { layers } = this.#options;
    let answers: FreshRows[];
    try {
      if (!points.every(areValidCoordinates)) throw new RoadsFault('noSegment', 'A point is not on earth.');
      answers = await Promise.all(layers.map(({ roads }) => askFreshRows(roads, points, others, signal)));
    } catch (cause) {
      if (!isOffRoadFault(cause)) throw cause;
      const { near, off } = await splitByRoad(layers[0]!.roads, points, signal);
      if (off.length === 0) throw cause;
      this.#settle(off, 'offRoad');
      return near.length > 0 ? this.#fill(near, signal) : undefined;
    }
    const fresh = this.#settle(points, 'roads');
    for (const [layer, rows] of answers.entries())
      writeFreshRows(this.#matrices[layer]!, fresh, others, rows);
  }

  /** Gives points a number and fills what the roads were not asked: nothing to points off the road, else estimates. */
  #settle(points: readonly TravelPoint[], standing: 'roads' | 'estimate' | 'offRoad'): Location[] {
    const isChange = points.some((point) => this.#locations.find(point));
    const settled = this.#locations.settle(points, standing);
    for (const [layer, matrix] of this.#matrices.entries()) {
      matrix.reserve(this.#locations.size);
      if (isChange) matrix.copy();
      for (const location of settled) {
        for (const other of this.#locations.all()) {
          const isOff = standing === 'offRoad' || other.standing === 'offRoad';
          const way = isOff
            ? { seconds: NEVER, metres: NEVER }
            : estimateTravel(location, other, this.#measures[layer]!);
          matrix.set(location.index, other.index, way.seconds, way.metres);
          matrix.set(other.index, location.index, way.seconds, way.metres);
        }
      }
    }
    return settled;
  }

  #estimate(points: readonly TravelPoint[]): void {
    if (points.length === 0) return;
    this.#settle(points, 'estimate');
    this.#recheckLater();
  }

  #noteRoads(areAnswering: boolean): void {
    if (!areAnswering) this.#recheckLater();
    if (areAnswering === this.#areRoadsAnswering) return;
    this.#areRoadsAnswering = areAnswering;
    this.#options.onRoads?.(areAnswering);
  }

  #recheckLater(): void {
    if (this.#timer || this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.recheck();
    }, this.#options.recheckMs ?? 5_000);
    this.#timer.unref();
  }

  async #recheckNow(): Promise<number> {
    const stale = this.#locations.standing('estimate');
    const probe = this.#locations.standing('roads')[0];
    if (stale.length === 0 && probe) {
      const isThere = this.#options.layers[0]!.roads.nearest(probe).then(
        () => true,
        () => false,
      );
      this.#noteRoads(await isThere);
    }
    for (let start = 0; start < stale.length; start += POINTS_AT_ONCE) {
      if (!(await this.#tryRoads(stale.slice(start, start + POINTS_AT_ONCE)))) break;
    }
    return this.#locations.standing('estimate').length;
  }

  async #fillStart(): Promise<void> {
    const points = this.#locations.missing(this.#options.points);
    if (points.length === 0) return;
    if (await this.#readStart(points)) {
      await this.#recheckNow();
    } else {
      for (let start = 0; start < points.length; start += POINTS_AT_ONCE) {
        if (!(await this.#tryRoads(points.slice(start, start + POINTS_AT_ONCE)))) break;
        this.#options.onProgress?.(Math.min(points.length, start + POINTS_AT_ONCE), points.length);
      }
      if (this.#locations.missing(points).length === 0) await this.#keepStart(points);
    }
    for (const [layer, matrix] of this.#matrices.entries()) {
      this.#measures[layer] = measureStraightLine(this.#locations.all(), matrix);
    }
    this.#estimate(this.#locations.missing(points));
  }

  async #readStart(points: readonly TravelPoint[]): Promise<boolean> {
    for (const [layer, matrix] of this.#matrices.entries()) {
      const key = this.#cacheKey(layer);
      if (!key || !(await readMatrix(key, points, matrix))) return false;
    }
    const first = this.#matrices[0]!;
    this.#locations.settle(points, 'roads');
    this.#locations.settle(
      points.filter((_, i) => isOffRoadRow(first, i)),
      'offRoad',
    );
    return true;
  }

  /** `points` hold the numbers 0, 1, … unless some were set apart; then they are not worth keeping. */
  async #keepStart(points: readonly TravelPoint[]): Promise<void> {
    if (points.some((point, i) => this.#locations.get(point).index !== i)) return;
    for (const [layer, matrix] of this.#matrices.entries()) {
      const key = this.#cacheKey(layer);
      if (key) await writeMatrix(key, points, matrix);
    }
  }

  #cacheKey(layer: number) {
    const { cacheFolder, networkId, layers } = this.#options;
    const { roadStateId } = layers[layer]!;
    return cacheFolder ? { folder: cacheFolder, networkId: networkId ?? '', roadStateId } : null;
  }
}
