import type { ReadinessPart } from '../adapters/http/httpDeps.ts';
import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { serviceDayOf } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';

/** A part that does not answer in this time counts as not ready. */
const PATIENCE_MS = 2000;

/** What is asked before requests are let in. */
export interface ReadinessSources {
  readonly store: Store;
  readonly clock: Clock;
  readonly databaseKind: string;
  readonly roadsKind: string;
  readonly areRoadsAnswering: () => boolean;
}

/** Database, migrations, roads. Without roads the service goes on by estimates, so they only say how they are. */
export async function readReadiness(sources: ReadinessSources): Promise<Record<string, ReadinessPart>> {
  const { store, clock, databaseKind, roadsKind, areRoadsAnswering } = sources;
  const version = await answerInTime(
    store.read(SYSTEM_SCOPE, (tables) => tables.days.version(serviceDayOf(clock.now()))),
  );
  const answers = version !== undefined;
  const roads = areRoadsAnswering() ? 'answering' : 'not answering, travel times are estimates';
  return {
    database: { ready: answers, detail: answers ? databaseKind : `${databaseKind}: no answer` },
    migrations: { ready: answers, detail: answers ? 'applied' : 'unknown' },
    roads: { ready: true, detail: `${roadsKind}: ${roads}` },
  };
}

async function answerInTime<Value>(work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  try {
    return await Promise.race([work.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
