import { HierarchySearch, searchCosts } from '../hierarchy/hierarchySearch.ts';
import { Workspace } from '../hierarchy/workspace.ts';
import type { RoadSearch } from '../search/roadSearch.ts';
import { applyRoadState } from '../states/applyRoadState.ts';
import { OPEN_ROADS_NAMES } from '../states/checkRoadState.ts';
import type { RoadState, RoadStateReport } from '../states/roadState.ts';
import type { PreparedRoads } from './prepareRoads.ts';
import { openParts, type RoadParts } from './roadEnds.ts';
import { RoadFault } from './roadFault.ts';

/** What an engine answers from, for one road state. */
export interface StateAnswers {
  readonly search: RoadSearch;
  readonly parts: RoadParts;
}

/** States worked out at the same time; each holds the costs of all edges (some 30 MB for 52,504 roads). */
const KEPT = 6;

/** The road states an engine knows. A state not asked for lately is worked out again from its description. */
export class RoadStates {
  readonly #roads: PreparedRoads;
  readonly #work: Workspace;
  readonly #open: StateAnswers;
  readonly #known = new Map<string, RoadState>();
  /** Least recently used first. */
  readonly #kept = new Map<string, StateAnswers>();

  constructor(roads: PreparedRoads) {
    const { network, hierarchy, costs } = roads;
    this.#roads = roads;
    this.#work = new Workspace(hierarchy);
    this.#open = {
      search: new HierarchySearch(network, hierarchy, costs, this.#work),
      parts: openParts(network),
    };
  }

  /** Names of the states, open roads not among them. */
  list(): string[] {
    return [...this.#known.keys()];
  }

  /** Takes a state in, or another content for a known one. Throws `RoadStateFault`; then nothing has changed. */
  define(state: RoadState): RoadStateReport {
    const { answers, report } = this.#workOut(state);
    this.#known.set(state.id, state);
    this.#keep(state.id, answers);
    return report;
  }

  /** Forgets a state; `false` where there was none. */
  forget(id: string): boolean {
    this.#kept.delete(id);
    return this.#known.delete(id);
  }

  /** Throws `RoadFault` where the state is not known: never answers for open roads instead. */
  answersFor(id: string): StateAnswers {
    if (OPEN_ROADS_NAMES.includes(id)) return this.#open;
    const kept = this.#kept.get(id);
    if (kept) {
      this.#keep(id, kept);
      return kept;
    }
    const state = this.#known.get(id);
    if (!state) throw new RoadFault('InvalidOptions', `Road state ${id} is not known here.`);
    const { answers } = this.#workOut(state);
    this.#keep(id, answers);
    return answers;
  }

  #workOut(state: RoadState): { answers: StateAnswers; report: RoadStateReport } {
    const { network, hierarchy } = this.#roads;
    const { costs, partCosts, closed, report } = applyRoadState(this.#roads, state);
    const search = new HierarchySearch(
      network,
      hierarchy,
      searchCosts(network, hierarchy, costs),
      this.#work,
    );
    return { answers: { search, parts: { network, costs: partCosts, closed } }, report };
  }

  #keep(id: string, answers: StateAnswers): void {
    this.#kept.delete(id);
    this.#kept.set(id, answers);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }
}
