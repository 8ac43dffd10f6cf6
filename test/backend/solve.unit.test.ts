import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../backend/solve.ts', import.meta.url));
const MORNING = fileURLToPath(new URL('./planner/instances/market-morning.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ainori-solve-'));

/** Each run of the command loads the planner anew, in every thread. */
const SLOW_MS = 300_000;

afterAll(() => rmSync(folder, { recursive: true }));

function solve(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', COMMAND, ...args], { encoding: 'utf8' });
}

function fileOf(name: string, text: string, encoding: BufferEncoding = 'utf8'): string {
  const path = join(folder, name);
  writeFileSync(path, text, encoding);
  return path;
}

// One vehicle, one request due east: 0 → 1 → 2 → 0 is 3 + 4 + 7 = 14 long.
const EAST = [
  '1 1 480 3 30',
  '0 0 0 0 0 0 480',
  '1 3 0 3 1 0 1440',
  '2 7 0 3 -1 60 75',
  '3 0 0 0 0 0 480',
].join('\n');

/** So many riders all over a town within a morning, three vehicles: the first plan of them is never the cheapest. */
function crowd(riders: number): string {
  const place = (k: number) => `${((k * 7) % 20) - 10} ${((k * 13) % 17) - 8}`;
  const rows = (sign: 1 | -1, windowOf: (k: number) => string) =>
    Array.from({ length: riders }, (_, k) => {
      const id = k + 1 + (sign < 0 ? riders : 0);
      return `${id} ${place(id)} 3 ${sign} ${windowOf(k)}`;
    });
  const depot = (id: number) => `${id} 0 0 0 0 0 480`;
  const late = (k: number) => `${30 + k * 10} ${60 + k * 10}`;
  return [
    `3 ${riders} 480 6 90`,
    depot(0),
    ...rows(1, () => '0 1440'),
    ...rows(-1, late),
    depot(2 * riders + 1),
  ].join('\n');
}

describe('npm run solve', () => {
  it('a published format: cost and the file’s own node ids, nothing else on stdout', () => {
    const { status, stdout, stderr } = solve(
      '--format',
      'cordeau',
      '--iterations',
      '20',
      fileOf('east.txt', EAST),
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ cost: 14, routes: [[1, 2]], unserved: [], violations: [] });
    expect(stderr).toContain('step');
  });

  it('fields that the format does not know: an answer, and where they stand on stderr', () => {
    const { requests, ...rest } = JSON.parse(readFileSync(MORNING, 'utf8'));
    const odd = { ...rest, requests: [{ ...requests[0], maxRideSecond: 5 }] };
    const { status, stdout, stderr } = solve(
      '--format',
      'ainori',
      '--iterations',
      '5',
      fileOf('odd.json', JSON.stringify(odd)),
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).violations).toEqual([]);
    expect(stderr).toContain('requests[0].maxRideSecond');
  });

  it('a day under way: the fixed visits first, the rest planned behind them', () => {
    const { vehicles, ...rest } = JSON.parse(readFileSync(MORNING, 'utf8'));
    const fixed = [{ pickup: 'bo', start: 4000 }];
    const day = {
      ...rest,
      vehicles: [{ ...vehicles[0], fixed, earliestDeparture: 4500 }, ...vehicles.slice(1)],
    };
    const { stdout } = solve(
      '--format',
      'ainori',
      '--iterations',
      '200',
      fileOf('day.json', JSON.stringify(day)),
    );
    const { routes, unserved, violations } = JSON.parse(stdout);
    expect(violations).toEqual([]);
    expect(unserved).toEqual([]);
    expect(routes[0][0]).toBe('+bo');
    expect(routes[0]).toContain('-bo');
  });

  it(
    'own format, the same seed and steps, on two threads: the same answer',
    () => {
      const args = ['--format', 'ainori', '--iterations', '60', '--seed', '3', '--threads', '2', MORNING];
      const answers = [solve(...args), solve(...args)].map(({ stdout }) => JSON.parse(stdout));
      expect(answers[0].violations).toEqual([]);
      expect({ ...answers[0], seconds: 0 }).toEqual({ ...answers[1], seconds: 0 });
    },
    SLOW_MS,
  );

  it(
    'an interrupt in the middle of a long search: the plan found so far, and no fault',
    async () => {
      const file = fileOf('crowd.txt', crowd(30));
      const args = ['--format', 'cordeau', '--seconds', '600', '--threads', '2', file];
      const child = spawn(process.execPath, ['--import', 'tsx', COMMAND, ...args]);
      let answer = '';
      child.stdout.on('data', (part: Buffer) => {
        answer += part.toString();
      });
      // The first plan, then one that a thread has found: it is at work.
      await once(child.stderr, 'data');
      await once(child.stderr, 'data');
      child.kill('SIGINT');
      const [code] = await once(child, 'close');
      expect(code).toBe(0);
      expect(JSON.parse(answer)).toMatchObject({ unserved: [], violations: [] });
    },
    SLOW_MS,
  );

  it('nobody reads progress or answer any more: ends without a fault', async () => {
    const file = fileOf('east.txt', EAST);
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      COMMAND,
      '--format',
      'cordeau',
      '--iterations',
      '20',
      file,
    ]);
    child.stdout.destroy();
    child.stderr.destroy();
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
  });

  it.each([
    ['too many threads', ['--format', 'ainori', '--seconds', '1', '--threads', '65', MORNING], /at most 64/],
    [
      'a malformed file',
      ['--format', 'cordeau', '--seconds', '1', fileOf('bad.txt', '1 2 three')],
      /line 1: "three"/,
    ],
    [
      'a problem that cannot be planned, before a thread is opened for it',
      ['--format', 'cordeau', '--seconds', '60', fileOf('below.txt', EAST.replace('3 0 3 1', '3 0 -3 1'))],
      /below 0: -3/,
    ],
    [
      'a file whose lines are quoted in the message',
      ['--format', 'ainori', '--seconds', '1', fileOf('lines.json', '{\n"a":\n\u0007b\n}')],
      /not JSON/,
    ],
    [
      'a file in UTF-16',
      ['--format', 'ainori', '--seconds', '1', fileOf('wide.json', '\uFEFF{}', 'utf16le')],
      /no text in UTF-8/,
    ],
    ['no file', ['--format', 'cordeau', '--seconds', '1'], /expected one file/],
    ['a missing file', ['--format', 'ainori', '--seconds', '1', join(folder, 'none.json')], /ENOENT/],
    ['no budget', ['--format', 'ainori', MORNING], /--seconds or --iterations/],
    ['an unknown option', ['--speed', '3', MORNING], /no option --speed/],
    ['an unknown short option', ['-s', '3', MORNING], /no option -s/],
    ['a folder', ['--format', 'ainori', '--seconds', '1', folder], new RegExp(`${folder}: EISDIR`)],
  ])('%s: one clear line, exit code 2, stdout empty', (_, args, message) => {
    const { status, stdout, stderr } = solve(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\p{Cc}(?<!\n)/u);
    expect(stderr).toMatch(message);
  });
});
