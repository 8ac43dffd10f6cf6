const keyOf = (name: string): string => `ainori.${name}`;

/** What this device keeps under a name; null where there is nothing that can be read. */
export function readKept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a value on this device under a name; null forgets it. */
export function writeKept(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // Without storage the form still works; only a reload would empty it.
  }
}

/** What was left unfinished on this device; `empty` where there is nothing that can be read. */
export function loadKept<Draft extends object>(name: string, empty: Draft): Draft {
  const stored = readKept(name);
  return typeof stored === 'object' && stored !== null ? { ...empty, ...stored } : empty;
}
