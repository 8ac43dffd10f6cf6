import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  checkPlan,
  createEmptyPlan,
  evaluateCost,
  improvePlan,
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
import { createPartitionSolver } from './solve/partitionWithHighs.ts';

const USAGE = `Plans a dial-a-ride problem read from a file.

npm run solve -- --format cordeau|malheiros|ainori --seconds S [--iterations N] [--seed K] [--threads T] FILE

  --format       cordeau    Cordeau & Laporte (2003), Cordeau (2006)
                 malheiros  Malheiros et al. (2021)
                 ainori     JSON, see backend/planner/FORMAT.md
  --seconds S    time to plan, seconds of the clock
  --iterations N steps to plan; the same seed and steps give the same plan. Without --seconds nothing else ends it
  --seed K       a whole number, default 1
  --threads T    parallel searches with seeds of their own, the best one wins; default 1
  --help         this text

Prints one JSON object: cost, routes (per vehicle the file's node ids in order, without depots), unserved, seconds,
violations (what an independent checker finds). Progress goes to stderr. Exit code 2: called or written wrongly.
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

/** Something wrong with how the command was called. */
class UsageError extends Error {}

function readOrders(args: readonly string[]): Orders | 'help' {
  const values = new Map<string, string>();
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (word === '--help' || word === '-h') return 'help';
    if (!word.startsWith('--')) {
      files.push(word);
      continue;
    }
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
    threads: values.has('threads') ? wholeOf(values, 'threads', 1) : 1,
  };
}

function numberOf(values: ReadonlyMap<string, string>, name: string, least: number): number {
  const value = Number(values.get(name));
  if (values.get(name) === '' || !Number.isFinite(value) || value < least) {
    throw new UsageError(`--${name} must be a number of at least ${least}, not "${values.get(name)}"`);
  }
  return value;
}

function wholeOf(values: ReadonlyMap<string, string>, name: string, least: number): number {
  const value = numberOf(values, name, least);
  if (!Number.isSafeInteger(value)) throw new UsageError(`--${name} must be a whole number`);
  return value;
}

function readInstance(orders: Orders): Instance {
  let text: string;
  try {
    text = readFileSync(orders.file, 'utf8');
  } catch (error) {
    throw new InstanceError(error instanceof Error ? error.message : String(error));
  }
  return READERS[orders.format](text);
}

/** Plans within the time given; `begun` is when the command began, in milliseconds. */
async function plan(problem: PlanProblem, orders: Orders, seed: number, begun: number): Promise<Plan> {
  const { seconds, iterations } = orders;
  const spent = () => (seconds === undefined ? 0 : (Date.now() - begun) / (seconds * 1000));
  // Where steps alone are counted, nothing may depend on how fast the machine is.
  const partition = await createPartitionSolver(
    seconds === undefined ? undefined : Math.min(10, seconds * 0.15),
  );
  return improvePlan(problem, createEmptyPlan(problem), {
    seed,
    partition,
    ...(iterations === undefined ? {} : { iterations }),
    ...(seconds === undefined ? {} : { shouldStop: () => spent() >= 1 }),
    ...(iterations === undefined ? { spent } : {}),
    onProgress: ({ steps, cost }) => {
      process.stderr.write(
        `seed ${seed} ${((Date.now() - begun) / 1000).toFixed(1)} s, step ${steps}: ${cost}\n`,
      );
    },
  });
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
  const plans = await Promise.all(
    Array.from({ length: orders.threads }, (_, t) =>
      t === 0
        ? plan(problem, orders, orders.seed, begun)
        : planInWorker(orders, orders.seed + t * 7919, begun),
    ),
  );
  const priced = plans.map((found) => ({ found, cost: priceOf(problem, found) }));
  priced.sort((a, b) => a.found.unserved.length - b.found.unserved.length || a.cost - b.cost);
  const { found, cost } = priced[0]!;
  const answer = {
    cost,
    routes: routesOf(instance, found),
    unserved: found.unserved.map((r) => problem.requests[r]!.id),
    seconds: Math.round(Date.now() - begun) / 1000,
    violations: checkPlan(problem, found),
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  return 0;
}

/** The objective of a plan, penalties of those left out included where they have one. */
function priceOf(problem: PlanProblem, { schedules, unserved }: Plan): number {
  const prepared = prepareProblem(problem);
  const driven = schedules.reduce((sum, schedule) => sum + evaluateCost(prepared, schedule), 0);
  return unserved.reduce((sum, r) => sum + (problem.requests[r]!.penalty ?? 0), driven);
}

interface Errand {
  readonly orders: Orders;
  readonly seed: number;
  readonly begun: number;
}

function planInWorker(orders: Orders, seed: number, begun: number): Promise<Plan> {
  const errand: Errand = { orders, seed, begun };
  return new Promise((resolve, reject) => {
    const worker = new Worker(bootAddress(), { workerData: errand, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** A thread does not inherit the loader that reads TypeScript, so its first lines register it. */
function bootAddress(): URL {
  const loader = import.meta.resolve('tsx/esm/api');
  const code = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(import.meta.url)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

async function runErrand({ orders, seed, begun }: Errand): Promise<void> {
  parentPort!.postMessage(await plan(readInstance(orders).problem, orders, seed, begun));
}

function reportFault(error: unknown): number {
  if (!(error instanceof UsageError || error instanceof InstanceError || error instanceof PlanProblemError))
    throw error;
  process.stderr.write(
    `solve: ${error.message}${error instanceof UsageError ? ' (--help tells more)' : ''}\n`,
  );
  return 2;
}

if (isMainThread) process.exitCode = await main(Date.now()).catch(reportFault);
else await runErrand(workerData as Errand);
