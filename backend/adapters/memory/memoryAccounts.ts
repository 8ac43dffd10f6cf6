import type { Account } from '../../domain/account/account.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { Accounts, SecretHasher } from '../../ports/accounts.ts';
import { sortedBy } from './memoryRows.ts';

/** Sign-in and sessions, forgotten when the process ends. */
export function memoryAccounts(hasher: SecretHasher): Accounts {
  const accounts = new Map<string, { account: Account; hash: string }>();
  const sessions = new Map<string, { accountId: string; expiresAt: EpochMs }>();
  const failures: { login: string; at: EpochMs }[] = [];
  return {
    find: async (id) => accounts.get(id)?.account,
    list: async () =>
      sortedBy(
        [...accounts.values()].map(({ account }) => account),
        ({ id }) => id,
      ),
    async save(account, secret) {
      const hash = await hasher.hash(secret);
      const isTaken = [...accounts.values()].some(
        (other) => other.account.login === account.login && other.account.id !== account.id,
      );
      if (isTaken) throw new StaleWrite();
      accounts.set(account.id, { account, hash });
    },
    async verify(login, secret) {
      const row = [...accounts.values()].find(({ account }) => account.login === login);
      return row && (await hasher.verify(row.hash, secret)) ? row.account : undefined;
    },
    async openSession(accountId, expiresAt) {
      if (!accounts.has(accountId)) throw new StoreFault('unknownReference', 'There is no such account.');
      const token = crypto.randomUUID();
      sessions.set(token, { accountId, expiresAt });
      return token;
    },
    async findSession(token, now) {
      const session = sessions.get(token);
      return session && session.expiresAt > now ? accounts.get(session.accountId)?.account : undefined;
    },
    async closeSession(token) {
      sessions.delete(token);
    },
    async closeSessionsOf(accountId) {
      for (const [token, session] of sessions) if (session.accountId === accountId) sessions.delete(token);
    },
    countFailures: async (login, since) =>
      failures.filter((failure) => failure.login === login && failure.at >= since).length,
    async recordFailure(login, at) {
      failures.push({ login, at });
    },
  };
}
