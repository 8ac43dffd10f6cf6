import type { RoadBand, RoadCalendar } from '../domain/road/roadState.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { TravelTimes } from '../planner/model/travelTimes.ts';

/** A point with a name of its own: a boarding point's id, `door:<personId>`, `depot:<id>` or `at:<lon>,<lat>`. */
export interface TravelPoint {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
}

/** Where the times come from: the road engine, its stored matrix, or a straight line × a measured factor. */
export type TravelQuality = 'roads' | 'cached' | 'estimate';

export interface LocatedPoints {
  /** `[i]` is the location number of `points[i]`; the same id keeps its number for the life of the matrix. */
  readonly indices: readonly number[];
  /** Times between all locations known so far. A later answer may be larger, never different for old locations. */
  readonly times: TravelTimes;
  readonly quality: TravelQuality;
  readonly roadStateId: string;
  /** `[i]` names the state of `times.layers[i]`; open roads all day where absent. */
  readonly roadBands?: readonly RoadBand[];
}

/** Travel times that follow a calendar of closures and seasons. */
export interface DatedTravel {
  /**
   * Computes what the states of these days need and answers by them from then on; until then as before.
   * @throws RoadsFault where the engine does not answer or refuses a state; then nothing has changed
   */
  refresh(calendar: RoadCalendar, days: readonly ServiceDay[]): Promise<void>;
  readonly progress: TravelProgress;
}

/** How far a matrix follows its calendar. */
export interface TravelProgress {
  /** Road states that are needed, and those of them whose times are computed. */
  readonly wanted: number;
  readonly ready: number;
  /** 0 … 1 of what is to be computed. */
  readonly share: number;
  readonly isWorking: boolean;
}

/** The growing matrix of the region. Answers within 2 s, by estimate if need be. */
export interface TravelMatrix {
  /** @param day whose closures and seasons count; open roads where absent */
  locate(points: readonly TravelPoint[], day?: ServiceDay): Promise<LocatedPoints>;
  /** Grows when answers given before do not hold any more: closures came or went. */
  readonly revision?: number;
}
