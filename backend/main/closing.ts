/** What has to be closed, last opened first. */
export class Closing {
  readonly #steps: (() => void | Promise<void>)[] = [];
  #isRun: Promise<void> | undefined;

  add(step: () => void | Promise<void>): void {
    this.#steps.push(step);
  }

  /** Closes everything once; a step that fails does not keep the others from closing. */
  run(): Promise<void> {
    this.#isRun ??= this.#closeAll();
    return this.#isRun;
  }

  async #closeAll(): Promise<void> {
    const faults: unknown[] = [];
    for (const step of this.#steps.reverse()) {
      try {
        await step();
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw faults[0];
  }
}
