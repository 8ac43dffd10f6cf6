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

/** The same file as other systems write it. */
const WRITINGS: readonly [string, (text: string) => string][] = [
  ['lines of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['lines of an old Macintosh', (text) => text.replaceAll('\n', '\r')],
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['tabs, blanks at the ends of lines and empty lines', (text) => `\n${text.replace(/ /g, '\t')} \n\n\t\n`],
  ['an empty line after each', (text) => text.replaceAll('\n', '\n\n')],
  [
    'numbers with a point and an exponent',
    (text) => text.replace(' 480 ', ' 4.80e2 ').replace(' 0 1440', ' 0.0 1440.'),
  ],
];

/** What is in no file of numbers, with what is said of it. */
const NO_NUMBERS: readonly [string, string, RegExp][] = [
  ['UTF-16', '\uFFFD\uFFFD2\0 \0', /no text in UTF-8/],
  ['a number that is none', 'NaN 2', /line 1: "NaN" is no number/],
  ['a number beyond all', '1e400 2', /line 1: "1e400" is no number/],
  ['one endless word', 'x'.repeat(1e5), /line 1: "x{20}" is no number/],
];

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

  it('a file of 2003 with an end depot: as without it', () => {
    const rows = ['2 4 480 6 90', ...cordeauRows];
    const text = [...rows, '5 0 0 0 0 0 480'].join('\n');
    expect(readCordeau(text)).toEqual(readCordeau(rows.join('\n')));
  });

  it('one request, its file of 2006 with no end depot: that request', () => {
    const text = ['1 1 480 3 30', '0 0 0 0 0 0 480', '1 3 4 3 1 0 1440', '2 6 8 3 -1 10 20'].join('\n');
    expect(readCordeau(text).nodes).toEqual([[1, 2]]);
  });

  it.each(WRITINGS)('%s: the same problem', (_, write) => {
    expect(readCordeau(write(cordeau))).toEqual(readCordeau(cordeau));
  });

  it.each([
    ['an empty file', '', /line 1/],
    ...NO_NUMBERS,
    ['no vehicles', cordeau.replace('2 2', '0 2'), /1 to 10000 vehicles, found 0/],
    ['more vehicles than there are', cordeau.replace('2 2', '1000000000 2'), /found 1000000000/],
    ['half a vehicle', cordeau.replace('2 2', '1.5 2'), /found 1.5/],
    [
      'half a person',
      cordeau.replace('4 3 1 0', '4 3 0.5 0').replace('8 3 -1 60', '8 3 -0.5 60'),
      /whole numbers/,
    ],
    [
      'a window that ends before it begins',
      cordeau.replace('-1 60 75', '-1 75 60'),
      /node 3: its window ends at 60/,
    ],
    [
      'too few rows for the header',
      cordeau.replace('2 2', '2 3'),
      /speaks of 3 nodes or requests, but 6 rows/,
    ],
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

  it.each(WRITINGS)('%s: the same problem', (_, write) => {
    expect(readMalheiros(write(malheiros))).toEqual(readMalheiros(malheiros));
  });

  it.each([
    ...NO_NUMBERS,
    ['more vehicles than there are', malheiros.replace('1 1\n', '1000000000 1\n'), /found 1000000000/],
    ['a window that ends before it begins', malheiros.replace('0 60 75', '0 75 60'), /node 2: its window/],
    ['a vehicle row too few', malheiros.replace('1 1\n', '2 1\n'), /2 vehicle rows/],
    ['a node missing', malheiros.replace('3 0 0 0 0 0 0 0 0 0 480', ''), /expected 4 node rows/],
    ['a header of words', 'vehicles 1', /is no number/],
  ])('%s: one clear line', (_, text, message) => {
    expect(() => readMalheiros(text)).toThrow(message);
  });
});

const twoOfOneId = morningWith((file) => {
  const { vehicles } = file as never as { vehicles: { id: string }[] };
  vehicles[1]!.id = vehicles[0]!.id;
});

function morningUnderWay(fixed: readonly Record<string, unknown>[]): string {
  return morningWith((file) => {
    const { vehicles } = file as never as Record<string, Record<string, unknown>[]>;
    const driven = { drivingSeconds: 700, restedSeconds: 0, isUnderWay: false };
    Object.assign(vehicles![0]!, { fixed, earliestDeparture: 6600, driven });
  });
}

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

  it('a byte order mark, and null for what is left out: the same problem', () => {
    const nulls = morningWith((file) => {
      const { requests, vehicles } = file as never as Record<string, Record<string, unknown>[]>;
      Object.assign(requests![2]!, { maxRideSeconds: null, pickupJoinSeconds: null, penalty: null });
      Object.assign(vehicles![1]!, { end: null, drivingLimit: null });
    });
    expect(readAinori(`\uFEFF${nulls}`)).toEqual(readAinori(morning));
  });

  it.each(['readAinori.ts', 'readFixed.ts'])('every field that %s asks for stands in FORMAT.md', (file) => {
    const planner = new URL('../../../../backend/planner/', import.meta.url);
    const source = readFileSync(new URL(`instances/${file}`, planner), 'utf8');
    const format = readFileSync(new URL('FORMAT.md', planner), 'utf8');
    const asked = [
      ...source.matchAll(
        /\.(?:number|whole|text|window|\w*[lL]ists?|objects?|has|flag|numbers|texts|matrix)\('(\w+)'/g,
      ),
    ];
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.map(([, name]) => name).filter((name) => !format.includes(`"${name}"`))).toEqual([]);
  });

  it('from when on a driver is rested: read as a number, anything else refused in one line', () => {
    const rested = (restedFrom: unknown) =>
      morningWith((file) => {
        Object.assign((file as never as Record<string, object[]>).vehicles![0]!, { restedFrom });
      });
    expect(readAinori(rested(4000)).problem.vehicles[0]!.restedFrom).toBe(4000);
    expect('restedFrom' in readAinori(rested(null)).problem.vehicles[0]!).toBe(false);
    expect(() => readAinori(rested('late'))).toThrow('vehicles[0].restedFrom: expected a number');
  });

  it('a day under way: what is fixed of each tour, and how it was driven', () => {
    const { problem, tours } = readAinori(
      morningUnderWay([
        { pickup: 'ann', start: 4000 },
        { break: 0, start: 5400 },
        { dropoff: 'ann', start: 6500 },
      ]),
    );
    expect(tours).toEqual([
      {
        vehicle: 0,
        visits: [0, -1, 1],
        fixedCount: 3,
        fixedStarts: [4000, 5400, 6500],
        earliestDeparture: 6600,
      },
      { vehicle: 1, visits: [], fixedCount: 0, fixedStarts: [] },
    ]);
    expect(problem.vehicles[0]!.driven).toEqual({ drivingSeconds: 700, restedSeconds: 0, isUnderWay: false });
    expect(readAinori(morning).tours).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>[], RegExp]>([
    ['nobody of that name', [{ pickup: 'zoe', start: 4000 }], /fixed\[0\]: no request has the id "zoe"/],
    ['set down before picked up', [{ dropoff: 'ann', start: 4000 }], /"ann" was not picked up before/],
    [
      'twice',
      [
        { pickup: 'ann', start: 4000 },
        { pickup: 'ann', start: 4100 },
      ],
      /fixed\[1\]: "ann" is there twice/,
    ],
    [
      'back in time',
      [
        { pickup: 'ann', start: 4000 },
        { break: 0, start: 3999 },
      ],
      /fixed\[1\].start: before/,
    ],
    ['no such break', [{ break: 1, start: 4000 }], /break: expected a whole number from 0 to 0/],
    [
      'a break taken twice',
      [
        { break: 0, start: 5400 },
        { break: 0, start: 6400 },
      ],
      /fixed\[1\]: taken twice/,
    ],
    ['two things at once', [{ pickup: 'ann', break: 0, start: 4000 }], /one of pickup, dropoff and break/],
    ['no second', [{ pickup: 'ann' }], /fixed\[0\].start: expected a number/],
  ])('fixed visits, %s: one clear line', (_, fixed, message) => {
    expect(() => readAinori(morningUnderWay(fixed))).toThrow(message);
  });

  it('fields that the format does not know: told where', () => {
    const text = morningWith((file) => {
      const { requests, vehicles } = file as never as Record<string, Record<string, unknown>[]>;
      requests![1]!.maxRideSecond = 5;
      (vehicles![0]!.breaks as Record<string, unknown>[])[0]!.length = 900;
      Object.assign(file, { made: 'today' });
    });
    expect([...readAinori(text).strangers!].sort()).toEqual([
      'made',
      'requests[1].maxRideSecond',
      'vehicles[0].breaks[0].length',
    ]);
    expect(readAinori(morning).strangers).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{', /not JSON/],
    ['UTF-16', '\uFFFD\uFFFD{\0', /no text in UTF-8/],
    ['kept apart from nobody', morning.replace('["dai"]', '["day"]'), /requests\[2\].apartFrom: "day"/],
    ['kept apart from oneself', morning.replace('["dai"]', '["cho"]'), /requests\[2\].apartFrom: "cho"/],
    [
      'a place below 0',
      morningWith((file) => Object.assign(file, { placeUse: [[-1], [0], [1]] })),
      /placeUse\[0\]/,
    ],
    ['no kind of load', morningWith((file) => Object.assign(file, { placeUse: [] })), /at least one kind/],
    ['two vehicles of one id', twoOfOneId, /vehicles: two have the same id/],
    [
      'half a seat',
      morning.replace(/"configurations": \[\s*\[\s*\d+/, (text) => `${text}.5`),
      /configurations\[0\]: expected whole/,
    ],
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
