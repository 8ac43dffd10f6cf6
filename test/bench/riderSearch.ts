import { fileURLToPath } from 'node:url';
import { openPostgresStore, type PostgresStore } from '../../backend/adapters/postgres/index.ts';
import { type AccessScope, SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import type { Person } from '../../backend/domain/person/person.ts';
import { startCluster } from '../../scripts/privateCluster.mjs';
import { generatePeople } from '../../seeds/people/generatePeople.ts';
import { readRegion } from '../../seeds/region/readRegion.ts';
import { createRandom, pickOne } from '../../seeds/seededRandom.ts';
import { type Bench, type BenchOptions, type Figure, percentile } from '../support/bench.ts';
import { QUICK_HASHER } from '../support/quickHasher.ts';
import { SILENT_LOG } from '../support/silentLog.ts';
import { withClient } from '../support/withDatabase.ts';

const REGION = fileURLToPath(new URL('../../seeds/aizu', import.meta.url));
const P95_BAR_MS = 50;

const OPERATOR: AccessScope = {
  kind: 'account',
  accountId: 'operator',
  role: 'operator',
  municipalities: [],
  providerId: null,
  clinicId: null,
  personId: null,
  vehicleId: null,
};

/** What an operator types, by what they heard. */
const QUESTIONS: Readonly<Record<string, (person: Person) => string>> = {
  'whole name in kana': (person) => person.familyKana + person.givenKana,
  'whole name without voicing marks': (person) =>
    (person.familyKana + person.givenKana).normalize('NFD').replace(/[\u3099\u309a]/g, ''),
  'family name in kana': (person) => person.familyKana,
  'first two kana': (person) => person.familyKana.slice(0, 2),
  'first kana': (person) => person.familyKana.slice(0, 1),
  'family and given name apart': (person) => `${person.familyName} ${person.givenKana}`,
  'last four digits of the telephone': (person) => person.phone.slice(-4),
  'hamlet and given name': (person) => `${person.hamlet} ${person.givenKana}`,
  'nobody of that name': (person) => `${person.givenKana}ん${person.familyKana}`,
};

/** Riders found by name, reading, telephone or hamlet while they speak. */
const bench: Bench = {
  name: 'riderSearch',
  about: 'rider search on PostgreSQL by an operator: --people 240000 --queries 200 --seed 1',
  async run(options, report) {
    const cluster = await startCluster();
    try {
      const store = await openPostgresStore({
        connectionString: cluster.url,
        poolSize: 2,
        clock: { now: Date.now },
        hasher: QUICK_HASHER,
        log: SILENT_LOG,
      });
      await store.migrate();
      const people = await fill(store, options);
      await withClient(cluster.url, (client) => client.query('VACUUM ANALYZE person'));
      for (const figure of await measure(store, people, options)) report(figure);
      await store.close();
    } finally {
      await cluster.stop();
    }
  },
};
export default bench;

async function fill(store: PostgresStore, options: BenchOptions): Promise<readonly Person[]> {
  const region = await readRegion(REGION);
  const random = createRandom(options.number('seed', 1));
  const people = generatePeople(region, { count: options.number('people', 240_000), year: 2026 }, random);
  for (let start = 0; start < people.length; start += 20_000) {
    await store.write(SYSTEM_SCOPE, (tables) =>
      tables.people.insertMany(people.slice(start, start + 20_000)),
    );
  }
  return people;
}

async function measure(
  store: PostgresStore,
  people: readonly Person[],
  options: BenchOptions,
): Promise<readonly Figure[]> {
  const random = createRandom(options.number('seed', 1) + 1);
  const queries = options.number('queries', 200);
  const figures: Figure[] = [];
  const all: number[] = [];
  for (const [kind, questionOf] of Object.entries(QUESTIONS)) {
    const times: number[] = [];
    for (let i = 0; i < queries; i += 1) {
      const question = questionOf(pickOne(random, people));
      const start = performance.now();
      await store.read(OPERATOR, (tables) => tables.people.search(question, 10));
      times.push(performance.now() - start);
    }
    all.push(...times);
    const work = `${people.length.toLocaleString('en')} riders, ${kind}, p95`;
    figures.push({ work, figure: percentile(times, 0.95), unit: 'ms' });
  }
  const p95 = percentile(all, 0.95);
  const work = `${people.length.toLocaleString('en')} riders, all kinds, p95`;
  return [...figures, { work, figure: p95, unit: 'ms', bar: `<= ${P95_BAR_MS}`, met: p95 <= P95_BAR_MS }];
}
