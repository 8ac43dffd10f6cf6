/** Says that there may be new events to read. It may ring too often, never too rarely. */
export interface EventBell {
  /** Rings here at once and in all other processes soon: this process has committed events. */
  ring(): void;
  /** @returns a function that stops the calls */
  listen(ring: () => void): () => void;
  close(): Promise<void>;
}

/** Those who want to hear the bell; a fault of one does not keep the others from hearing it. */
export class BellListeners {
  readonly #listeners = new Set<{ ring: () => void }>();

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  add(ring: () => void): () => void {
    const listener = { ring };
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  ringAll(): void {
    for (const { ring } of this.#listeners) queueMicrotask(ring);
  }
}

/** The bell of a database that only this process uses. */
export function localBell(): EventBell {
  const listeners = new BellListeners();
  return {
    ring: () => listeners.ringAll(),
    listen: (ring) => listeners.add(ring),
    close: async () => {},
  };
}
