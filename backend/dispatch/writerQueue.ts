/** Lets one piece of work at a time change a key's state; the others wait their turn in order. */
export class WriterQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs the work when all earlier work under the same key has ended, whatever became of it. */
  run<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    const tail: Promise<void> = turn.then(
      () => this.#forget(key, tail),
      () => this.#forget(key, tail),
    );
    this.#tails.set(key, tail);
    return turn;
  }

  #forget(key: string, tail: Promise<unknown>): void {
    if (this.#tails.get(key) === tail) this.#tails.delete(key);
  }
}
