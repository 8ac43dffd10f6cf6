import type { RideView, SessionView, ShiftView, SystemView } from '../../backend/contract/index.ts';
import { type DriverDay, driverDayOf } from '../store/driverDay.ts';
import { EMPTY_OUTBOX, type Outbox, reviveOutbox } from '../store/outbox.ts';
import type { ReadyCall } from '../store/readyCalls.ts';
import type { ClockReading } from './deviceClock.ts';
import type { KeptRecords } from './keptRecords.ts';

/** The account without its token, which lives only as long as the page. */
export type KeptAccount = Omit<SessionView, 'csrfToken'>;

/** A session as it is kept. */
export function withoutToken(session: KeptAccount & { csrfToken: string }): KeptAccount {
  const { csrfToken: _token, ...account } = session;
  return account;
}

/** What the page needs to open without a network. */
export interface KeptPage {
  readonly account: KeptAccount | null;
  readonly system: SystemView | null;
  readonly clock: ClockReading | null;
  /** Server moment (ms) of the last read of the day. */
  readonly readAt: number | null;
}

const SHAPE = 1;

interface DayRecord {
  readonly shape: typeof SHAPE;
  readonly day: string;
  readonly shifts: readonly ShiftView[];
  readonly rides: readonly RideView[];
}

/** Reads what the page was showing last; anything unreadable counts as absent. */
export async function loadPage(records: KeptRecords): Promise<KeptPage> {
  const kept = (await records.get('page')) as Partial<KeptPage> | undefined;
  return {
    account: kept?.account ?? null,
    system: kept?.system ?? null,
    clock: kept?.clock ?? null,
    readAt: kept?.readAt ?? null,
  };
}

export async function savePage(records: KeptRecords, page: KeptPage): Promise<void> {
  await records.put('page', page);
}

/** The last day the server showed, or null. */
export async function loadDay(records: KeptRecords, accountId: string): Promise<DriverDay | null> {
  const kept = (await records.get(`day:${accountId}`)) as DayRecord | undefined;
  if (kept?.shape !== SHAPE) return null;
  return driverDayOf(kept.day, kept.shifts, kept.rides);
}

export async function saveDay(records: KeptRecords, accountId: string, shown: DriverDay): Promise<void> {
  const { day, shifts, rides } = shown;
  const record: DayRecord = { shape: SHAPE, day, shifts, rides: [...rides.values()] };
  await records.put(`day:${accountId}`, record);
}

/** Names and telephone numbers of riders leave the device at sign-out. */
export async function forgetDay(records: KeptRecords, accountId: string): Promise<void> {
  await records.remove(`ready:${accountId}`);
  await records.remove(`day:${accountId}`);
}

export async function loadOutbox(records: KeptRecords, accountId: string): Promise<Outbox> {
  const kept = (await records.get(`outbox:${accountId}`)) as Outbox | undefined;
  if (!Array.isArray(kept?.entries) || !Array.isArray(kept.refused)) return EMPTY_OUTBOX;
  return reviveOutbox({ ...EMPTY_OUTBOX, ...kept });
}

/** Riders' calls for the way home that the office has not answered, or the driver not seen answered. */
export async function loadReady(records: KeptRecords, accountId: string): Promise<readonly ReadyCall[]> {
  const kept = (await records.get(`ready:${accountId}`)) as readonly ReadyCall[] | undefined;
  // Whoever opens the page again has not seen an answer to what was under way.
  const revive = (call: ReadyCall): ReadyCall =>
    call.state === 'waiting' ? { ...call, isLate: true } : call;
  return Array.isArray(kept) ? kept.map(revive) : [];
}

export async function saveReady(
  records: KeptRecords,
  accountId: string,
  calls: readonly ReadyCall[],
): Promise<void> {
  await records.put(`ready:${accountId}`, calls);
}

export async function saveOutbox(records: KeptRecords, accountId: string, outbox: Outbox): Promise<void> {
  await records.put(`outbox:${accountId}`, outbox);
}
