import {
  addRequest,
  applyInsertion,
  type EvaluatedTours,
  evaluateTour,
  evaluateTours,
  findInsertions,
  isSchedule,
  type PlanProblem,
  type PreparedDay,
  prepareProblem,
  prepareSchedules,
  replaceSchedule,
  type Schedule,
  type Tour,
} from '../../backend/planner/index.ts';
import type { Bench, BenchOptions, Figure } from '../support/bench.ts';
import { listInsertionsByBruteForce } from '../support/bruteInsertion.ts';
import { countDifferences, countSeedDifferences } from '../support/compareInsertions.ts';
import { createLargeDay } from '../support/largeDay.ts';

const LOCATIONS = 1500;
const ROUNDS = 5;
const CASES_A_LINE = 1000;
const BOOKINGS = 15;

/** Best insertions against every pair of positions evaluated, and how long they take. */
const bench: Bench = {
  name: 'insertion',
  about:
    'best insertion over 1,000 and 10,000 vehicles, equal to brute force [--cases 20000] [--from 0] [--only cases]',
  async run(options, report) {
    if (options.text('only', '') !== 'cases') {
      measureFleet(1000, 400, false, 100, report);
      measureFleet(1000, 400, true, undefined, report);
      measureFleet(10_000, 200, false, 1000, report);
      measureBooking(100, report);
      measureBooking(1000, report);
    }
    await compareSmallCases(options, report);
  },
};

export default bench;

interface PreparedFleet {
  readonly day: PreparedDay;
  readonly schedules: readonly Schedule[];
  readonly probes: readonly number[];
}

function prepareFleet(vehicles: number, probes: number, withBreaks: boolean): PreparedFleet {
  const large = createLargeDay({ vehicles, stops: 20, locations: LOCATIONS, probes, seed: 1, withBreaks });
  const prepared = prepareProblem(large.problem);
  const schedules = large.tours.map((tour) => evaluateTour(prepared, tour)).filter(isSchedule);
  if (schedules.length < vehicles) throw new Error('the made-up day has tours that cannot be driven');
  const day = prepareSchedules(prepared, schedules);
  return { day, schedules, probes: large.probes.map((probe) => addRequest(prepared, probe)) };
}

function measureFleet(
  vehicles: number,
  probeCount: number,
  withBreaks: boolean,
  bar: number | undefined,
  report: (figure: Figure) => void,
): void {
  const fleet = prepareFleet(vehicles, probeCount, withBreaks);
  const { day, probes } = fleet;
  const rounds = Array.from({ length: ROUNDS + 1 }, () => timeSearches(day, probes)).slice(1);
  // Each request by the median of its rounds: how long a search takes, and not how often the machine was busy elsewhere.
  const each = probes.map((_, i) => median(rounds.map((round) => round[i]!)));
  const half = quantile(each, 0.5);
  const work = `best insertion, ${vehicles.toLocaleString('en')} vehicles x 20 stops${withBreaks ? ', a break each' : ''}`;
  report({
    work: `${work}, p50`,
    figure: half,
    unit: 'µs',
    ...(bar === undefined ? {} : { bar: `<= ${bar}`, met: half <= bar }),
  });
  report({ work: `${work}, p99`, figure: quantile(each, 0.99), unit: 'µs' });
  if (vehicles <= 1000) compareWithReference(fleet, work, half, report);
}

/** Every pair of positions evaluated from scratch, for a few of the same requests over a tenth of the fleet. */
function compareWithReference(
  { day, schedules, probes }: PreparedFleet,
  work: string,
  half: number,
  report: (figure: Figure) => void,
): void {
  const some = schedules.slice(0, schedules.length / 10);
  const vehicles = some.map(({ vehicle }) => vehicle);
  let differences = 0;
  const times = probes.slice(0, 3).map((probe) => {
    const began = now();
    const all = listInsertionsByBruteForce(day.prepared, some, probe);
    const took = now() - began;
    const { insertions } = findInsertions(day, probe, { limit: 5, vehicles, explain: false });
    differences += countDifferences(insertions, all, 5);
    return took;
  });
  const reference = median(times);
  report({
    work: `${work}, every pair of a tenth of the fleet evaluated (reference)`,
    figure: reference,
    unit: 'µs',
  });
  report({ work: `${work}, times faster than the reference`, figure: reference / half, unit: 'x' });
  report({
    work: `${work}, differences from the reference`,
    figure: differences,
    unit: 'insertions',
    bar: '= 0',
    met: differences === 0,
  });
}

/**
 * What it costs to have the next version of the day ready after a booking: problem, times of the tours, preparation.
 * As a dispatch office does it, all requests and vehicles are made anew; from nothing, and from the version before.
 */
function measureBooking(vehicles: number, report: (figure: Figure) => void): void {
  const large = createLargeDay({ vehicles, stops: 20, locations: LOCATIONS, probes: BOOKINGS, seed: 1 });
  const from = (problem: PlanProblem, tours: readonly Tour[], before?: PreparedVersion): PreparedVersion => {
    const prepared = prepareProblem(problem);
    const evaluated = evaluateTours(prepared, tours, before?.evaluated);
    const day = prepareSchedules(prepared, evaluated.evaluations.filter(isSchedule), before?.day);
    return { evaluated, day };
  };
  let { problem, tours } = large as { problem: PlanProblem; tours: readonly Tour[] };
  let before = from(problem, tours);
  const figures = { scratch: [] as number[], recalled: [] as number[], vehicle: [] as number[] };
  for (const probe of large.probes) {
    const [insertion] = findInsertions(before.day, probe, { explain: false }).insertions;
    if (!insertion) continue;
    const schedule = applyInsertion(before.day, insertion, probe);
    problem = structuredCloneOf({ ...problem, requests: [...problem.requests, probe] });
    tours = tours.map((tour) => (tour.vehicle === schedule.vehicle ? schedule : tour));
    figures.scratch.push(timed(() => from(problem, tours)));
    const { day } = before;
    figures.recalled.push(timed(() => (before = from(problem, tours, before))));
    addRequest(day.prepared, probe);
    figures.vehicle.push(timed(() => replaceSchedule(day, schedule)));
  }
  const work = `a booking among ${vehicles.toLocaleString('en')} vehicles`;
  const once = median(figures.scratch);
  const now = median(figures.recalled);
  report({ work: `${work}, the day prepared from nothing (reference)`, figure: once / 1000, unit: 'ms' });
  report({ work: `${work}, the day prepared from the version before`, figure: now / 1000, unit: 'ms' });
  report({ work: `${work}, times faster than from nothing`, figure: once / now, unit: 'x' });
  report({ work: `${work}, its vehicle replaced in place`, figure: median(figures.vehicle), unit: 'µs' });
}

/** Plain data of its own; the matrices, which never change, are shared. */
function structuredCloneOf({ travel, ...problem }: PlanProblem): PlanProblem {
  return { ...structuredClone(problem), travel };
}

interface PreparedVersion {
  readonly evaluated: EvaluatedTours;
  readonly day: PreparedDay;
}

function timed(work: () => void): number {
  const began = now();
  work();
  return now() - began;
}

/** Progress goes to stderr; Ctrl-C ends the comparison and reports what was done. */
async function compareSmallCases(options: BenchOptions, report: (figure: Figure) => void): Promise<void> {
  const cases = options.number('cases', 20_000);
  const from = options.number('from', 0);
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once('SIGINT', stop);
  let differences = 0;
  let done = 0;
  while (done < cases && !stopped.signal.aborted) {
    const seed = from + done;
    const found = countSeedDifferences(seed);
    if (found > 0) process.stderr.write(`seed ${seed} differs from brute force in ${found} places\n`);
    differences += found;
    done++;
    if (done % CASES_A_LINE !== 0) continue;
    process.stderr.write(
      `${done.toLocaleString('en')} of ${cases.toLocaleString('en')} cases, ${differences} differences\n`,
    );
    // Lets Ctrl-C be heard.
    await new Promise(setImmediate);
  }
  process.off('SIGINT', stop);
  report({ work: 'seeded small cases', figure: done, unit: 'cases' });
  report({
    work: 'seeded small cases, differences from brute force',
    figure: differences,
    unit: 'insertions',
    bar: '= 0',
    met: differences === 0,
  });
}

/** Microseconds of each search. */
function timeSearches(day: PreparedDay, probes: readonly number[]): number[] {
  return probes.map((probe) => {
    const began = now();
    findInsertions(day, probe, { explain: false });
    return now() - began;
  });
}

function now(): number {
  return Number(process.hrtime.bigint()) / 1000;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
