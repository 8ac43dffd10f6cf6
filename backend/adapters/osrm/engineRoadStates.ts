import type { ClosedStretch } from '../../domain/road/roadClosure.ts';
import { OPEN_ROADS, type RoadState } from '../../domain/road/roadState.ts';
import type { Coordinates } from '../../domain/units/coordinates.ts';
import type { DefinedState, RoadStates } from '../../ports/roadStates.ts';
import type { Roads } from '../../ports/roads.ts';
import { defineEngineState } from './engineStates.ts';
import { OsrmRoads } from './osrmRoads.ts';

/** Where the engine is, and how much it takes in one question. */
type EngineSettings = ConstructorParameters<typeof OsrmRoads>[0];

const lonLat = ({ lon, lat }: Coordinates) => [lon, lat] as const;

/** A closed stretch in the words of the engine. */
function closedPart(stretch: ClosedStretch): object {
  if (stretch.kind === 'area') return { kind: 'area', ring: stretch.ring.map(lonLat) };
  const between = stretch.between ? { between: stretch.between.map(lonLat) } : {};
  return { kind: 'ref', ref: stretch.ref, ...between };
}

function snowRule({ factor, classes, aboveMetres, belowMetres }: RoadState['snow'][number]): object {
  return {
    factor,
    ...(classes === null ? {} : { classes }),
    ...(aboveMetres === null ? {} : { aboveMetres }),
    ...(belowMetres === null ? {} : { belowMetres }),
  };
}

/** The port `RoadStates` over our own engine; open roads may be answered by another, `osrm-routed` for example. */
export class EngineRoadStates implements RoadStates {
  readonly #settings: EngineSettings;
  readonly #open: Roads;
  readonly #own = new Map<string, Roads>();
  readonly #defined = new Map<string, Promise<DefinedState>>();

  /**
   * @param settings of our own engine
   * @param open the roads asked for while nothing is closed
   */
  constructor(settings: EngineSettings, open: Roads) {
    this.#settings = settings;
    this.#open = open;
  }

  define(state: RoadState): Promise<DefinedState> {
    if (state.id === OPEN_ROADS.id) return Promise.resolve({ lines: [], slowedRoads: 0 });
    const known = this.#defined.get(state.id);
    if (known !== undefined) return known;
    const defining = this.#tell(state);
    this.#defined.set(state.id, defining);
    // An engine that did not answer may do so the next time.
    defining.catch(() => this.#defined.delete(state.id));
    return defining;
  }

  roads(stateId: string): Roads {
    return stateId === OPEN_ROADS.id ? this.#open : this.ownRoads(stateId);
  }

  ownRoads(stateId: string): Roads {
    const known = this.#own.get(stateId);
    if (known) return known;
    const roads = new OsrmRoads({ ...this.#settings, profile: stateId });
    this.#own.set(stateId, roads);
    return roads;
  }

  async #tell({ id, closed, snow, learned }: RoadState): Promise<DefinedState> {
    const described = {
      id,
      closed: closed.map(closedPart),
      snow: snow.map(snowRule),
      learned: learned.map(({ roadClass, factor }) => ({ class: roadClass, factor })),
    };
    const { closedLines, slowedRoads } = await defineEngineState(this.#settings.baseUrl, described);
    return { lines: closedLines.map((line) => line.map(([lon, lat]) => ({ lon, lat }))), slowedRoads };
  }
}
