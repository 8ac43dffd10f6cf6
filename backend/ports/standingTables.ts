import type { StandingEntry } from '../domain/standingOrder/standingEntry.ts';
import type { StandingOrder } from '../domain/standingOrder/standingOrder.ts';
import type { EpochMs, ServiceDay } from '../domain/units/time.ts';

/** Standing orders, and what became of each leg of each of their dates. */
export interface StandingOrdersTable {
  find(id: string): Promise<StandingOrder | undefined>;
  /** Of a rider, ended ones too; oldest first. */
  listByPerson(personId: string): Promise<readonly StandingOrder[]>;
  /** Those that have not run out before the day, and those with rides after it that may have to go; by id. */
  listActive(day: ServiceDay): Promise<readonly StandingOrder[]>;
  insert(order: StandingOrder): Promise<void>;
  /** @throws StaleWrite when the stored revision is not the one read */
  update(order: StandingOrder, readRevision: number): Promise<void>;
  /** Entries of these orders whose series' date or own date lies between the days, both included. */
  listEntries(
    orderIds: readonly string[],
    from: ServiceDay,
    to: ServiceDay,
  ): Promise<readonly StandingEntry[]>;
  /**
   * Takes a leg of a date for one process: a new entry, or an old one that was withdrawn, refused under an earlier
   * revision, or left behind by a process that died.
   * @returns false when another process has it, or it is done
   */
  claim(entry: StandingEntry, now: EpochMs): Promise<boolean>;
  /**
   * Writes what became of an entry that is still claimed under `entry.claim` (or was booked before and is withdrawn).
   * @returns false when somebody else has it by now: write nothing else either
   */
  settle(entry: StandingEntry, readState: StandingEntry['state']): Promise<boolean>;
}

/** Jobs that are done once for each service day, whichever process does them. */
export interface JobRunsTable {
  /** The last day for which the job was done; undefined when never. */
  lastDone(job: string): Promise<ServiceDay | undefined>;
  /** Notes that the job was done for the day; idempotent. */
  markDone(job: string, day: ServiceDay, at: EpochMs): Promise<void>;
}
