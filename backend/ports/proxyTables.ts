import type { Person } from '../domain/person/person.ts';

import type { ProxyGrant } from '../domain/proxy/proxyGrant.ts';
import type { ProxyInvitation } from '../domain/proxy/proxyInvitation.ts';
import type { RiderPin } from '../domain/proxy/riderPin.ts';
import type { EpochMs } from '../domain/units/time.ts';

/** Who may act for whom. The office writes; the town, the rider, the clinic and the named account read theirs. */
export interface ProxyGrantsTable {
  /** Riders who were merged into another stand under the other's id. */
  find(id: string): Promise<ProxyGrant | undefined>;
  /** Those that hold the rider, ended ones too, in the order in which they were written down. */
  listFor(person: Person): Promise<readonly ProxyGrant[]>;
  /** Those that name the account. */
  listByAccount(accountId: string): Promise<readonly ProxyGrant[]>;
  insert(grant: ProxyGrant): Promise<void>;
  /** Waits until nobody else with a turn for the number is writing; the turn lasts until the transaction ends. */
  takeTurn(phone: string): Promise<void>;
  /** Ends a grant at a moment, or opens it again (null); false when it is so already. */
  setEnded(id: string, at: EpochMs | null): Promise<boolean>;
  /** The account that may act by the grant; false when there is no such grant. */
  setAccount(id: string, accountId: string): Promise<boolean>;
}

/** Codes by which proxies come to an account. The office's alone. */
export interface ProxyInvitationsTable {
  /** Open ones of a grant: neither used nor withdrawn; those that ran out, too. */
  listOpen(grantIds: readonly string[]): Promise<readonly ProxyInvitation[]>;
  /** Those of a code's first part, used ones too, the newest first. */
  listBySelector(selector: string): Promise<readonly ProxyInvitation[]>;
  insert(invitation: ProxyInvitation): Promise<void>;
  /** Withdraws what is open of a grant. */
  withdraw(grantId: string, at: EpochMs): Promise<void>;
  /** False when it was used or withdrawn meanwhile. */
  use(id: string, accountId: string, at: EpochMs): Promise<boolean>;
}

/** What riders agreed on with the desk, and how often it was guessed at. The office's alone. */
export interface RiderPinsTable {
  find(personId: string): Promise<RiderPin | undefined>;
  save(pin: RiderPin): Promise<void>;
  /** False when there was none. */
  remove(personId: string): Promise<boolean>;
  /**
   * Takes one attempt before the answer is looked at, so that two who guess at once have no more than one.
   * @returns false when all attempts since `since` are used up
   */
  takeAttempt(person: Pick<Person, 'id' | 'municipality'>, now: EpochMs, since: EpochMs): Promise<boolean>;
  /** Gives one attempt back that was none after all: the answer was right for somebody else of the house. */
  returnAttempt(personId: string): Promise<void>;
  /** Attempts taken since they were last cleared, however long ago. */
  countAttempts(personId: string): Promise<number>;
  clearAttempts(personId: string): Promise<void>;
}
