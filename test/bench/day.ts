import type { PlanProblem } from '../../backend/planner/index.ts';
import type { Bench } from '../support/bench.ts';
import { createClusteredDay } from '../support/clusteredDay.ts';
import { costOf, planInTime } from '../support/plannedInTime.ts';

/** Least kilometres seen for the days of these seeds (2,000 rides, 100 vehicles), and what run they come from. */
const BEST_KNOWN: Readonly<Record<number, { readonly km: number; readonly origin: string }>> = {
  1: { km: 11_092, origin: 'one run of this planner, 500 CPU s, seed 1' },
};

const BARS = [
  { seconds: 10, bar: 3 },
  { seconds: 60, bar: 1 },
];

const bench: Bench = {
  name: 'day',
  about:
    'a service day of 2,000 rides and 100 vehicles: --seeds 1 --seconds 10 --reference 600 (CPU s, one thread)',
  async run(options, report) {
    const seeds = options.text('seeds', '1').split(',').map(Number);
    const runs = options.has('seconds')
      ? [{ seconds: options.number('seconds', 10), bar: options.number('seconds', 10) < 60 ? 3 : 1 }]
      : BARS;
    for (const seed of seeds) {
      const day = createClusteredDay({ rides: 2_000, vehicles: 100, seed });
      const results = [];
      for (const { seconds, bar } of runs) results.push({ seconds, bar, ...(await plan(day, seconds)) });
      const reference = options.has('reference')
        ? [(await plan(day, options.number('reference', 600))).cost]
        : [];
      const known = BEST_KNOWN[seed];
      const best = Math.min(
        known?.km ?? Number.POSITIVE_INFINITY,
        ...reference,
        ...results.map(({ cost }) => cost),
      );
      const origin = best === known?.km ? known.origin : 'found in this run';
      report({ work: `day ${seed}, best known (${origin})`, figure: best, unit: 'km' });
      for (const { seconds, bar, cost, unserved } of results) {
        const gap = (cost / best - 1) * 100;
        const work = `day ${seed}, ${seconds} CPU s`;
        report({
          work: `${work}, above the best known`,
          figure: gap,
          unit: '%',
          bar: `<= ${bar}`,
          met: gap <= bar,
        });
        report({
          work: `${work}, unserved`,
          figure: unserved,
          unit: 'rides',
          bar: '<= 0',
          met: unserved === 0,
        });
      }
    }
  },
};

export default bench;

async function plan(day: PlanProblem, seconds: number): Promise<{ cost: number; unserved: number }> {
  const found = await planInTime(day, seconds, 1);
  const cost = costOf(day, found);
  process.stderr.write(`${seconds} CPU s: ${cost.toFixed(1)} km, ${found.unserved.length} unserved\n`);
  return { cost, unserved: found.unserved.length };
}
