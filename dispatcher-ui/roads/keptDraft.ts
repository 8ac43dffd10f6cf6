const keyOf = (name: string): string => `ainori.${name}`;

/** What was left unfinished on this device; `empty` where there is nothing that can be read. */
export function loadKept<Draft extends object>(name: string, empty: Draft): Draft {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    return typeof stored === 'object' && stored !== null ? { ...empty, ...stored } : empty;
  } catch {
    return empty;
  }
}

/** Keeps what is typed on this device until it is entered or cleared. */
export function saveKept(name: string, draft: object): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(draft));
  } catch {
    // Without storage the form still works; only a reload would empty it.
  }
}
