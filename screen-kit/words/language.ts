/** Languages of the screens: Japanese first, English as the second. */
export type Language = 'ja' | 'en';

const STORAGE_KEY = 'ainori.language';
const listeners = new Set<() => void>();
let current: Language = 'ja';

/** Reads the remembered choice and marks the document with it. Call once before the first drawing. */
export function startLanguage(): void {
  current = remembered() ?? 'ja';
  document.documentElement.lang = current;
}

export function language(): Language {
  return current;
}

/** Switches every screen part at once and remembers the choice on this device. */
export function setLanguage(next: Language): void {
  if (next === current) return;
  current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // A browser that keeps nothing still shows the chosen language until it is closed.
  }
  for (const listener of [...listeners]) listener();
}

/** Calls back after every switch. Answers how to stop. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remembered(): Language | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === 'ja' || stored === 'en' ? stored : null;
  } catch {
    return null;
  }
}
