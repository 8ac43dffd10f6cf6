import { type BookingDraft, emptyDraft, isUntouched } from '../store/bookingDraft.ts';
import type { Ask } from '../store/callStage.ts';
import type { KeptYes } from '../store/keptYes.ts';

/** What an account left on this device: the form as typed, and what was asked and not yet answered. */
export interface StoredCall {
  readonly draft: BookingDraft;
  readonly unanswered: readonly Ask[];
}

const callKey = (accountId: string): string => `ainori.call.${accountId}`;
const keptKey = (accountId: string): string => `ainori.kept.${accountId}`;

/** The unfinished call this account left on this device; an empty one when there is none that can be read. */
export function loadCall(accountId: string, today: string): StoredCall {
  const empty = emptyDraft(today);
  const stored = read(callKey(accountId)) as Partial<StoredCall> | null;
  if (typeof stored?.draft !== 'object') return { draft: empty, unanswered: [] };
  const draft: BookingDraft = { ...empty, ...stored.draft };
  // A call that was broken off yesterday is not about yesterday any more.
  if (draft.day < today) return { draft: { ...draft, day: today }, unanswered: [] };
  return { draft, unanswered: Array.isArray(stored.unanswered) ? stored.unanswered : [] };
}

/** Keeps what is typed on this device until it is booked or cleared. */
export function saveCall(accountId: string, call: StoredCall): void {
  write(callKey(accountId), isUntouched(call.draft) && call.unanswered.length === 0 ? null : call);
}

/** The yeses that wait for the server, or whose outcome nobody has read yet. */
export function loadKept(accountId: string): readonly KeptYes[] {
  const stored = read(keptKey(accountId));
  return Array.isArray(stored) ? (stored as KeptYes[]) : [];
}

export function saveKept(accountId: string, kept: readonly KeptYes[]): void {
  write(keptKey(accountId), kept.length === 0 ? null : kept);
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Without storage the form still works; only a reload would empty it.
  }
}
