import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import { CircuitBreaker } from './circuitBreaker.ts';
import { type HttpAnswer, type HttpGet, httpGet } from './httpGet.ts';

/** Settings of the client; all but the address have defaults. */
export interface OsrmSettings {
  /** `http://host:port`, without a slash at the end. */
  readonly baseUrl: string;
  /** Third part of OSRM's paths: the profile, or the road state the engine is to answer for. */
  readonly profile?: string;
  readonly timeoutMs?: number;
  /** How often a failed question is asked again. */
  readonly retries?: number;
  /** Mean wait before the first repetition; doubles each time, drawn between half and one and a half. */
  readonly retryWaitMs?: number;
  readonly breakerFailures?: number;
  readonly breakerRestMs?: number;
  readonly get?: HttpGet;
  readonly now?: () => number;
  /** 0 ≤ number < 1, for the jitter. */
  readonly random?: () => number;
  readonly wait?: (ms: number) => Promise<void>;
}

const waitMs = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Asks one `osrm-routed` (or our engine): time-out, repetition with jitter, circuit breaker. */
export class OsrmClient {
  readonly #settings: Required<OsrmSettings>;
  readonly #breaker: CircuitBreaker;

  constructor(settings: OsrmSettings) {
    this.#settings = {
      profile: 'driving',
      timeoutMs: 5_000,
      retries: 1,
      retryWaitMs: 60,
      breakerFailures: 3,
      breakerRestMs: 5_000,
      get: httpGet,
      now: () => performance.now(),
      random: Math.random,
      wait: waitMs,
      ...settings,
    };
    const { breakerFailures, breakerRestMs, now } = this.#settings;
    this.#breaker = new CircuitBreaker({ failures: breakerFailures, restMs: breakerRestMs }, now);
  }

  /** Is the engine known not to answer? */
  get isDown(): boolean {
    return this.#breaker.isOpen;
  }

  /**
   * The parsed body of an answer with code `Ok`. Throws `RoadsFault`: `unreachable` (no answer in time, or the
   * breaker is open), `noRoute`, `noSegment`, `refused` (the question was wrong).
   */
  async ask<Body>(service: string, coordinates: string, query: string, signal?: AbortSignal): Promise<Body> {
    const { baseUrl, profile } = this.#settings;
    const url = `${baseUrl}/${service}/v1/${profile}/${coordinates}?${query}`;
    const answer = await this.#answer(url, signal);
    let body: { code?: string; message?: string };
    try {
      body = JSON.parse(answer.body) as typeof body;
    } catch {
      throw new RoadsFault(
        'unreachable',
        `The road engine answered with something other than JSON (${answer.status}).`,
      );
    }
    if (body.code === 'Ok') return body as Body;
    throw faultOf(answer.status, body);
  }

  async #answer(url: string, signal: AbortSignal | undefined): Promise<HttpAnswer> {
    const { retries, retryWaitMs, random, wait } = this.#settings;
    for (let attempt = 0; ; attempt += 1) {
      if (!this.#breaker.tryPass()) {
        throw new RoadsFault(
          'unreachable',
          'The road engine did not answer lately and is not asked for a while.',
        );
      }
      try {
        const answer = await this.#settings.get(url, this.#settings.timeoutMs, signal);
        if (answer.status < 500) {
          this.#breaker.succeeded();
          return answer;
        }
        this.#breaker.failed();
        if (attempt >= retries)
          throw new RoadsFault('unreachable', `The road engine answered with ${answer.status}.`);
      } catch (cause) {
        if (cause instanceof RoadsFault) throw cause;
        if (signal?.aborted) {
          this.#breaker.withdrawn();
          throw new RoadsFault('unreachable', 'The question to the road engine was withdrawn.');
        }
        this.#breaker.failed();
        if (attempt >= retries) {
          throw new RoadsFault(
            'unreachable',
            `The road engine does not answer: ${(cause as Error).message}.`,
          );
        }
      }
      await wait(retryWaitMs * 2 ** attempt * (0.5 + random()));
    }
  }
}

function faultOf(status: number, body: { code?: string; message?: string }): RoadsFault {
  const text = body.message || `status ${status}`;
  if (body.code === 'NoRoute')
    return new RoadsFault('noRoute', `There is no way between these points (${text}).`);
  if (body.code === 'NoSegment') return new RoadsFault('noSegment', `No road is near a point (${text}).`);
  return new RoadsFault(
    'refused',
    `The road engine refused the question: ${body.code ?? 'no code'}, ${text}.`,
  );
}
