import { type BookingDraft, emptyDraft, isUntouched } from '../store/bookingDraft.ts';

const keyOf = (accountId: string): string => `ainori.draft.${accountId}`;

/** The unfinished booking this account left on this device; an empty one when there is none that can be read. */
export function loadDraft(accountId: string, today: string): BookingDraft {
  const empty = emptyDraft(today);
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(accountId)) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return empty;
    const draft = { ...empty, ...stored } as BookingDraft;
    // A call that was broken off yesterday is not about yesterday any more.
    return draft.day < today ? { ...draft, day: today } : draft;
  } catch {
    return empty;
  }
}

/** Keeps what is typed on this device until it is booked or cleared. */
export function saveDraft(accountId: string, draft: BookingDraft): void {
  try {
    if (isUntouched(draft)) localStorage.removeItem(keyOf(accountId));
    else localStorage.setItem(keyOf(accountId), JSON.stringify(draft));
  } catch {
    // Without storage the form still works; only a reload would empty it.
  }
}
