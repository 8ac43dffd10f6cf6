import type { RoadState } from '../domain/road/roadState.ts';
import type { Coordinates } from '../domain/units/coordinates.ts';
import type { Roads } from './roads.ts';

/** What a state closes and slows, as the engine found it on its network. */
export interface DefinedState {
  /** The closed parts of roads. */
  readonly lines: readonly (readonly Coordinates[])[];
  /** How many roads have another speed than the network says. */
  readonly slowedRoads: number;
}

/** Roads as they are under one state or another. */
export interface RoadStates {
  /**
   * Makes a state known to the engine. Idempotent.
   * @throws RoadsFault `refused` with a sentence where it names no road, `unreachable` where the engine does not answer
   */
  define(state: RoadState): Promise<DefinedState>;
  /** Answers for a state that was defined, or for open roads. */
  roads(stateId: string): Roads;
  /**
   * The same, always by the engine that takes states in: open roads may have another one, and only answers of one
   * engine can be compared.
   */
  ownRoads(stateId: string): Roads;
}
