/** Lets one piece of work run at a time, first come first served. */
export class TurnQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the work when everything queued before it has ended. */
  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
