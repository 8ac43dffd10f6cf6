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

/** What was done to the register as a whole: imports and merges. The office's alone. */
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
}
