import pg from 'pg';
import { databaseFault } from './databaseFault.ts';
import type { Database, Parameter, Session, StoreLog, TransactionOptions } from './session.ts';
import { TurnQueue } from './turnQueue.ts';
import { VALUE_PARSERS } from './valueParsers.ts';
import { type BareSession, watchFaults } from './watchFaults.ts';

/** A server is asked to give up on a statement after this long. */
const STATEMENT_TIMEOUT_MS = 20_000;
const LOCK_TIMEOUT_MS = 10_000;
/** A transaction whose client went silent is ended, so that it cannot hold back the event log. */
const IDLE_TIMEOUT_MS = 30_000;

/** The settings every connection to the server has. */
export function connectionConfig(connectionString: string): pg.ClientConfig {
  return {
    connectionString,
    application_name: 'ainori',
    connectionTimeoutMillis: 10_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  };
}

function parserOf(type: number, format?: 'text' | 'binary'): unknown {
  const own = format === 'binary' ? undefined : VALUE_PARSERS[type];
  return own ?? pg.types.getTypeParser(type, format as 'text');
}

/** A pool of connections to a PostgreSQL server. */
export function openPgDatabase(connectionString: string, poolSize: number, log: StoreLog): Database {
  const pool = new pg.Pool({ ...connectionConfig(connectionString), max: poolSize });
  pool.on('error', (fault) => log.warn({ fault: fault.message }, 'an idle database connection broke'));
  return {
    transaction: (options, work) => runTransaction(pool, options, work),
    close: () => pool.end(),
  };
}

async function runTransaction<Value>(
  pool: pg.Pool,
  options: TransactionOptions,
  work: (session: Session) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect().catch((thrown: unknown) => {
    throw databaseFault(thrown);
  });
  let broken: Error | undefined;
  const onError = (fault: Error): void => {
    broken = fault;
  };
  client.on('error', onError);
  try {
    const begin = options.readOnly
      ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;'
      : 'BEGIN ISOLATION LEVEL READ COMMITTED;';
    const session = watchFaults(pgSession(client));
    await session.script(`${begin} ${options.opening}`);
    const value = await work(session);
    // COMMIT of a transaction in which a statement failed rolls back without an error.
    if (session.fault) throw session.fault;
    await session.script('COMMIT');
    return value;
  } catch (thrown) {
    broken ??= await rollBack(client);
    throw thrown;
  } finally {
    client.off('error', onError);
    client.release(broken ?? false);
  }
}

/** @returns the fault when the connection is of no more use */
async function rollBack(client: pg.ClientBase): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

/** Names of prepared statements by their text; the adapter's texts are few and fixed. */
const statementNames = new Map<string, string>();

function statementName(text: string): string {
  let name = statementNames.get(text);
  if (name === undefined) {
    name = `a${statementNames.size}`;
    statementNames.set(text, name);
  }
  return name;
}

/** A session on one connection; statements that are asked for at once run one after the other. */
function pgSession(client: pg.ClientBase): BareSession {
  const turns = new TurnQueue();
  const run = <Value>(work: () => Promise<Value>): Promise<Value> =>
    turns.run(async () => {
      try {
        return await work();
      } catch (thrown) {
        throw databaseFault(thrown);
      }
    });
  return {
    query<Row extends object>(text: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
      return run(async () => {
        const name = statementName(text);
        return (await client.query<Row>({ name, text, values: [...parameters] })).rows;
      });
    },
    script: (text) => run(async () => void (await client.query(text))),
  };
}
