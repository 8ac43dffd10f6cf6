import type { CallBack, CallClaim, CallOwed } from '../../domain/callBack/callBack.ts';
import { type ContactWish, noWish } from '../../domain/callBack/contactWish.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { KeptNotice } from '../../domain/notice/notice.ts';
import type { Person } from '../../domain/person/person.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { CallBacksTable, ContactWishesTable, NoticesTable } from '../../ports/callTables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { compareText, countWrite, demandRow, sortedBy, writesOf } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** Calls we owe. */
export function memoryCallBacks(transaction: MemoryTransaction, access: MemoryAccess): CallBacksTable {
  function list(isWanted: (call: CallBack) => boolean): readonly CallBack[] {
    return transaction
      .all<CallBack>('callBack')
      .filter((call) => isWanted(call) && access.seesResident(call))
      .map((call) => ({ ...call, bestHours: bestHoursOf(call) }))
      .sort((a, b) => a.createdAt - b.createdAt || compareText(a.id, b.id));
  }
  const bestHoursOf = ({ personId }: CallBack) =>
    transaction.get<ContactWish>('contactWish', personId)?.bestHours ?? null;
  function put(call: CallBack): void {
    access.demand(access.seesResident(call));
    transaction.set('callBack', call.id, call);
    countWrite(transaction, 'callBack');
  }
  const openOf = (householdId: string) =>
    list((call) => call.householdId === householdId && call.state === 'open');
  function touch(householdId: string, now: EpochMs): void {
    for (const call of openOf(householdId)) {
      put({ ...call, changedAt: now });
    }
  }
  return {
    find: async (id) => list((call) => call.id === id)[0],
    listOpen: async () => list(({ state }) => state === 'open'),
    listOpenOf: async (householdId) => openOf(householdId),
    listByRide: async (rideId) => list((call) => call.rideId === rideId),
    async owe(calls, now) {
      for (const owed of calls) {
        const [known] = list(
          ({ subject, reason, state }) =>
            state === 'open' && subject === owed.subject && reason === owed.reason,
        );
        if (!known) {
          put(newCall(transaction, owed, now));
          continue;
        }
        const dueAt = Math.min(known.dueAt, owed.dueAt);
        const { usefulUntil } = owed;
        put({ ...known, revision: known.revision + 1, dueAt, usefulUntil, changedAt: now });
      }
    },
    async listKnownSubjects(reason, subjects) {
      const known = list((call) => call.reason === reason && subjects.includes(call.subject));
      return [...new Set(known.map(({ subject }) => subject))];
    },
    async update(call, readRevision) {
      const known = list(({ id }) => id === call.id)[0];
      if (known?.revision !== readRevision) transaction.refuse(new StaleWrite());
      put(call);
    },
    async state() {
      const open = list(({ state }) => state === 'open').length;
      return { open, version: writesOf(transaction, 'callBack') };
    },
    async take(claim, now) {
      access.demand(access.isOffice);
      const known = transaction.get<CallClaim>('callClaim', claim.householdId);
      if (known && known.accountId !== claim.accountId && known.until > now) return false;
      transaction.set('callClaim', claim.householdId, claim);
      touch(claim.householdId, now);
      return true;
    },
    async release(householdId, accountId, now) {
      access.demand(access.isOffice);
      const known = transaction.get<CallClaim>('callClaim', householdId);
      if (known?.accountId !== accountId) return;
      transaction.set('callClaim', householdId, { ...known, until: Math.min(known.until, now) });
      touch(householdId, now);
    },
    async listClaims(now) {
      if (!access.isOffice) return [];
      const held = transaction.all<CallClaim>('callClaim').filter(({ until }) => until > now);
      return sortedBy(held, ({ householdId }) => householdId);
    },
  };
}

/** Household and municipality are the rider's own. */
function newCall(transaction: MemoryTransaction, owed: CallOwed, now: EpochMs): CallBack {
  demandRow(transaction, 'person', owed.personId);
  const { person } = transaction.get<{ person: Person }>('person', owed.personId)!;
  return {
    rideId: null,
    standingOrderId: null,
    waitlistId: null,
    rejection: null,
    ...owed,
    id: `call_${transaction.count('callBack') + 1}`,
    revision: 1,
    householdId: person.householdId,
    municipality: person.municipality,
    bestHours: null,
    attempts: [],
    state: 'open',
    createdAt: now,
    changedAt: now,
  };
}

/** How riders wish to be told things. */
export function memoryContactWishes(
  transaction: MemoryTransaction,
  access: MemoryAccess,
): ContactWishesTable {
  const list = (ids: readonly string[]) =>
    transaction
      .all<ContactWish>('contactWish')
      .filter((wish) => ids.includes(wish.personId) && access.seesOwnOrResident(wish));
  return {
    find: async (personId) => list([personId])[0],
    listByPeople: async (personIds) => sortedBy(list(personIds), ({ personId }) => personId),
    async save(change) {
      const { personId, municipality } = change;
      demandRow(transaction, 'person', personId);
      access.demand(access.seesOwnOrResident(change));
      const kept = transaction.get<ContactWish>('contactWish', personId) ?? noWish(personId, municipality);
      transaction.set('contactWish', personId, { ...kept, ...change });
    },
  };
}

type HeldNotice = KeptNotice & { readonly claimedUntil?: EpochMs };

/** Automatic notices. */
export function memoryNotices(transaction: MemoryTransaction, access: MemoryAccess): NoticesTable {
  const list = (isWanted: (notice: HeldNotice) => boolean) =>
    transaction
      .all<HeldNotice>('notice')
      .filter((notice) => isWanted(notice) && access.seesOwnOrResident(notice));
  return {
    async insertNew(notices) {
      for (const notice of notices) {
        demandRow(transaction, 'person', notice.personId);
        access.demand(access.seesOwnOrResident(notice));
        if (transaction.get('notice', notice.id) === undefined) {
          transaction.set('notice', notice.id, notice);
        }
      }
    },
    async listByPerson(personId, limit) {
      const found = list((notice) => notice.personId === personId);
      return found
        .sort((a, b) => b.createdAt - a.createdAt || compareText(a.id, b.id))
        .slice(0, limit)
        .map(bare);
    },
    async takeDue(now, until, _claim, limit) {
      const due = list(
        (notice) => notice.state === 'waiting' && notice.sendAt <= now && (notice.claimedUntil ?? now) <= now,
      );
      const taken = due.sort((a, b) => a.sendAt - b.sendAt || compareText(a.id, b.id)).slice(0, limit);
      for (const notice of taken) transaction.set('notice', notice.id, { ...notice, claimedUntil: until });
      return taken.map(bare);
    },
    async settle(id, state, at, failure) {
      const [known] = list((notice) => notice.id === id && notice.state === 'waiting');
      if (!known) return false;
      transaction.set('notice', id, { ...known, state, settledAt: at, failure });
      return true;
    },
  };
}

function bare({ claimedUntil: _, ...notice }: HeldNotice): KeptNotice {
  return notice;
}
