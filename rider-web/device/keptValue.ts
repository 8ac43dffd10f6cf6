/** Reads what this device keeps under a name; undefined when there is nothing, or nothing readable. */
export function readKept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value on this device; null takes it away. A browser that keeps nothing loses it on reload. */
export function keepValue(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Full or forbidden storage: the page goes on with what it holds in memory.
  }
}
