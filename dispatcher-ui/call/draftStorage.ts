import { readKept, writeKept } from '../../screen-kit/session/keptDraft.ts';
import { type BookingDraft, emptyDraft, isUntouched } from '../store/bookingDraft.ts';
import type { Ask } from '../store/callStage.ts';
import type { KeptYes } from '../store/keptYes.ts';

/** What an account left on this device: the form as typed, and what was asked and not yet answered. */
export interface StoredCall {
  readonly draft: BookingDraft;
  readonly unanswered: readonly Ask[];
}

const callKey = (accountId: string): string => `call.${accountId}`;
const keptKey = (accountId: string): string => `kept.${accountId}`;

/** The unfinished call this account left on this device; an empty one when there is none that can be read. */
export function loadCall(accountId: string, today: string): StoredCall {
  const empty = emptyDraft(today);
  const stored = readKept(callKey(accountId)) as Partial<StoredCall> | null;
  if (typeof stored?.draft !== 'object') return { draft: empty, unanswered: [] };
  const draft: BookingDraft = { ...empty, ...stored.draft };
  // A call that was broken off yesterday is not about yesterday any more.
  if (draft.day < today) return { draft: { ...draft, day: today }, unanswered: [] };
  const unanswered = Array.isArray(stored.unanswered) ? stored.unanswered : [];
  // An earlier edition of the desk may have left questions that this one does not ask.
  return { draft, unanswered: unanswered.filter(({ body }) => ['ride', 'wayHome'].includes(body.kind)) };
}

/** Keeps what is typed on this device until it is booked or cleared. */
export function saveCall(accountId: string, call: StoredCall): void {
  writeKept(callKey(accountId), isUntouched(call.draft) && call.unanswered.length === 0 ? null : call);
}

/** The yeses that wait for the server, or whose outcome nobody has read yet. */
export function loadKept(accountId: string): readonly KeptYes[] {
  const stored = readKept(keptKey(accountId));
  return Array.isArray(stored) ? (stored as KeptYes[]) : [];
}

export function saveKept(accountId: string, kept: readonly KeptYes[]): void {
  writeKept(keptKey(accountId), kept.length === 0 ? null : kept);
}
