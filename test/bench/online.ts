import { readdirSync } from 'node:fs';
import { checkPlan, createEmptyPlan, improvePlan, type PlanProblem } from '../../backend/planner/index.ts';
import type { Bench, BenchOptions, Figure } from '../support/bench.ts';
import {
  createCalledOnlineDay,
  createClusteredOnlineDay,
  createSquareOnlineDay,
  type OnlineDay,
  readDynamicDay,
} from '../support/onlineDay.ts';
import { DARP_FOLDER, hasDarpInstances } from '../support/plannedInTime.ts';
import { planOnline, type SendingOut, timeOut } from '../support/planOnline.ts';
import { learnStillToCome } from '../support/stillToCome.ts';

const BAR_PER_CENT = 5;
/**
 * The price of sending out a vehicle while all is still to come, learned on days of their own: square-3-11 to
 * square-8-20 and simulated-11 to simulated-18.
 */
const SENDING_OUT: SendingOut = { rides: 4, gaps: 8 };
const MADE_UP_DAYS = ['simulated-1', 'simulated-2', 'called-1', 'called-2'];
/** Earlier days of made-up ones, by seeds that are not measured. */
const FIRST_EARLIER_SEED = 901;
const EARLIER_DAYS = 10;

const bench: Bench = {
  name: 'online',
  about:
    'planned as requests arrive against hindsight by as many steps, vehicle hours: --days a2-16,simulated-1,called-1,square-5-1,… --steps 1000 --seed 1 --rides 4 --gaps 8 (price of sending out a vehicle)',
  run(options, report) {
    const more: Record<DayKind, number[]> = { published: [], simulated: [], called: [], square: [] };
    for (const { name, kind, day, earlierDays } of listDays(options)) {
      const steps = options.number('steps', 1_000);
      const online = planOnline(day, {
        steps,
        seed: options.number('seed', 1),
        sendingOut: {
          rides: options.number('rides', SENDING_OUT.rides),
          gaps: options.number('gaps', SENDING_OUT.gaps),
        },
        stillToCome: learnStillToCome(earlierDays),
      });
      const { problem, arrivals } = day;
      const hindsight = improvePlan(problem, createEmptyPlan(problem), {
        seed: 1,
        iterations: options.number('hindsight', steps * new Set(arrivals).size),
      });
      const faults = checkPlan(problem, online).filter(({ code }) => code !== 'unservedRequest');
      if (faults.length > 0) throw new Error(`${name}: the checker found ${JSON.stringify(faults[0])}`);
      const above = (timeOut(online) / timeOut(hindsight) - 1) * 100;
      more[kind].push(above);
      report({ work: `${name}, vehicle hours above hindsight`, figure: above, unit: '%' });
      reportServed(name, problem, online.unserved.length, hindsight.unserved.length, report);
    }
    for (const [kind, ratios] of Object.entries(more)) {
      if (ratios.length === 0) continue;
      const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
      const work = `${ratios.length} ${kind} days, mean vehicle hours above hindsight`;
      report({ work, figure: mean, unit: '%', bar: `<= ${BAR_PER_CENT}`, met: mean <= BAR_PER_CENT });
    }
  },
};

export default bench;

function reportServed(
  name: string,
  problem: PlanProblem,
  online: number,
  hindsight: number,
  report: (figure: Figure) => void,
): void {
  const served = problem.requests.length - online;
  const bar = problem.requests.length - hindsight;
  report({
    work: `${name}, served online`,
    figure: served,
    unit: 'rides',
    bar: `>= ${bar}`,
    met: served >= bar,
  });
}

type DayKind = 'published' | 'simulated' | 'called' | 'square';

interface MeasuredDay {
  readonly name: string;
  readonly kind: DayKind;
  readonly day: OnlineDay;
  /** When requests became known on other days of its kind. */
  readonly earlierDays: readonly (readonly number[])[];
}

function* listDays(options: BenchOptions): Generator<MeasuredDay> {
  const only = options.text('days', '').split(',').filter(Boolean);
  if (hasDarpInstances('the published half of bench online')) {
    const published = listPublished();
    for (const { name, day } of published) {
      if (only.length > 0 && !only.includes(name)) continue;
      const others = published.filter((other) => other.name !== name);
      const earlierDays = others.map((other) => asLongAs(day, other.day));
      yield { name, kind: 'published', day, earlierDays };
    }
  }
  for (const name of only.length === 0 ? MADE_UP_DAYS : only) {
    const [kind, ...numbers] = name.split('-');
    const make = makerOf(kind, Number(numbers[0] ?? 1));
    if (!make) continue;
    const earlierDays = earlierSeeds().map((seed) => make(seed).arrivals);
    yield { name, kind: kind as DayKind, day: make(Number(numbers.at(-1) ?? 1)), earlierDays };
  }
}

/** What makes up the days of a kind by their seeds; undefined for no kind of made-up days. */
function makerOf(kind: string | undefined, vehicles: number): ((seed: number) => OnlineDay) | undefined {
  if (kind === 'simulated') return createClusteredOnlineDay;
  if (kind === 'called') return createCalledOnlineDay;
  return kind === 'square' ? (seed) => createSquareOnlineDay(vehicles, seed) : undefined;
}

function listPublished(): { name: string; day: OnlineDay }[] {
  return readdirSync(`${DARP_FOLDER}dynamic`)
    .sort()
    .map((file) => ({
      name: file.replace('.json', ''),
      day: readDynamicDay(`${DARP_FOLDER}dynamic/${file}`),
    }));
}

/** When requests became known on another day, on a clock on which its longest tour is as long as this day's. */
function asLongAs(day: OnlineDay, other: OnlineDay): number[] {
  const longest = ({ problem }: OnlineDay) => problem.vehicles[0]!.maxDurationSeconds!;
  return other.arrivals.map((at) => (at * longest(day)) / longest(other));
}

function earlierSeeds(): number[] {
  return Array.from({ length: EARLIER_DAYS }, (_, k) => FIRST_EARLIER_SEED + k);
}
