import type { CallBack, CallClaim, CallOwed, CallReason } from '../domain/callBack/callBack.ts';
import type { ContactWish, ContactWishChange } from '../domain/callBack/contactWish.ts';
import type { KeptNotice } from '../domain/notice/notice.ts';
import type { EpochMs, ServiceDay } from '../domain/units/time.ts';
import type { WaitlistEntry } from '../domain/waitlist/waitlistEntry.ts';

/** How much waits, and a text that is another one as soon as any of it has changed: for the counts in the desk's head. */
export interface QueueState {
  readonly open: number;
  readonly version: string;
}

/** Calls we owe, and whose hand is on which household's telephone. */
export interface CallBacksTable {
  find(id: string): Promise<CallBack | undefined>;
  listOpen(): Promise<readonly CallBack[]>;
  /** Open ones of one household, in the order in which they were owed. */
  listOpenOf(householdId: string): Promise<readonly CallBack[]>;
  listByRide(rideId: string): Promise<readonly CallBack[]>;
  /**
   * Adds calls; household and municipality are the rider's. Where an open one with the same subject and reason is there,
   * it stays and only its hours are brought up to date: a promise that breaks three times in ten minutes owes one call.
   */
  owe(calls: readonly CallOwed[], now: EpochMs): Promise<void>;
  /** Subjects for which a call of the reason was ever owed, of those given. */
  listKnownSubjects(reason: CallReason, subjects: readonly string[]): Promise<readonly string[]>;
  /** @throws StaleWrite when the stored revision is not the one read */
  update(call: CallBack, readRevision: number): Promise<void>;
  state(): Promise<QueueState>;
  /**
   * Puts a household's telephone into one account's hand, or leaves it there longer.
   * @returns false while it is in another's
   */
  take(claim: CallClaim, now: EpochMs): Promise<boolean>;
  release(householdId: string, accountId: string, now: EpochMs): Promise<void>;
  listClaims(now: EpochMs): Promise<readonly CallClaim[]>;
}

/** How riders wish to be told things. */
export interface ContactWishesTable {
  find(personId: string): Promise<ContactWish | undefined>;
  listByPeople(personIds: readonly string[]): Promise<readonly ContactWish[]>;
  /** In one statement, so that two who change different parts of a wish at once lose neither. */
  save(change: ContactWishChange): Promise<void>;
}

/** Automatic notices, kept until they have arrived or failed. */
export interface NoticesTable {
  /** Adds those whose id is not there yet. */
  insertNew(notices: readonly KeptNotice[]): Promise<void>;
  listByPerson(personId: string, limit: number): Promise<readonly KeptNotice[]>;
  /**
   * Takes waiting notices that may be sent for one process until `until`, oldest first.
   * @param claim the taker's own word, so that two never send the same
   */
  takeDue(now: EpochMs, until: EpochMs, claim: string, limit: number): Promise<readonly KeptNotice[]>;
  /** @returns false when the notice was settled already */
  settle(id: string, state: 'sent' | 'failed', at: EpochMs, failure: string | null): Promise<boolean>;
}

/** Refused requests that wait for a place. */
export interface WaitlistTable {
  find(id: string): Promise<WaitlistEntry | undefined>;
  findByDeniedRide(rideId: string): Promise<WaitlistEntry | undefined>;
  /** Waiting or held, oldest first. */
  listOpen(): Promise<readonly WaitlistEntry[]>;
  listByDay(day: ServiceDay): Promise<readonly WaitlistEntry[]>;
  /** @returns false, and nothing is written, where the refused request is on it already */
  insertNew(entry: WaitlistEntry): Promise<boolean>;
  /** @throws StaleWrite when the stored revision is not the one read */
  update(entry: WaitlistEntry, readRevision: number): Promise<void>;
  state(): Promise<QueueState>;
}
