import type { LogEvent } from '../event/logEvent.ts';

/** What happened last to a rider's promise. */
export interface PromiseWord {
  readonly reason: 'promiseBroken' | 'promiseRestored';
  /** Is the rider to hear of it? Whoever heard of nothing need not hear that nothing happened. */
  readonly isToTell: boolean;
  /** How often it has been given back so far: the same time told again after that is news. */
  readonly timesRestored: number;
}

/** Reads it in a ride's log; undefined where the first promise was never touched. */
export function lastPromiseWord(
  log: readonly { readonly body: LogEvent['body'] }[],
): PromiseWord | undefined {
  let word: PromiseWord | undefined;
  let timesRestored = 0;
  for (const { body } of log) {
    if (body.type === 'PromiseRestored') {
      timesRestored += 1;
      word = { reason: 'promiseRestored', isToTell: body.isTold, timesRestored };
    } else if (body.type === 'PromiseBroken') {
      word = { reason: 'promiseBroken', isToTell: true, timesRestored };
    }
  }
  return word;
}
