import { readFileSync } from 'node:fs';
import {
  checkPlan,
  checkProblem,
  createEmptyPlan,
  createPlanUnderWay,
  evaluateCost,
  type Plan,
  type PlanProblem,
  PlanProblemError,
  prepareProblem,
} from './planner/index.ts';
import {
  type Instance,
  InstanceError,
  readAinori,
  readCordeau,
  readMalheiros,
} from './planner/instances/index.ts';
import { improveInThreads } from './solve/improveInThreads.ts';
import { SearchThreads } from './solve/searchThreads.ts';

const USAGE = `Plans a dial-a-ride problem read from a file.

npm run solve -- --format cordeau|malheiros|ainori --seconds S [--iterations N] [--seed K] [--threads T] FILE

  --format       cordeau    Cordeau & Laporte (2003), Cordeau (2006)
                 malheiros  Malheiros et al. (2021)
                 ainori     JSON, see backend/planner/FORMAT.md
  --seconds S    time to plan, seconds of the clock
  --iterations N steps to plan; the same seed and steps give the same plan. Without --seconds nothing else ends it
  --seed K       a whole number, default 1
  --threads T    searches side by side that exchange what they find: of up to 400 requests the whole with seeds of their
                 own, good tours of all recombined; of more a part of the fleet each; 1 to 64, default 1
  --help         this text

An interrupt (Ctrl+C) ends the search with the best plan so far, a second one the command; a search of less than 30 s
in one thread is ended without an answer.
Prints one JSON object: cost, routes (per vehicle the file's node ids in order, without depots), unserved, seconds,
violations (what an independent checker finds). Progress goes to stderr. npm writes two lines of its own before it, npm
run --silent none. Exit code 2: called or written wrongly.
`;

const READERS = { cordeau: readCordeau, malheiros: readMalheiros, ainori: readAinori };

interface Orders {
  readonly format: keyof typeof READERS;
  readonly file: string;
  readonly seconds: number | undefined;
  readonly iterations: number | undefined;
  readonly seed: number;
  readonly threads: number;
}

/** How many unknown fields are named, and how much of a message that quotes the file is shown. */
const STRANGERS_NAMED = 5;
const LONGEST_LINE = 300;

/** Something wrong with how the command was called. */
class UsageError extends Error {}

function readOrders(args: readonly string[]): Orders | 'help' {
  const values = new Map<string, string>();
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (word === '--help' || word === '-h') return 'help';
    if (!word.startsWith('-') || word === '-') {
      files.push(word);
      continue;
    }
    if (!word.startsWith('--')) throw new UsageError(`there is no option ${word}`);
    const [name, inline] = word.slice(2).split('=', 2) as [string, string | undefined];
    if (!['format', 'seconds', 'iterations', 'seed', 'threads'].includes(name)) {
      throw new UsageError(`there is no option --${name}`);
    }
    const value = inline ?? args[++i];
    if (value === undefined) throw new UsageError(`--${name} needs a value`);
    values.set(name, value);
  }
  const format = values.get('format');
  if (format !== 'cordeau' && format !== 'malheiros' && format !== 'ainori') {
    throw new UsageError('--format must be cordeau, malheiros or ainori');
  }
  if (files.length !== 1) throw new UsageError(`expected one file, got ${files.length}`);
  const seconds = values.has('seconds') ? numberOf(values, 'seconds', 0) : undefined;
  const iterations = values.has('iterations') ? wholeOf(values, 'iterations', 0) : undefined;
  if (seconds === undefined && iterations === undefined)
    throw new UsageError('--seconds or --iterations is needed');
  return {
    format,
    file: files[0]!,
    seconds,
    iterations,
    seed: values.has('seed') ? wholeOf(values, 'seed', Number.MIN_SAFE_INTEGER) : 1,
    threads: values.has('threads') ? wholeOf(values, 'threads', 1, 64) : 1,
  };
}

function numberOf(values: ReadonlyMap<string, string>, name: string, least: number): number {
  const value = Number(values.get(name));
  if (values.get(name) === '' || !Number.isFinite(value) || value < least) {
    throw new UsageError(`--${name} must be a number of at least ${least}, not "${values.get(name)}"`);
  }
  return value;
}

function wholeOf(values: ReadonlyMap<string, string>, name: string, least: number, most?: number): number {
  const value = numberOf(values, name, least);
  if (most !== undefined && value > most) throw new UsageError(`--${name} is at most ${most}`);
  if (!Number.isSafeInteger(value)) throw new UsageError(`--${name} must be a whole number`);
  return value;
}

function readInstance(orders: Orders): Instance {
  let text: string;
  try {
    text = readFileSync(orders.file, 'utf8');
  } catch (error) {
    throw new InstanceError(`${orders.file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return READERS[orders.format](text);
}

/** A thread takes up to a second to begin; one search this short has no time for it. */
const WORTH_A_THREAD = 30;

/** Makes a plan better within the budget, in threads, so that an interrupt is heard: it ends the search with what it has. */
async function plan(problem: PlanProblem, first: Plan, orders: Orders, begun: number): Promise<Plan> {
  const { seed, iterations, seconds, threads } = orders;
  const say = (text: string) =>
    process.stderr.write(`${((Date.now() - begun) / 1000).toFixed(1)} s, ${text}\n`);
  const isShort = threads === 1 && seconds !== undefined && seconds < WORTH_A_THREAD;
  const search = new SearchThreads(isShort ? 0 : threads, (why) => say(`going on without a thread: ${why}`));
  const cancel = () => search.cancel();
  if (!isShort) process.once('SIGINT', cancel).once('SIGTERM', cancel);
  try {
    if (threads > 1) {
      const budget = { seed, iterations, seconds, threads, begun };
      const sayShare = (share: number, cost: number) => say(`${Math.round(share * 100)} %: ${cost}`);
      return await improveInThreads(problem, first, budget, search, sayShare, (cost) => say(`${cost}`));
    }
    const errand = {
      problem,
      plan: first,
      seed,
      span: { from: 0, until: 1 },
      ...(iterations !== undefined && { iterations }),
      ...(seconds !== undefined && {
        deadline: begun + seconds * 1000,
        partitionSeconds: Math.min(10, seconds * 0.15),
      }),
    };
    const [result] = await search.run([errand], ({ steps, cost }) => say(`step ${steps}: ${cost}`));
    return result!.plan;
  } finally {
    process.off('SIGINT', cancel).off('SIGTERM', cancel);
    await search.close();
  }
}

/** Visits of each vehicle under the file's names. */
function routesOf(instance: Instance, { schedules }: Plan): (string | number)[][] {
  return schedules.map(({ visits }) =>
    visits.filter((visit) => visit >= 0).map((visit) => instance.nodes[visit >> 1]![visit % 2 === 0 ? 0 : 1]),
  );
}

async function main(begun: number): Promise<number> {
  const orders = readOrders(process.argv.slice(2));
  if (orders === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const instance = readInstance(orders);
  const { problem } = instance;
  checkProblem(problem);
  warnOf(instance.strangers ?? []);
  const first = instance.tours ? createPlanUnderWay(problem, instance.tours) : createEmptyPlan(problem);
  const found = await plan(problem, first, orders, begun);
  const answer = {
    cost: priceOf(problem, found),
    routes: routesOf(instance, found),
    unserved: found.unserved.map((r) => problem.requests[r]!.id),
    seconds: Math.round(Date.now() - begun) / 1000,
    violations: checkPlan(problem, found, { previous: first }),
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  return 0;
}

/** A field that the format does not know is a rule that nobody keeps: better said than lost. */
function warnOf(strangers: readonly string[]): void {
  if (strangers.length === 0) return;
  const more = strangers.length > STRANGERS_NAMED ? ` and ${strangers.length - STRANGERS_NAMED} more` : '';
  const named = strangers.slice(0, STRANGERS_NAMED).join(', ');
  process.stderr.write(`left aside, not in the format: ${oneLine(named)}${more}\n`);
}

/** A message that quotes the file as one line that a terminal can show. */
function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Z}]+/gu, ' ').slice(0, LONGEST_LINE);
}

/** The objective of a plan, penalties of those left out included where they have one. */
function priceOf(problem: PlanProblem, { schedules, unserved }: Plan): number {
  const prepared = prepareProblem(problem);
  const driven = schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
  return unserved.reduce((sum, r) => sum + (problem.requests[r]!.penalty ?? 0), driven);
}

function reportFault(error: unknown): number {
  if (!(error instanceof UsageError || error instanceof InstanceError || error instanceof PlanProblemError))
    throw error;
  process.stderr.write(
    `solve: ${oneLine(error.message)}${error instanceof UsageError ? ' (--help tells more)' : ''}\n`,
  );
  return 2;
}

/** Whoever reads the answer or the progress may stop reading: no fault of the search. */
function leaveQuietly(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'EPIPE') throw fault;
}

process.stdout.on('error', leaveQuietly);
process.stderr.on('error', leaveQuietly);
process.exitCode = await main(Date.now()).catch(reportFault);
