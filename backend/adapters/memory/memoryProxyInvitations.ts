import type { ProxyInvitation } from '../../domain/proxy/proxyInvitation.ts';
import type { ProxyInvitationsTable } from '../../ports/proxyTables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { demandRow, insertNew, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Codes by which proxies come to an account: the office's alone. */
export function memoryProxyInvitations(
  transaction: MemoryTransaction,
  access: MemoryAccess,
): ProxyInvitationsTable {
  const all = (): readonly ProxyInvitation[] =>
    access.isOffice ? transaction.all<ProxyInvitation>('proxyInvitation') : [];
  const isOpen = ({ usedAt, endedAt }: ProxyInvitation): boolean => usedAt === null && endedAt === null;
  return {
    listOpen: async (grantIds) =>
      sortedBy(
        all().filter((one) => isOpen(one) && grantIds.includes(one.grantId)),
        ({ id }) => id,
      ),
    listBySelector: async (selector) =>
      [
        ...sortedBy(
          all().filter((one) => one.selector === selector),
          ({ id }) => id,
        ),
      ].sort((a, b) => b.madeAt - a.madeAt),
    async insert(invitation) {
      access.demand(access.isOffice);
      demandRow(transaction, 'proxyGrant', invitation.grantId);
      insertNew(transaction, 'proxyInvitation', invitation.id, invitation);
    },
    async withdraw(grantId, at) {
      access.demand(access.isOffice);
      for (const one of all().filter((open) => isOpen(open) && open.grantId === grantId)) {
        transaction.set('proxyInvitation', one.id, { ...one, endedAt: at });
      }
    },
    async use(id, accountId, at) {
      access.demand(access.isOffice);
      const one = transaction.get<ProxyInvitation>('proxyInvitation', id);
      if (!one || !isOpen(one)) return false;
      transaction.set('proxyInvitation', id, { ...one, usedAt: at, accountId });
      return true;
    },
  };
}
