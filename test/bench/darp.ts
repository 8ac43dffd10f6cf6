import { readFileSync } from 'node:fs';
import { readCordeau, readMalheiros } from '../../backend/planner/instances/index.ts';
import type { Bench, BenchOptions, Figure } from '../support/bench.ts';
import {
  costOf,
  cpuSeconds,
  DARP_FOLDER,
  hasDarpInstances,
  planInTime,
  readBestKnown,
} from '../support/plannedInTime.ts';

interface Run {
  readonly set: string;
  readonly seconds: number;
  /** Greatest mean gap to the best known, per cent; 0: every optimum. */
  readonly bar: number;
}

const RUNS: readonly Run[] = [
  { set: 'cordeau-laporte-2003', seconds: 10, bar: 1 },
  { set: 'cordeau-laporte-2003', seconds: 60, bar: 0.3 },
  { set: 'cordeau-2006', seconds: 10, bar: 0 },
  { set: 'malheiros-2021', seconds: 60, bar: 0.3 },
];

/** Published costs have two decimals: anything nearer than half a cent is the same solution. */
const ROUNDING = 0.0051;

const bench: Bench = {
  name: 'darp',
  about:
    'gap to the best published: --set cordeau-2006 --seconds 10 --seed 1 --instances a2-16,… (CPU s, one thread)',
  async run(options, report) {
    if (!hasDarpInstances('bench darp')) return;
    const wanted = options.text('set', '');
    const runs = wanted === '' ? RUNS : RUNS.filter(({ set }) => set === wanted);
    if (runs.length === 0) throw new Error(`--set: there is no set "${wanted}"`);
    const seconds = options.has('seconds') ? options.number('seconds', 10) : undefined;
    const chosen = seconds === undefined ? runs : [{ ...runFor(runs, seconds), seconds }];
    for (const run of chosen) await measure(run, options, report);
  },
};

export default bench;

/** The run whose bar is meant for so many seconds: the longest that is no longer, else the shortest. */
function runFor(runs: readonly Run[], seconds: number): Run {
  return runs.filter((run) => run.seconds <= seconds).at(-1) ?? runs[0]!;
}

async function measure(run: Run, options: BenchOptions, report: (figure: Figure) => void): Promise<void> {
  const only = options.text('instances', '').split(',').filter(Boolean);
  const seed = options.number('seed', 1);
  const read = run.set === 'malheiros-2021' ? readMalheiros : readCordeau;
  const gaps: number[] = [];
  let optima = 0;
  for (const [name, best] of readBestKnown(run.set)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const { problem } = read(readFileSync(`${DARP_FOLDER}${run.set}/${name}.txt`, 'utf8'));
    // An optimum proven by others needs no further search.
    const target = run.bar === 0 ? best + ROUNDING : undefined;
    const begun = cpuSeconds();
    const plan = await planInTime(problem, run.seconds, seed, target);
    const taken = cpuSeconds() - begun;
    const cost = plan.unserved.length > 0 ? Number.POSITIVE_INFINITY : costOf(problem, plan);
    const gap = (cost / best - 1) * 100;
    gaps.push(gap);
    if (cost <= best + ROUNDING) optima++;
    process.stderr.write(
      `${run.set} ${name} ${taken.toFixed(1)} s: ${cost.toFixed(2)}, ${gap.toFixed(2)} % above ${best}\n`,
    );
  }
  const work = `${run.set}, ${gaps.length} instances, ${run.seconds} CPU s each`;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
  if (run.bar > 0) {
    report({
      work: `${work}, mean gap`,
      figure: mean,
      unit: '%',
      bar: `<= ${run.bar}`,
      met: mean <= run.bar,
    });
  } else {
    report({ work: `${work}, mean gap`, figure: mean, unit: '%' });
    const met = optima === gaps.length;
    report({
      work: `${work}, optima found`,
      figure: optima,
      unit: 'instances',
      bar: `>= ${gaps.length}`,
      met,
    });
  }
}
