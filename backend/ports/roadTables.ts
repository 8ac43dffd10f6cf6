import type { PerformedLeg } from '../domain/road/performedLeg.ts';
import type { RoadClosure } from '../domain/road/roadClosure.ts';
import type { RoadSeason } from '../domain/road/roadSeason.ts';
import type { RoadSuggestion } from '../domain/road/roadSuggestion.ts';
import type { Coordinates } from '../domain/units/coordinates.ts';
import type { EpochMs, ServiceDay } from '../domain/units/time.ts';

/** A way that is driven, and the closures that hold meanwhile. */
export interface DrivenLine {
  /** The asker's own name for it. */
  readonly key: string;
  readonly line: readonly Coordinates[];
  readonly closureIds: readonly string[];
}

/** Closures and seasons of the roads. Everybody may read them; dispatchers and administrators write. */
export interface RoadConditionsTable {
  /**
   * By the moment of entry.
   * @param since only those that had not ended by then; all that stand or stood where absent
   */
  listClosures(since?: EpochMs): Promise<readonly RoadClosure[]>;
  insertClosure(closure: RoadClosure): Promise<void>;
  /** Ends a closure at a moment; false when there is none that stands. */
  reopen(id: string, at: EpochMs): Promise<boolean>;
  listSeasons(): Promise<readonly RoadSeason[]>;
  /** Adds seasons or replaces them. */
  saveSeasons(seasons: readonly RoadSeason[]): Promise<void>;
  /** The keys of those lines that run over the closed parts of one of their closures (`runsOver` says when). */
  listCrossing(lines: readonly DrivenLine[]): Promise<readonly string[]>;
}

/** What the street teaches. The office reads it; the system writes legs, whoever plans the roads decides. */
export interface RoadLearningTable {
  /** Legs of these days, both included. */
  listLegs(fromDay: ServiceDay, toDay: ServiceDay): Promise<readonly PerformedLeg[]>;
  listLegIds(day: ServiceDay): Promise<readonly string[]>;
  /** Adds those that are not there yet. */
  insertLegs(legs: readonly PerformedLeg[]): Promise<void>;
  /** In the order in which they were made. */
  listSuggestions(): Promise<readonly RoadSuggestion[]>;
  /** Adds suggestions or replaces them. */
  saveSuggestions(suggestions: readonly RoadSuggestion[]): Promise<void>;
}
