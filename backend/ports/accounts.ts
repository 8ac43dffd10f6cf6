import type { Account } from '../domain/account/account.ts';
import type { EpochMs } from '../domain/units/time.ts';

/** Sign-in and sessions. Sessions live in the database, so that any node answers. */
export interface Accounts {
  find(id: string): Promise<Account | undefined>;
  list(): Promise<readonly Account[]>;
  /** Adds an account or changes it; the secret is hashed (argon2id) before it is stored. */
  save(account: Account, secret: string): Promise<void>;
  /** @returns the account when login and secret belong together; takes about the same time when they do not */
  verify(login: string, secret: string): Promise<Account | undefined>;
  /** @returns the session's token, shown once; only its hash is stored */
  openSession(accountId: string, expiresAt: EpochMs): Promise<string>;
  findSession(token: string, now: EpochMs): Promise<Account | undefined>;
  closeSession(token: string): Promise<void>;
  /** Ends every session of an account, wherever it was opened. */
  closeSessionsOf(accountId: string): Promise<void>;
  /** Counts a failed sign-in; the number of failures of this login since `since`. */
  countFailures(login: string, since: EpochMs): Promise<number>;
  recordFailure(login: string, at: EpochMs): Promise<void>;
}

/** Hashes secrets; slow on purpose. */
export interface SecretHasher {
  hash(secret: string): Promise<string>;
  verify(hash: string, secret: string): Promise<boolean>;
}
