import type { Worker } from 'node:worker_threads';
import { openThread } from '../main/openThread.ts';
import type { ImproveProgress } from '../planner/index.ts';
import { runErrand, type SearchErrand, type SearchResult } from './searchErrand.ts';

/** Told how far one of the searches has come. */
export type SearchProgress = (progress: ImproveProgress) => void;

const THREAD = new URL('./searchThread.ts', import.meta.url).href;

/** Threads that search side by side. One that fails is done without: its errands are then run here. */
export class SearchThreads {
  readonly #cancelled = new Int32Array(new SharedArrayBuffer(4));
  readonly #threads: (Worker | undefined)[];

  /** @param onLost told why a thread is done without */
  constructor(
    count: number,
    readonly onLost: (why: string) => void,
    readonly address = THREAD,
  ) {
    this.#threads = Array.from({ length: count }, () => openThread(this.address, this.#cancelled.buffer));
  }

  get isCancelled(): boolean {
    return Atomics.load(this.#cancelled, 0) === 1;
  }

  /** Every search ends within a few steps, with the best it has. */
  cancel(): void {
    Atomics.store(this.#cancelled, 0, 1);
  }

  /** Runs one errand in each thread. `[t]` is the result of `errands[t]`. */
  run(errands: readonly SearchErrand[], onProgress?: SearchProgress): Promise<SearchResult[]> {
    return Promise.all(errands.map((errand, t) => this.#runIn(t, errand, onProgress)));
  }

  async #runIn(
    t: number,
    errand: SearchErrand,
    onProgress: SearchProgress | undefined,
  ): Promise<SearchResult> {
    const thread = this.#threads[t];
    if (!thread) return runErrand(errand, () => this.isCancelled, onProgress);
    try {
      return await ask(thread, errand, onProgress);
    } catch (fault) {
      this.#threads[t] = undefined;
      this.onLost(fault instanceof Error ? fault.message : String(fault));
      void thread.terminate();
      return runErrand(errand, () => this.isCancelled, onProgress);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread?.terminate()));
  }
}

interface ThreadMessage {
  readonly result?: SearchResult;
  readonly progress?: ImproveProgress;
  readonly fault?: unknown;
}

function ask(thread: Worker, errand: SearchErrand, onProgress?: SearchProgress): Promise<SearchResult> {
  return new Promise((resolve, reject) => {
    const onMessage = ({ result, progress, fault }: ThreadMessage) => {
      if (progress) {
        onProgress?.(progress);
        return;
      }
      settle();
      if (result) resolve(result);
      else reject(fault);
    };
    const onError = (fault: unknown) => {
      settle();
      reject(fault);
    };
    const onExit = () => onError(new Error('the thread has ended'));
    const settle = () => thread.off('message', onMessage).off('error', onError).off('exit', onExit);
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(errand);
  });
}
