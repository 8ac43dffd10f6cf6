import type { Ids } from '../ports/ids.ts';

/** Ids in a row (`ride:1`, `ride:2`…), so that the same day gets the same ids again. */
export class CountedIds implements Ids {
  readonly #counts = new Map<string, number>();

  next(prefix: string): string {
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    return `${prefix}:${count}`;
  }
}
