import { readdirSync } from 'node:fs';
import { checkPlan, createEmptyPlan, improvePlan, type PlanProblem } from '../../backend/planner/index.ts';
import type { Bench, BenchOptions, Figure } from '../support/bench.ts';
import {
  createClusteredOnlineDay,
  createSquareOnlineDay,
  type OnlineDay,
  readDynamicDay,
} from '../support/onlineDay.ts';
import { DARP_FOLDER, hasDarpInstances } from '../support/plannedInTime.ts';
import { planOnline, type SendingOut, timeOut } from '../support/planOnline.ts';

const BAR_PER_CENT = 5;
/**
 * The price of sending out a vehicle, learned on days of their own: square-3-1 to square-8-5 and simulated-11 to
 * simulated-14.
 */
const SENDING_OUT: SendingOut = { rides: 1, gaps: 2 };

const bench: Bench = {
  name: 'online',
  about:
    'planned as requests arrive against hindsight by as many steps, vehicle hours: --days a2-16,simulated-1,square-5-1,… --steps 1000 --seed 1 --rides 1 --gaps 2 (price of sending out a vehicle)',
  run(options, report) {
    const more: Record<DayKind, number[]> = { published: [], simulated: [], square: [] };
    for (const { name, kind, day } of listDays(options)) {
      const steps = options.number('steps', 1_000);
      const online = planOnline(day, {
        steps,
        seed: options.number('seed', 1),
        sendingOut: {
          rides: options.number('rides', SENDING_OUT.rides),
          gaps: options.number('gaps', SENDING_OUT.gaps),
        },
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

type DayKind = 'published' | 'simulated' | 'square';

function* listDays(options: BenchOptions): Generator<{ name: string; kind: DayKind; day: OnlineDay }> {
  const only = options.text('days', '').split(',').filter(Boolean);
  if (hasDarpInstances('the published half of bench online')) {
    for (const file of readdirSync(`${DARP_FOLDER}dynamic`).sort()) {
      const name = file.replace('.json', '');
      const path = `${DARP_FOLDER}dynamic/${file}`;
      if (only.length === 0 || only.includes(name)) {
        yield { name, kind: 'published', day: readDynamicDay(path) };
      }
    }
  }
  for (const name of only.length === 0 ? ['simulated-1', 'simulated-2'] : only) {
    const [kind, ...numbers] = name.split('-');
    const [first = 1, second = 1] = numbers.map(Number);
    if (kind === 'simulated') yield { name, kind, day: createClusteredOnlineDay(first) };
    if (kind === 'square') yield { name, kind, day: createSquareOnlineDay(first, second) };
  }
}
