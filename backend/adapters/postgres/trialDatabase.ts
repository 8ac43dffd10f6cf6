import type { Database, Parameter } from './session.ts';
import { startTrialThread, type TrialThread } from './trialThread.ts';
import { TurnQueue } from './turnQueue.ts';
import { type BareSession, watchFaults } from './watchFaults.ts';

/**
 * The embedded database as an engine: it has one session, so transactions wait for their turn.
 * @param directory where its files are; undefined keeps everything in memory
 */
export async function openTrialDatabase(directory: string | undefined): Promise<Database> {
  const thread = await startTrialThread(directory);
  const turns = new TurnQueue();
  return {
    transaction: (options, work) =>
      turns.run(async () => {
        const session = watchFaults(trialSession(thread));
        const begin = options.readOnly
          ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;'
          : 'BEGIN ISOLATION LEVEL READ COMMITTED;';
        try {
          await session.script(`${begin} ${options.opening}`);
          const value = await work(session);
          if (session.fault) throw session.fault;
          await session.script('COMMIT');
          return value;
        } catch (thrown) {
          // When the thread is gone, so is its transaction.
          await thread.ask({ kind: 'script', text: 'ROLLBACK' }).catch(() => undefined);
          throw thrown;
        }
      }),
    close: () => turns.run(() => thread.close()),
  };
}

function trialSession(thread: TrialThread): BareSession {
  return {
    async query<Row extends object>(text: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
      return (await thread.ask({ kind: 'query', text, parameters })) as Row[];
    },
    async script(text) {
      await thread.ask({ kind: 'script', text });
    },
  };
}
