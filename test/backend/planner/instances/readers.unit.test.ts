import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  InstanceError,
  readAinori,
  readCordeau,
  readMalheiros,
} from '../../../../backend/planner/instances/index.ts';

// Two requests: 1 → 3 and 2 → 4. Depot at the origin, first pickup at (3, 4): 5 minutes apart.
const cordeauRows = [
  '0 0 0 0 0 0 480',
  '1 3 4 3 1 0 1440',
  '2 6 8 3 1 10 20',
  '3 0 8 3 -1 60 75',
  '4 0 4 3 -1 0 1440',
];
const cordeau = ['2 2 480 3 30', ...cordeauRows, '5 0 0 0 0 0 480'].join('\n');

const malheiros = [
  '1 1',
  '480 1 6 0 1',
  '0 0 0 0 0 0 0 0 0 0 480',
  '1 3 4 3 30 1 1 0 0 0 1440',
  '2 6 8 3 0 -1 -1 0 0 60 75',
  '3 0 0 0 0 0 0 0 0 0 480',
].join('\n');

const morning = readFileSync(new URL('./market-morning.json', import.meta.url), 'utf8');

function morningWith(change: (file: Record<string, never>) => void): string {
  const file = JSON.parse(morning);
  change(file);
  return JSON.stringify(file);
}

describe('readCordeau', () => {
  it('a file of 2006, end depot in the last row: requests counted in the header', () => {
    const { problem, nodes } = readCordeau(cordeau);
    expect(problem.vehicles).toHaveLength(2);
    expect(nodes).toEqual([
      [1, 3],
      [2, 4],
    ]);
    // (0, 0) to (3, 4): √(9 + 16) = 5.
    expect(problem.travel.layers[0]!.seconds[1]).toBe(5);
    expect(problem.requests[0]).toMatchObject({
      maxRideSeconds: 30,
      dropoffWindow: { earliest: 60, latest: 75 },
    });
  });

  it('a file of 2003, no end depot: nodes counted in the header', () => {
    const text = ['2 4 480 6 90', ...cordeauRows].join('\n');
    expect(readCordeau(text).nodes).toHaveLength(2);
  });

  it.each([
    ['an empty file', '', /line 1/],
    ['a word among the numbers', cordeau.replace('1440', 'noon'), /line 3: "noon" is no number/],
    ['a row missing', cordeau.replace('4 0 4 3 -1 0 1440\n', ''), /found id 5/],
    ['a column missing', cordeau.replace(' 60 75', ' 60'), /node 3: expected 7 numbers/],
    ['loads that do not cancel out', cordeau.replace('0 8 3 -1', '0 8 3 -2'), /do not cancel out/],
  ])('%s: one clear line', (_, text, message) => {
    expect(() => readCordeau(text)).toThrow(message);
    expect(() => readCordeau(text)).toThrow(InstanceError);
  });
});

describe('readMalheiros', () => {
  it('one vehicle, one request: its depot is the first of the four', () => {
    const { problem, nodes } = readMalheiros(malheiros);
    expect(nodes).toEqual([[1, 2]]);
    // (−5, −5) to (3, 4): √(64 + 81) = √145.
    const { seconds } = problem.travel.layers[0]!;
    expect(seconds[problem.vehicles[0]!.startLocation! * problem.travel.stride + 1]).toBe(Math.sqrt(145));
    expect(problem.requests[0]!.load).toEqual([1, 1, 0, 0]);
  });

  it.each([
    ['a vehicle row too few', malheiros.replace('1 1\n', '2 1\n'), /2 vehicle rows/],
    ['a node missing', malheiros.replace('3 0 0 0 0 0 0 0 0 0 480', ''), /expected 4 node rows/],
    ['a header of words', 'vehicles 1', /is no number/],
  ])('%s: one clear line', (_, text, message) => {
    expect(() => readMalheiros(text)).toThrow(message);
  });
});

describe('readAinori', () => {
  it('the example: requests, breaks, limits and default bits', () => {
    const { problem, nodes } = readAinori(morning);
    expect(nodes[0]).toEqual(['+ann', '-ann']);
    expect(problem.vehicles[0]!.breaks).toEqual([
      { window: { earliest: 5_400, latest: 9_000 }, seconds: 900 },
    ]);
    expect(problem.vehicles[1]!.endLocation).toBeUndefined();
    expect(problem.requests[2]).toMatchObject({
      maxRideSeconds: Number.POSITIVE_INFINITY,
      pickupJoinSeconds: 60,
    });
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{', /not JSON/],
    ['a list', '[]', /expected an object/],
    [
      'an unknown place',
      morning.replace('"from": 4', '"from": 5'),
      /requests\[1\]\.from: expected a whole number from 0 to 4/,
    ],
    ['a window that ends before it begins', morning.replace('[3600, 5400]', '[3600, 540]'), /two seconds/],
    ['two of one id', morning.replace('"id": "bo"', '"id": "ann"'), /same id/],
    [
      'a load too short',
      morningWith((file) => delete (file as never as { requests: { load?: unknown }[] }).requests[0]!.load),
      /load/,
    ],
    [
      'a matrix too small',
      morningWith((file) => (file as never as { seconds: unknown[] }).seconds.pop()),
      /5 rows/,
    ],
  ])('%s: one clear line', (_, text, message) => {
    expect(() => readAinori(text)).toThrow(message);
    expect(() => readAinori(text)).toThrow(InstanceError);
  });
});
