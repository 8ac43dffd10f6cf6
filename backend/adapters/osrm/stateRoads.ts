import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import type { Coordinates } from '../../domain/units/coordinates.ts';
import type { RoadRoute, Roads, RoadTable } from '../../ports/roads.ts';
import { defineEngineState } from './engineStates.ts';
import { OsrmRoads, type OsrmRoadsSettings } from './osrmRoads.ts';
import type { MatrixLayer } from './travelMatrix.ts';

/** A road state as `routing/states` describes it; `open` stands for open roads. */
export interface StateDescription {
  readonly id: string;
  readonly closed: readonly unknown[];
  readonly snow: readonly unknown[];
}

const OPEN = 'open';

/**
 * Roads in one road state of our own engine. The engine is told about the state before the first question, and again
 * where it has forgotten it (a new start).
 */
export class StateRoads implements Roads {
  readonly #settings: OsrmRoadsSettings;
  readonly #state: StateDescription;
  readonly #roads: OsrmRoads;
  #told: Promise<unknown> | null = null;

  constructor(settings: OsrmRoadsSettings, state: StateDescription) {
    this.#settings = settings;
    this.#state = state;
    this.#roads = new OsrmRoads({ ...settings, profile: state.id === OPEN ? 'driving' : state.id });
  }

  table(from: readonly Coordinates[], to: readonly Coordinates[], signal?: AbortSignal): Promise<RoadTable> {
    return this.#ask(() => this.#roads.table(from, to, signal));
  }

  route(points: readonly Coordinates[], signal?: AbortSignal): Promise<RoadRoute> {
    return this.#ask(() => this.#roads.route(points, signal));
  }

  nearest(point: Coordinates, signal?: AbortSignal): Promise<{ point: Coordinates; distanceMetres: number }> {
    return this.#ask(() => this.#roads.nearest(point, signal));
  }

  async #ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    if (this.#state.id === OPEN) return question();
    await this.#tell();
    try {
      return await question();
    } catch (cause) {
      if (!(cause instanceof RoadsFault && cause.code === 'refused')) throw cause;
      this.#told = null;
      await this.#tell();
      return question();
    }
  }

  /** Once; a failure is tried again at the next question. */
  #tell(): Promise<unknown> {
    this.#told ??= defineEngineState(this.#settings.baseUrl, this.#state).catch((cause) => {
      this.#told = null;
      throw cause;
    });
    return this.#told;
  }
}

/** The layers of a day's matrix from the day's bands of road states (`statesOfDay` of `routing`). */
export function layersOfDay(
  settings: OsrmRoadsSettings,
  bands: readonly { readonly fromSecond: number; readonly state: StateDescription }[],
): MatrixLayer[] {
  return bands.map(({ fromSecond, state }) => ({
    fromSecond,
    roadStateId: state.id,
    roads: new StateRoads(settings, state),
  }));
}
