/** When a breaker opens and for how long. */
export interface BreakerSettings {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** After this time one question is let through to see whether the other side is back. */
  readonly restMs: number;
}

/**
 * Stops asking a side that does not answer. Closed: everything passes. Open: nothing does. After a rest one probe
 * passes; its outcome closes the breaker or starts another rest.
 */
export class CircuitBreaker {
  readonly #settings: BreakerSettings;
  readonly #now: () => number;
  #failures = 0;
  #openSince: number | null = null;
  #isProbing = false;

  constructor(settings: BreakerSettings, now: () => number) {
    this.#settings = settings;
    this.#now = now;
  }

  /** Open and not yet due for a probe: asking is pointless. */
  get isOpen(): boolean {
    return this.#openSince !== null;
  }

  /** May a question go out now? Where it may while the breaker is open, that question is the probe. */
  tryPass(): boolean {
    if (this.#openSince === null) return true;
    if (this.#isProbing || this.#now() - this.#openSince < this.#settings.restMs) return false;
    this.#isProbing = true;
    return true;
  }

  /** The other side answered. */
  succeeded(): void {
    this.#failures = 0;
    this.#openSince = null;
    this.#isProbing = false;
  }

  /** The other side did not answer. */
  failed(): void {
    this.#failures += 1;
    this.#isProbing = false;
    if (this.#openSince !== null || this.#failures >= this.#settings.failures) this.#openSince = this.#now();
  }

  /** The question was withdrawn and says nothing about the other side. */
  withdrawn(): void {
    this.#isProbing = false;
  }
}
