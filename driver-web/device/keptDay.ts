import type { RideView, SessionView, ShiftView, SystemView } from '../../backend/contract/index.ts';
import { type DriverDay, driverDayOf } from '../store/driverDay.ts';
import { EMPTY_OUTBOX, type Outbox, reviveOutbox } from '../store/outbox.ts';
import type { ClockReading } from './deviceClock.ts';
import type { KeptRecords } from './keptRecords.ts';

/** The account without its token, which lives only as long as the page. */
export type KeptAccount = Omit<SessionView, 'csrfToken'>;

/** What the page needs to open without a network. */
export interface KeptPage {
  readonly account: KeptAccount | null;
  readonly system: SystemView | null;
  readonly clock: ClockReading | null;
}

/** The last day the server showed, and when that was (server moment, ms). */
export interface KeptDay {
  readonly day: DriverDay;
  readonly readAt: number;
}

const SHAPE = 1;

interface DayRecord {
  readonly shape: typeof SHAPE;
  readonly readAt: number;
  readonly day: string;
  readonly shifts: readonly ShiftView[];
  readonly rides: readonly RideView[];
}

/** Reads what the page was showing last; anything unreadable counts as absent. */
export async function loadPage(records: KeptRecords): Promise<KeptPage> {
  const kept = (await records.get('page')) as Partial<KeptPage> | undefined;
  return { account: kept?.account ?? null, system: kept?.system ?? null, clock: kept?.clock ?? null };
}

export async function savePage(records: KeptRecords, page: KeptPage): Promise<void> {
  await records.put('page', page);
}

export async function loadDay(records: KeptRecords, accountId: string): Promise<KeptDay | null> {
  const kept = (await records.get(`day:${accountId}`)) as DayRecord | undefined;
  if (kept?.shape !== SHAPE) return null;
  return { day: driverDayOf(kept.day, kept.shifts, kept.rides), readAt: kept.readAt };
}

export async function saveDay(records: KeptRecords, accountId: string, kept: KeptDay): Promise<void> {
  const { day, shifts, rides } = kept.day;
  const record: DayRecord = { shape: SHAPE, readAt: kept.readAt, day, shifts, rides: [...rides.values()] };
  await records.put(`day:${accountId}`, record);
}

/** Names and telephone numbers of riders leave the device at sign-out. */
export async function forgetDay(records: KeptRecords, accountId: string): Promise<void> {
  await records.remove(`day:${accountId}`);
}

export async function loadOutbox(records: KeptRecords, accountId: string): Promise<Outbox> {
  const kept = (await records.get(`outbox:${accountId}`)) as Outbox | undefined;
  if (!Array.isArray(kept?.entries) || !Array.isArray(kept.refused)) return EMPTY_OUTBOX;
  return reviveOutbox({ ...EMPTY_OUTBOX, ...kept });
}

export async function saveOutbox(records: KeptRecords, accountId: string, outbox: Outbox): Promise<void> {
  await records.put(`outbox:${accountId}`, outbox);
}
