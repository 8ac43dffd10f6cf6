import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Bench, type Figure, figureLine, figureText, parseBenchArguments } from '../support/bench.ts';
import { nanosecondsPerRead } from '../support/machinePace.ts';

/**
 * `npm run bench` lists the benches, `npm run bench -- NAME [--json] [options]` runs one. A bench is a file of this
 * folder that exports `{ name, about, run }` by default. What the machine gave before and after is a figure, too, so that
 * figures of one hour can be held against those of another. Exit code 2: called wrongly; a missed bar is no error.
 */
async function main(args: readonly string[]): Promise<number> {
  const { name, options } = parseBenchArguments(args);
  const benches = await loadBenches();
  if (name === undefined) {
    for (const bench of benches) process.stdout.write(`${bench.name.padEnd(14)} ${bench.about}\n`);
    return 0;
  }
  const bench = benches.find((candidate) => candidate.name === name);
  if (!bench) {
    process.stderr.write(
      `There is no bench "${name}". There are: ${benches.map((b) => b.name).join(', ')}.\n`,
    );
    return 2;
  }
  const line = options.has('json') ? figureLine.bind(undefined, bench.name) : figureText;
  const report = (figure: Figure) => process.stdout.write(`${line(figure)}\n`);
  const reportMachine = (when: string) =>
    report({ work: `machine ${when}, a read at random from 4 MB`, figure: nanosecondsPerRead(), unit: 'ns' });
  reportMachine('before');
  await bench.run(options, report);
  reportMachine('after');
  return 0;
}

async function loadBenches(): Promise<Bench[]> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'run.ts');
  const benches: Bench[] = [];
  for (const file of files.sort()) {
    const loaded = (await import(pathToFileURL(`${folder}/${file}`).href)) as { default?: Bench };
    if (typeof loaded.default?.run !== 'function') {
      throw new Error(`test/bench/${file} does not export a bench { name, about, run } by default.`);
    }
    benches.push(loaded.default);
  }
  return benches;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
