import { fileURLToPath } from 'node:url';
import { signCall } from '../../backend/adapters/http/callSignature.ts';
import { openPostgresStore, type PostgresStore } from '../../backend/adapters/postgres/index.ts';
import { japaneseHolidays } from '../../backend/adapters/system/japaneseHolidays.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import type { Person } from '../../backend/domain/person/person.ts';
import type { Place } from '../../backend/domain/place/place.ts';
import { expandSeries } from '../../backend/domain/standingOrder/expandSeries.ts';
import { fillRegion } from '../../backend/main/fillRegion.ts';
import { startCluster } from '../../scripts/privateCluster.mjs';
import { generatePeople } from '../../seeds/people/generatePeople.ts';
import { readRegion } from '../../seeds/region/readRegion.ts';
import type { RegionData } from '../../seeds/region/regionData.ts';
import { createRandom, pickOne } from '../../seeds/seededRandom.ts';
import { type Bench, type BenchOptions, type Figure, percentile } from '../support/bench.ts';
import type { HouseClient } from '../support/houseClient.ts';
import { type House, openHouse } from '../support/openHouse.ts';
import { PLACE_PHRASES, readImportedRegion } from '../support/placePhrases.ts';
import { QUICK_HASHER } from '../support/quickHasher.ts';
import { sampleOrder } from '../support/sampleSeries.ts';
import { SILENT_LOG } from '../support/silentLog.ts';
import { type SlipQuestion, slipCorpus } from '../support/slipCorpus.ts';
import { TOWN_MORNING } from '../support/trialTown.ts';
import { withClient } from '../support/withDatabase.ts';
import { measureDeskScreen } from './desk/deskScreen.ts';
import { measureHouseholdCards } from './desk/householdCards.ts';

const REGION = fileURLToPath(new URL('../../seeds/aizu', import.meta.url));
const QUIET = {
  step: <Value>(_: string, work: (note: () => void) => Promise<Value>) => work(() => {}),
  say() {},
};
const SEARCH_BAR_MS = 50;
const RECALL_BAR = 98;
const POP_BAR_MS = 500;
const FIRST = 5;

type Report = (figure: Figure) => void;

/** The phone desk: finding riders and places as they are said, and the call on the screen. */
const bench: Bench = {
  name: 'desk',
  about:
    'phone desk over HTTP on PostgreSQL: --people 240000 --every 1 --calls 60 --seed 1; --screen: the page only; --search: riders only',
  async run(options, report) {
    if (!options.has('search')) await measureDeskScreen(report);
    if (options.has('screen')) return;
    const cluster = await startCluster();
    try {
      const region = await readRegion(REGION);
      const isHamlet = ({ kind }: Place) => kind === 'hamlet';
      const landmarks = region.places.filter((place) => !isHamlet(place));
      const corpus = slipCorpus(region.places.filter(isHamlet), landmarks);
      const people = peopleOf(region, options);
      const store = await openPostgresStore({
        connectionString: cluster.url,
        poolSize: 4,
        clock: { now: () => TOWN_MORNING },
        hasher: QUICK_HASHER,
        log: SILENT_LOG,
      });
      await store.migrate();
      await fillRegion(store, region, () => [...people, ...corpus.people], QUIET);
      const phrases = await addPhraseRegion(store);
      await withClient(cluster.url, (client) => client.query('VACUUM ANALYZE person, place'));
      const house = await openHouse({ openStore: async () => store });
      await searchRiders(house, corpus.questions, people, options, report);
      if (!options.has('search')) {
        await searchPlaces(house, phrases, report);
        await popCalls(house, people, options, report);
        await measureHouseholdCards(house, store, region, people, report);
        expandOrders(report);
      }
      await house.close();
      await store.close();
    } finally {
      await cluster.stop();
    }
  },
};
export default bench;

/** 5,000 standing orders for the fourteen days ahead, over a year's turn with its holidays. */
function expandOrders(report: Report): void {
  const calendar = {
    holiday: (day: string) => japaneseHolidays.nameOf(day),
    closed: (day: string) =>
      day >= '2026-12-29' && day <= '2027-01-03' ? { ja: '年末年始', en: '' } : undefined,
  };
  const orders = Array.from({ length: 5000 }, (_, i) =>
    sampleOrder({
      id: `standing-${i}`,
      holidayRule: (['skip', 'ride', 'move'] as const)[i % 3]!,
      moveToWeekday: i % 7,
      recurrence: {
        weekdays: [i % 7, (i + 3) % 7],
        everyWeeks: 1 + (i % 3),
        startDay: '2026-04-01',
        endDay: null,
      },
    }),
  );
  const began = performance.now();
  const dates = orders.flatMap((order) => expandSeries(order, calendar, '2026-12-22', '2027-01-04'));
  const milliseconds = performance.now() - began;
  report({ work: `5,000 standing orders, 14 days, ${dates.length} dates`, figure: milliseconds, unit: 'ms' });
}

function peopleOf(region: RegionData, options: BenchOptions): readonly Person[] {
  const count = options.number('people', 240_000);
  return generatePeople(region, { count, year: 2026 }, createRandom(options.number('seed', 1)));
}

/** Adds the places of the imported region, where there is one. */
async function addPhraseRegion(store: PostgresStore): Promise<boolean> {
  const region = await readImportedRegion();
  if (region) await store.write(SYSTEM_SCOPE, ({ places }) => places.insertPlaces(region.places));
  return region !== undefined;
}

async function timed<Value>(times: number[], work: () => Promise<Value>): Promise<Value> {
  const start = performance.now();
  const value = await work();
  times.push(performance.now() - start);
  return value;
}

async function searchRiders(
  house: House,
  questions: readonly SlipQuestion[],
  people: readonly Person[],
  options: BenchOptions,
  report: Report,
): Promise<void> {
  const every = options.number('every', 1);
  const asked = questions.filter((_, i) => i % every === 0);
  const operator = await house.signIn({ role: 'operator' });
  const riders = `${people.length.toLocaleString('en')} riders`;
  const times: number[] = [];
  const right = new Map<string, boolean[]>();
  for (const { kind, text, personId } of asked) {
    const found = await timed(times, () => findPeople(operator, text));
    const isRight = found.slice(0, FIRST).includes(personId);
    right.set(kind, [...(right.get(kind) ?? []), isRight]);
  }
  for (const [kind, hits] of right) {
    report({ work: `${riders}, ${kind}, right one in the first five`, figure: share(hits), unit: '%' });
  }
  const recall = share([...right.values()].flat());
  report({
    work: `${riders}, all slips, right one in the first five`,
    figure: recall,
    unit: '%',
    bar: `>= ${RECALL_BAR}`,
    met: recall >= RECALL_BAR,
  });
  reportTime(`${riders}, all slips, operator, p95`, times, SEARCH_BAR_MS, report);
  await searchOwnRiders(house, asked, people, riders, report);
}

/** The same by a town office, which sees its own residents only: of the largest municipality. */
async function searchOwnRiders(
  house: House,
  asked: readonly SlipQuestion[],
  people: readonly Person[],
  riders: string,
  report: Report,
): Promise<void> {
  const counts = new Map<string, number>();
  for (const { municipality } of people) counts.set(municipality, (counts.get(municipality) ?? 0) + 1);
  const [largest = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const town = await house.signIn({ role: 'municipality', municipalities: [largest] });
  const times: number[] = [];
  for (const { text } of asked) await timed(times, () => findPeople(town, text));
  reportTime(
    `${riders}, all slips, town office of the largest municipality, p95`,
    times,
    SEARCH_BAR_MS,
    report,
  );
}

async function findPeople(client: HouseClient, text: string): Promise<readonly string[]> {
  const answer = await client.get(`/api/v1/people?${new URLSearchParams({ q: text })}`);
  if (answer.status !== 200) throw new Error(`The search was answered ${answer.status}.`);
  return answer.body.people.map(({ id }: { id: string }) => id);
}

async function searchPlaces(house: House, hasRegion: boolean, report: Report): Promise<void> {
  if (!hasRegion) {
    process.stderr.write(
      'No imported region in var/aizu: places are not measured (npm run region:import).\n',
    );
    return;
  }
  const operator = await house.signIn({ role: 'operator' });
  const times: number[] = [];
  const right: boolean[] = [];
  for (const { said, name, municipality } of PLACE_PHRASES) {
    const answer = await timed(times, () =>
      operator.get(`/api/v1/places?${new URLSearchParams({ q: said })}`),
    );
    const first: { name: string; municipality: string }[] = answer.body.places.slice(0, FIRST);
    right.push(first.some((place) => place.name === name && place.municipality === municipality));
  }
  const recall = share(right);
  report({
    work: `${PLACE_PHRASES.length} phrases for places of Aizu, right one in the first five`,
    figure: recall,
    unit: '%',
    bar: `>= ${RECALL_BAR}`,
    met: recall >= RECALL_BAR,
  });
  reportTime('places, p95', times, SEARCH_BAR_MS, report);
}

/** From the report of the telephone system to the household's number on the operator's screen. */
async function popCalls(
  house: House,
  people: readonly Person[],
  options: BenchOptions,
  report: Report,
): Promise<void> {
  const operator = await house.signIn({ role: 'operator', login: 'popped' });
  const socket = await operator.connect();
  const random = createRandom(options.number('seed', 1));
  const times: number[] = [];
  for (let i = 0; i < options.number('calls', 60); i += 1) {
    const call = { id: `bench-${i}`, state: 'ringing', number: pickOne(random, people).phone, line: 'line' };
    await timed(times, async () => {
      const rung = new Promise<void>((resolve) => socket.once('call:ring', () => resolve()));
      await reportCall(house, { ...call, operator: 'popped' });
      await rung;
      const { calls } = (await operator.get('/api/v1/telephony/calls')).body;
      if (calls[0].id !== call.id) throw new Error('Another call is on the screen.');
    });
    await operator.post(`/api/v1/telephony/calls/${call.id}/close`, {});
  }
  socket.close();
  reportTime('call reported → on the operator’s screen, p95', times, POP_BAR_MS, report);
}

async function reportCall(house: House, call: object): Promise<void> {
  const body = JSON.stringify(call);
  const timestamp = String(Math.floor(house.wallClock.now() / 1000));
  const answer = await house.stranger().send('POST', '/api/v1/telephony/calls', body, {
    'Content-Type': 'application/json',
    'X-Ainori-Timestamp': timestamp,
    'X-Ainori-Signature': signCall('line secret', timestamp, body),
  });
  if (answer.status !== 202) throw new Error(`The report was answered ${answer.status}.`);
}

const share = (hits: readonly boolean[]): number => (100 * hits.filter(Boolean).length) / hits.length;

function reportTime(work: string, times: readonly number[], barMs: number, report: Report): void {
  const p95 = percentile(times, 0.95);
  report({ work, figure: p95, unit: 'ms', bar: `<= ${barMs}`, met: p95 <= barMs });
}
