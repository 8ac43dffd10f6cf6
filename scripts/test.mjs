// `npm test [-- PATTERN…] [--no-install]`: types, lint and every test, against a PostgreSQL cluster of our own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringPackages } from './debianPackages.mjs';
import { startCluster } from './privateCluster.mjs';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const patterns = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = options.filter((option) => option !== '--no-install');
if (unknown.length > 0) {
  console.error(`Unknown option ${unknown.join(' ')}. Usage: npm test [-- PATTERN… --no-install]`);
  process.exit(2);
}

/** The program that runs now, to be ended with us. */
let running;
let wasInterrupted = false;

/** @returns {Promise<boolean>} did it end well? */
function run(program, parameters, env = {}) {
  return new Promise((resolve) => {
    running = spawn(program, parameters, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    running.once('error', () => resolve(false));
    running.once('exit', (code) => resolve(code === 0));
  });
}

async function check(name, program, parameters) {
  const passed = !wasInterrupted && (await run(program, parameters));
  console.log(`${name}: ${passed ? 'passed' : 'failed'}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

async function runVitest() {
  if (wasInterrupted) return { passed: 0, failed: 1 };
  const cluster = await startCluster();
  const folder = mkdtempSync(join(tmpdir(), 'ainori-report-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const endedWell = await run('node_modules/.bin/vitest', ['run', ...reporters, ...patterns], {
      AINORI_TEST_DATABASE_URL: cluster.url,
    });
    return countTests(report, endedWell);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await cluster.stop();
  }
}

/** A run that ends badly counts at least one failure, whatever its report says. */
function countTests(report, endedWell) {
  let counts = { passed: 0, failed: 0 };
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that cannot even be loaded has no tests to fail.
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
    );
    counts = { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch (fault) {
    console.error(`The report of the tests cannot be read: ${fault.message}`);
  }
  const ranNothing = counts.passed + counts.failed === 0;
  if ((!endedWell || ranNothing) && counts.failed === 0) counts.failed = 1;
  return counts;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    wasInterrupted = true;
    running?.kill('SIGTERM');
  });
}

if (!bringPackages({ mayInstall: !options.includes('--no-install'), say: (line) => console.error(line) })) {
  process.exit(1);
}
const results = [];
if (patterns.length === 0) {
  results.push(await check('types', process.execPath, ['scripts/checkTypes.mjs']));
  results.push(await check('lint', 'node_modules/.bin/biome', ['check', '.']));
}
try {
  results.push(await runVitest());
} catch (fault) {
  console.error(fault.message);
  results.push({ passed: 0, failed: 1 });
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.exitCode = failed === 0 && !wasInterrupted ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
