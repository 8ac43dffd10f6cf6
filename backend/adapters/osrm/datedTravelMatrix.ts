import {
  bandsOfDay,
  OPEN_BANDS,
  OPEN_CALENDAR,
  OPEN_ROADS,
  type RoadBand,
  type RoadCalendar,
  type RoadState,
} from '../../domain/road/roadState.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { RoadStates } from '../../ports/roadStates.ts';
import type { Roads } from '../../ports/roads.ts';
import type {
  DatedTravel,
  LocatedPoints,
  TravelMatrix,
  TravelPoint,
  TravelProgress,
} from '../../ports/travel.ts';
import { rememberedRoads } from './rememberedRoads.ts';
import { RoadTravelMatrix, type TravelMatrixOptions } from './travelMatrix.ts';

/** What a dated matrix is made of; its layers come from the calendar. */
export interface DatedMatrixOptions extends Omit<TravelMatrixOptions, 'layers'> {
  readonly states: RoadStates;
}

/** The matrices of some states, over the same locations. */
interface Picture {
  readonly calendar: RoadCalendar;
  /** Whose states are computed. */
  readonly days: readonly ServiceDay[];
  readonly matrix: RoadTravelMatrix;
  /** State ids; `[i]` has layer i of the matrix. Open roads first. */
  readonly stateIds: readonly string[];
}

/** The port `TravelMatrix` with closures: each state its own matrix, each service day the states in force on it. */
export class DatedTravelMatrix implements TravelMatrix, DatedTravel {
  readonly #options: DatedMatrixOptions;
  readonly #known = new Map<string, TravelPoint>();
  #picture: Picture;
  #revision = 0;
  #progress: TravelProgress = { wanted: 1, ready: 1, share: 1, isWorking: false };
  #lastRefresh: Promise<unknown> = Promise.resolve();

  private constructor(options: DatedMatrixOptions, picture: Picture) {
    this.#options = options;
    this.#picture = picture;
  }

  /** Opens with open roads; `refresh` brings the closures. */
  static async open(options: DatedMatrixOptions): Promise<DatedTravelMatrix> {
    const layers = [
      { fromSecond: 0, roadStateId: OPEN_ROADS.id, roads: options.states.roads(OPEN_ROADS.id) },
    ];
    const matrix = await RoadTravelMatrix.open({ ...options, layers });
    return new DatedTravelMatrix(options, {
      calendar: OPEN_CALENDAR,
      days: [],
      matrix,
      stateIds: [OPEN_ROADS.id],
    });
  }

  /** Do the roads answer, as far as is known? */
  get areRoadsAnswering(): boolean {
    return this.#picture.matrix.areRoadsAnswering;
  }

  get revision(): number {
    return this.#revision;
  }

  get progress(): TravelProgress {
    return this.#progress;
  }

  async locate(points: readonly TravelPoint[], day?: ServiceDay): Promise<LocatedPoints> {
    for (const point of points) this.#known.set(keyOf(point), point);
    if (day === undefined) return this.#locateIn(this.#picture, points, OPEN_BANDS);
    const isMissing = ({ stateId }: RoadBand) => !this.#picture.stateIds.includes(stateId);
    if (bandsOfDay(this.#picture.calendar, day).some(isMissing)) {
      await this.refresh(this.#picture.calendar, [...this.#picture.days, day]);
    }
    return this.#locateIn(this.#picture, points, bandsOfDay(this.#picture.calendar, day));
  }

  async #locateIn(
    { matrix, stateIds }: Picture,
    points: readonly TravelPoint[],
    bands: readonly RoadBand[],
  ): Promise<LocatedPoints> {
    const located = await matrix.locate(points);
    const roadBands = bands.map(({ fromSecond, stateId }) => ({ fromSecond, stateId }));
    const layers = roadBands.map(({ fromSecond, stateId }) => ({
      ...located.times.layers[stateIds.indexOf(stateId)]!,
      fromSecond,
    }));
    const roadStateId = roadBands.map(({ stateId }) => stateId).join('+');
    return { ...located, times: { ...located.times, layers }, roadStateId, roadBands };
  }

  /**
   * Takes a calendar in: computes the matrices of states that these days have and the last calendar's had not, then
   * answers by it. Until then everybody is answered as before.
   * @throws RoadsFault where the engine does not answer or refuses a state; then nothing has changed
   */
  refresh(calendar: RoadCalendar, days: readonly ServiceDay[]): Promise<void> {
    const done = this.#lastRefresh
      .then(() => this.#refreshNow(calendar, days))
      .finally(() => {
        this.#progress = { ...this.#progress, isWorking: false };
      });
    this.#lastRefresh = done.catch(() => undefined);
    return done;
  }

  /** Replaces estimates by roads where they answer again. Resolves with how many estimates are left. */
  recheck(): Promise<number> {
    return this.#picture.matrix.recheck();
  }

  close(): void {
    this.#picture.matrix.close();
  }

  async #refreshNow(calendar: RoadCalendar, days: readonly ServiceDay[]): Promise<void> {
    const states = statesOf(calendar, days);
    const stateIds = [...states.keys()];
    const before = this.#picture;
    const known = stateIds.filter((id) => before.stateIds.includes(id)).length;
    this.#progress = { wanted: stateIds.length, ready: known, share: 0, isWorking: true };
    for (const state of states.values()) await this.#options.states.define(state);
    const isSame = stateIds.every((id) => before.stateIds.includes(id));
    const matrix = isSame ? before.matrix : await this.#compute(stateIds);
    const hasChanged = !isSame || JSON.stringify(calendar) !== JSON.stringify(before.calendar);
    this.#picture = { calendar, days, matrix, stateIds: isSame ? before.stateIds : stateIds };
    if (!isSame) before.matrix.close();
    if (hasChanged) this.#revision += 1;
    this.#progress = { wanted: stateIds.length, ready: stateIds.length, share: 1, isWorking: false };
  }

  /** A matrix of these states for all points known so far; what the last one knew is not asked again. */
  async #compute(stateIds: readonly string[]): Promise<RoadTravelMatrix> {
    const { states } = this.#options;
    const before = this.#picture;
    const { cacheFolder, ...options } = this.#options;
    const onProgress = (done: number, total: number) => {
      this.#progress = { ...this.#progress, share: done / total };
    };
    const places = [...options.points, ...this.#known.values()];
    const points = [...new Map(places.map((point) => [keyOf(point), point])).values()];
    const located = await before.matrix.locate(points);
    const roadsOf = (id: string): Roads => {
      const layer = before.stateIds.indexOf(id);
      if (layer < 0 || located.quality === 'estimate') return states.roads(id);
      return rememberedRoads(states.roads(id), { ...located, points, layer });
    };
    const layers = stateIds.map((id) => ({ fromSecond: 0, roadStateId: id, roads: roadsOf(id) }));
    // Only the region's own points are the same at the next start, and so worth a file.
    const keeps = cacheFolder !== undefined && points.length === options.points.length;
    return RoadTravelMatrix.open({
      ...options,
      points,
      layers,
      onProgress,
      ...(keeps ? { cacheFolder } : {}),
    });
  }
}

function keyOf({ id, lon, lat }: TravelPoint): string {
  return `${id} ${lon} ${lat}`;
}

/** The states that these days have, open roads first. */
function statesOf(calendar: RoadCalendar, days: readonly ServiceDay[]): Map<string, RoadState> {
  const bands = days.flatMap((day) => bandsOfDay(calendar, day));
  return new Map([OPEN_ROADS, ...bands.map(({ state }) => state)].map((state) => [state.id, state]));
}
