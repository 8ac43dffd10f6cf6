import { readdirSync } from 'node:fs';
import { SeededRandom } from '../../backend/planner/improvement/random.ts';
import { checkPlan, createEmptyPlan, improvePlan, type PlanProblem } from '../../backend/planner/index.ts';
import type { Bench, BenchOptions, Figure } from '../support/bench.ts';
import { createClusteredDay } from '../support/clusteredDay.ts';
import { type OnlineDay, planOnline, readDynamicDay, timeOut } from '../support/onlineDay.ts';
import { DARP_FOLDER, hasDarpInstances } from '../support/plannedInTime.ts';

const BAR_PER_CENT = 5;

const bench: Bench = {
  name: 'online',
  about:
    'planned as requests arrive against hindsight by as many steps, vehicle hours: --days a2-16,simulated-1,… --steps 1000',
  run(options, report) {
    const more: Record<DayKind, number[]> = { published: [], simulated: [] };
    for (const { name, kind, day } of listDays(options)) {
      const steps = options.number('steps', 1_000);
      const online = planOnline(day, steps, 1);
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

type DayKind = 'published' | 'simulated';

function* listDays(options: BenchOptions): Generator<{ name: string; kind: DayKind; day: OnlineDay }> {
  const only = options.text('days', '').split(',').filter(Boolean);
  const isWanted = (name: string) => only.length === 0 || only.includes(name);
  if (hasDarpInstances('the published half of bench online')) {
    for (const file of readdirSync(`${DARP_FOLDER}dynamic`).sort()) {
      const name = file.replace('.json', '');
      const path = `${DARP_FOLDER}dynamic/${file}`;
      if (isWanted(name)) yield { name, kind: 'published', day: readDynamicDay(path) };
    }
  }
  for (const seed of [1, 2]) {
    const name = `simulated-${seed}`;
    if (isWanted(name)) yield { name, kind: 'simulated', day: createOnlineDay(seed) };
  }
}

/** A clustered day of 200 rides, each known one to four hours before its latest pickup; cost is vehicle hours. */
function createOnlineDay(seed: number): OnlineDay {
  const day = createClusteredDay({ rides: 200, vehicles: 16, seed });
  const random = new SeededRandom(seed);
  const known = day.requests
    .map((request) => ({ request, at: request.pickupWindow.latest - 3_600 - random.below(3 * 3_600) }))
    .sort((a, b) => a.at - b.at);
  const vehicles = day.vehicles.map((vehicle) => ({ ...vehicle, costPerHour: 1, costPerKilometre: 0 }));
  return {
    problem: { ...day, vehicles, requests: known.map(({ request }) => request) },
    arrivals: known.map(({ at }) => at),
  };
}
