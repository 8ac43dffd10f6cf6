import { type ClosureDraft, emptyClosure } from '../store/closureDraft.ts';

const keyOf = (accountId: string): string => `ainori.closure.${accountId}`;

/** The unfinished closure this account left on this device; an empty one when there is none that can be read. */
export function loadClosure(accountId: string, today: string): ClosureDraft {
  const empty = emptyClosure(today);
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(accountId)) ?? 'null');
    return typeof stored === 'object' && stored !== null ? { ...empty, ...stored } : empty;
  } catch {
    return empty;
  }
}

/** Keeps what is typed on this device until it is entered or cleared. */
export function saveClosure(accountId: string, draft: ClosureDraft): void {
  try {
    localStorage.setItem(keyOf(accountId), JSON.stringify(draft));
  } catch {
    // Without storage the form still works; only a reload would empty it.
  }
}
