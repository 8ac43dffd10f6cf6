import { Worker } from 'node:worker_threads';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import { databaseFault } from './databaseFault.ts';
import type { TrialAnswer, TrialQuestion, TrialWorkerData } from './trialProtocol.ts';

/** Everything but the id, for each kind of question. */
type Question = TrialQuestion extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never;

interface Waiting {
  resolve(rows: readonly object[]): void;
  reject(fault: Error): void;
}

/** The thread that holds the embedded database. */
export interface TrialThread {
  ask(question: Question): Promise<readonly object[]>;
  /** Closes the database and waits for the thread to end. */
  close(): Promise<void>;
}

/**
 * Starts the thread and waits until its database is open.
 * @throws StoreFault when it cannot be opened
 */
export async function startTrialThread(directory: string | undefined): Promise<TrialThread> {
  const data: TrialWorkerData = { directory };
  const worker = new Worker(new URL('./startTrialWorker.mjs', import.meta.url), { workerData: data });
  const waiting = new Map<number, Waiting>();
  let gone: Error | undefined;
  let lastId = 0;

  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      fail(new StoreFault('unreachable', 'The embedded database has stopped.'));
      resolve();
    });
  });
  worker.on('error', (thrown) => fail(databaseFault(thrown)));
  worker.on('message', (answer: TrialAnswer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('fault' in answer) asker?.reject(databaseFault(answer.fault));
    else asker?.resolve(answer.rows);
  });

  function fail(fault: Error): void {
    gone ??= fault;
    for (const asker of waiting.values()) asker.reject(gone);
    waiting.clear();
  }

  function answerTo(id: number): Promise<readonly object[]> {
    return new Promise((resolve, reject) => {
      if (gone) reject(gone);
      else waiting.set(id, { resolve, reject });
    });
  }

  function ask(question: Question): Promise<readonly object[]> {
    lastId += 1;
    const answer = answerTo(lastId);
    if (!gone) worker.postMessage({ ...question, id: lastId });
    return answer;
  }

  await answerTo(0);
  return {
    ask,
    async close() {
      if (!gone) await ask({ kind: 'close' });
      await ended;
    },
  };
}
