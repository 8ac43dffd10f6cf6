import type { ApartPair, ApartRule } from '../domain/apart/apartPair.ts';
import type { EpochMs } from '../domain/units/time.ts';

/**
 * Who is not to ride with whom. Only those who plan the day, and the system, see any of it: neither the telephone desk
 * nor town, clinic, driver or rider. Riders who were merged into another stand under the other's id.
 */
export interface ApartPairsTable {
  find(id: string): Promise<ApartPair | undefined>;
  /** Those that stand and name the rider on either side, in the order in which they were written down. */
  listOf(personId: string): Promise<readonly ApartPair[]>;
  /** All that stand, without their reasons. */
  listRules(): Promise<readonly ApartRule[]>;
  /** @throws StaleWrite where the same two are kept apart already */
  insert(pair: ApartPair): Promise<void>;
  /**
   * Ends a pair at a moment, or lets it stand again (null); false when it is so already.
   * @throws StaleWrite where the same two are kept apart by another entry
   */
  setEnded(id: string, at: EpochMs | null): Promise<boolean>;
  /** Empties the reasons of pairs that ended before the moment. */
  forgetReasons(before: EpochMs): Promise<void>;
}
