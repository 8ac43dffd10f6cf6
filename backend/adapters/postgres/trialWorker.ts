import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Results } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import type { TrialAnswer, TrialFault, TrialQuestion, TrialWorkerData } from './trialProtocol.ts';
import { VALUE_PARSERS } from './valueParsers.ts';

const port = parentPort;
if (!port) throw new Error('trialWorker.ts runs as a worker thread only.');

const { directory } = workerData as TrialWorkerData;

function say(answer: TrialAnswer): void {
  port?.postMessage(answer);
}

function faultOf(thrown: unknown): TrialFault {
  const { code, message } = (thrown ?? {}) as { code?: unknown; message?: unknown };
  return { code: typeof code === 'string' ? code : '', message: String(message ?? thrown) };
}

/**
 * An exception inside PostGIS ends the statement without an error and without a row; what gives it away is that the
 * result names no command.
 */
function refuseSwallowedFault(result: Results): void {
  const { command } = result as { command?: string };
  if (command === undefined) {
    throw Object.assign(new Error('invalid geometry: the statement ended without a result'), {
      code: '22023',
    });
  }
}

async function answer(database: PGlite, question: TrialQuestion): Promise<readonly object[]> {
  if (question.kind === 'close') {
    await database.close();
    return [];
  }
  if (question.kind === 'script') {
    const results = await database.exec(question.text);
    results.forEach(refuseSwallowedFault);
    return [];
  }
  const result = await database.query<object>(question.text, [...question.parameters]);
  refuseSwallowedFault(result);
  return result.rows;
}

async function serve(): Promise<void> {
  const database = await PGlite.create({
    ...(directory === undefined ? {} : { dataDir: directory }),
    extensions: { postgis },
    parsers: { ...VALUE_PARSERS },
  });
  await database.exec("SET timezone = 'UTC'");
  // One session: questions wait for their turn, in order.
  let last: Promise<void> = Promise.resolve();
  port?.on('message', (question: TrialQuestion) => {
    last = last.then(async () => {
      try {
        say({ id: question.id, rows: await answer(database, question) });
      } catch (thrown) {
        say({ id: question.id, fault: faultOf(thrown) });
      }
      if (question.kind === 'close') port?.close();
    });
  });
  say({ id: 0, rows: [] });
}

serve().catch((thrown: unknown) => {
  say({ id: 0, fault: faultOf(thrown) });
  port.close();
});
