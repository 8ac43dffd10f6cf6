import type { PlanProblem } from '../../backend/planner/index.ts';
import type { Bench, BenchOptions, Figure } from '../support/bench.ts';
import { createClusteredDay } from '../support/clusteredDay.ts';
import { costOf, planInSteps, planInTime } from '../support/plannedInTime.ts';

/** Least kilometres seen for the days of these seeds (2,000 rides, 100 vehicles), and what run they come from. */
const BEST_KNOWN: Readonly<Record<number, { readonly km: number; readonly origin: string }>> = {
  1: { km: 11_092, origin: 'one run of this planner, 500 CPU s, seed 1' },
};

/** What a plan may take: CPU seconds with what is asked of them, or steps, whose outcome no machine and no load changes. */
type Budget = { readonly seconds: number; readonly bar: number } | { readonly steps: number };

const BUDGETS: readonly Budget[] = [
  { seconds: 10, bar: 3 },
  { seconds: 60, bar: 1 },
];

const bench: Bench = {
  name: 'day',
  about:
    'a service day of 2,000 rides and 100 vehicles: --seeds 1 --seconds 10 --reference 600 (CPU s, one thread), or --steps 400000',
  async run(options, report) {
    for (const seed of options.text('seeds', '1').split(',').map(Number))
      await measure(seed, options, report);
  },
};

export default bench;

function budgetsOf(options: BenchOptions): readonly Budget[] {
  if (options.has('steps')) return [{ steps: options.number('steps', 400_000) }];
  if (!options.has('seconds')) return BUDGETS;
  const seconds = options.number('seconds', 10);
  return [{ seconds, bar: seconds < 60 ? 3 : 1 }];
}

async function measure(seed: number, options: BenchOptions, report: (figure: Figure) => void): Promise<void> {
  const day = createClusteredDay({ rides: 2_000, vehicles: 100, seed });
  const results = [];
  for (const budget of budgetsOf(options)) results.push({ budget, ...(await plan(day, budget)) });
  const reference = options.has('reference')
    ? [(await plan(day, { seconds: options.number('reference', 600), bar: 0 })).cost]
    : [];
  const known = BEST_KNOWN[seed];
  const best = Math.min(
    known?.km ?? Number.POSITIVE_INFINITY,
    ...reference,
    ...results.map(({ cost }) => cost),
  );
  const origin = best === known?.km ? known.origin : 'found in this run';
  report({ work: `day ${seed}, best known (${origin})`, figure: best, unit: 'km' });
  for (const { budget, cost, unserved } of results) {
    const gap = (cost / best - 1) * 100;
    const work = `day ${seed}, ${textOf(budget)}`;
    report({
      work: `${work}, above the best known`,
      figure: gap,
      unit: '%',
      ...('bar' in budget && { bar: `<= ${budget.bar}`, met: gap <= budget.bar }),
    });
    report({ work: `${work}, unserved`, figure: unserved, unit: 'rides', bar: '<= 0', met: unserved === 0 });
  }
}

async function plan(day: PlanProblem, budget: Budget): Promise<{ cost: number; unserved: number }> {
  const found =
    'steps' in budget ? planInSteps(day, budget.steps, 1) : await planInTime(day, budget.seconds, 1);
  const cost = costOf(day, found);
  process.stderr.write(`${textOf(budget)}: ${cost.toFixed(1)} km, ${found.unserved.length} unserved\n`);
  return { cost, unserved: found.unserved.length };
}

function textOf(budget: Budget): string {
  return 'steps' in budget ? `${budget.steps.toLocaleString('en')} steps` : `${budget.seconds} CPU s`;
}
