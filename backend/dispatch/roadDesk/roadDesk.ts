import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { RoadClosure } from '../../domain/road/roadClosure.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { RoadsReplan } from '../replan/replanForRoads.ts';
import type { ClosureEntry } from './closureEntry.ts';
import type { LearningDesk } from './learningDesk.ts';
import type { RoadsStanding } from './roadsStanding.ts';
import type { SeasonDesk } from './seasonDesk.ts';

/** What a closure would do, to be heard before it is confirmed. */
export interface ClosureCheck {
  /** Boarding points that nobody can come to, or get away from, while it holds. */
  readonly cutOff: readonly {
    readonly id: string;
    readonly name: string;
    readonly hasWayIn: boolean;
    readonly hasWayOut: boolean;
  }[];
  /** One sentence: which places, and from when to when; null where none is cut off. */
  readonly sentence: SpokenText | null;
  /** Length of the closed parts in metres; 0 means nothing was found. */
  readonly closedMetres: number;
  /** The closed parts themselves. */
  readonly lines: RoadClosure['lines'];
}

/** A closure that was entered or ended, and what becomes of the plans. */
export interface ClosureChange {
  readonly closure: RoadClosure;
  /** Resolves when the affected days are replanned. Never rejects: `null` where the roads did not answer, tried again. */
  readonly replanned: Promise<RoadsReplan | null>;
}

/** Closures, seasons and learned speeds: entered, ended, and brought into travel times and plans. */
export interface RoadDesk {
  /** Judges an entry and tells what it would do; writes nothing. @throws RoadsFault where the roads do not answer */
  check(entry: ClosureEntry): Promise<Outcome<ClosureCheck, Rejection>>;
  /** @throws RoadsFault where the roads do not answer */
  close(entry: ClosureEntry, actor: Actor): Promise<Outcome<ClosureChange & ClosureCheck, Rejection>>;
  /** Ends a closure now. */
  reopen(id: string, actor: Actor): Promise<Outcome<ClosureChange, Rejection>>;
  /** What was moved for a closure, as far as this process did it. */
  replanOf(closureId: string): RoadsReplan | undefined;
  /**
   * Brings travel times and plans in line with what is stored and with the present day. Idempotent; for the start, for
   * days that come and for other processes' closures. @throws RoadsFault
   */
  refresh(): Promise<ReadonlyMap<ServiceDay, RoadsReplan>>;
  /** The roads answer again: times anew what was planned on estimates. */
  recheckEstimates(): Promise<void>;
  readonly seasons: SeasonDesk;
  readonly learning: LearningDesk;
  /** How far travel times follow what was entered, and what holds today. */
  standing(): RoadsStanding;
  /** One sentence while something is closed now, else null. */
  notice(): SpokenText | null;
}
