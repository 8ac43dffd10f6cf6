import type { DistinctPair } from '../domain/person/distinctPair.ts';
import type { RiderMerge } from '../domain/person/riderMerge.ts';
import type { EpochMs } from '../domain/units/time.ts';

/** A finished import of riders. */
export interface RiderImport {
  readonly id: string;
  readonly fileName: string;
  readonly importedBy: string;
  readonly importedAt: EpochMs;
  /** Whom it added. */
  readonly personIds: readonly string[];
  readonly rolledBackAt: EpochMs | null;
}

/** What was done to the register as a whole: imports, merges, and who is not the same. The office's, with one exception. */
export interface RegisterTable {
  /** The newest first. */
  listImports(limit: number): Promise<readonly RiderImport[]>;
  findImport(id: string): Promise<RiderImport | undefined>;
  insertImport(done: RiderImport): Promise<void>;
  /** Marks an import as taken back; false when it was before. */
  closeImport(id: string, at: EpochMs): Promise<boolean>;
  /** Those that stand, the newest first. */
  listMerges(limit: number): Promise<readonly RiderMerge[]>;
  findMerge(id: string): Promise<RiderMerge | undefined>;
  insertMerge(merge: RiderMerge): Promise<void>;
  /** Marks a merge as taken back; false when it was before. */
  undoMerge(id: string, at: EpochMs): Promise<boolean>;
  /** Entries said to be two people, those that stand, the newest first. Read by their town, too. */
  listDistinct(limit: number): Promise<readonly DistinctPair[]>;
  findDistinct(id: string): Promise<DistinctPair | undefined>;
  /** @returns the id of what stands of the two: this, or what was there already */
  insertDistinct(pair: DistinctPair): Promise<string>;
  /** Marks it as taken back; false when it was before. */
  undoDistinct(id: string, at: EpochMs): Promise<boolean>;
}
