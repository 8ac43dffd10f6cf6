import { describe, expect, it } from 'vitest';
import { createRoadEngine, type LonLat, loadRegionRoads, type RoadState } from '../../../routing/index.ts';
import { type TownNodes, type TownRoad, townPoint, writeTown } from '../drawTown.ts';
import { flatProfile } from '../flatProfile.ts';

const at = (east: number, north: number): LonLat => {
  const point = townPoint(east, north);
  return [point.lon, point.lat];
};

/**
 *  d ─── c        The pass (route 252) runs from a over b to c, 1,000 m a side;
 *  │     │ 252    the long way from a to c over d is as long, but minor.
 *  a ─── b        b ─── h is a dead end of 1,000 m with a hamlet at its end.
 *   252   └── h
 */
const nodes: TownNodes = { a: [0, 0], b: [1000, 0], c: [1000, 1000], d: [0, 1000], h: [2000, 0] };
const roads: TownRoad[] = [
  { from: 'a', to: 'b', roadClass: 'trunk', ref: '252' },
  { from: 'b', to: 'c', roadClass: 'trunk', ref: '252;400' },
  { from: 'c', to: 'd', roadClass: 'minor' },
  { from: 'd', to: 'a', roadClass: 'minor' },
  { from: 'b', to: 'h', roadClass: 'minor' },
];
const makeEngine = () =>
  createRoadEngine(loadRegionRoads(writeTown(nodes, roads), { profile: flatProfile }).network);
const closing = (...closed: RoadState['closed']): RoadState => ({ id: 'closed', closed, snow: [] });
const snowing = (...snow: RoadState['snow']): RoadState => ({ id: 'snow', closed: [], snow });

describe('a closed stretch of a numbered road', () => {
  it('between two places on it: exactly that length, in the middle of roads too', () => {
    const engine = makeEngine();
    // from 400 m along a–b over b to 300 m along b–c: 600 + 300 m
    const report = engine.defineState(
      closing({ kind: 'ref', ref: '252', between: [at(400, 5), at(1010, 300)] }),
    );
    expect(report.closedMetres).toBeCloseTo(900, -1);
    expect(report.closedRoads).toBe(2);
    // 400 m along a–b to b, then b to 300 m along b–c
    const round = ([lon, lat]: readonly [number, number]) => [lon.toFixed(5), lat.toFixed(5)];
    expect(report.closedLines.map((line) => line.map(round))).toEqual([
      [at(400, 0), at(1000, 0)].map(round),
      [at(1000, 0), at(1000, 300)].map(round),
    ]);
  });

  it('a way over it: goes round', () => {
    const engine = makeEngine();
    engine.defineState(closing({ kind: 'ref', ref: '252', between: [at(400, 0), at(600, 0)] }));
    // open: 700 m along a–b. closed: 200 m back to a, 3 sides of 1,000 m to b, 100 m to the goal
    expect(engine.table([at(200, 0)], [at(900, 0)]).metres[0]![0]).toBeCloseTo(700, -1);
    expect(engine.table([at(200, 0)], [at(900, 0)], { state: 'closed' }).metres[0]![0]).toBeCloseTo(3300, -1);
    const { line } = engine.route([at(200, 0), at(900, 0)], { state: 'closed' }).legs[0]!;
    expect(line.points.some(([lon, lat]) => lon === at(0, 1000)[0] && lat === at(0, 1000)[1])).toBe(true);
  });

  it('a place before the closed part: can be reached from its own side, as far as the road is open', () => {
    const engine = makeEngine();
    engine.defineState(closing({ kind: 'ref', ref: '252', between: [at(400, 0), at(600, 0)] }));
    expect(engine.table([at(0, 0)], [at(350, 0)], { state: 'closed' }).metres[0]![0]).toBeCloseTo(350, -1);
    expect(engine.table([at(350, 0)], [at(100, 0)], { state: 'closed' }).metres[0]![0]).toBeCloseTo(250, -1);
  });

  it('a place inside the closed part: no way in, no way out', () => {
    const engine = makeEngine();
    engine.defineState(closing({ kind: 'ref', ref: '252', between: [at(400, 0), at(600, 0)] }));
    const table = engine.table([at(0, 0), at(500, 0)], [at(0, 0), at(500, 0)], { state: 'closed' });
    expect(table.seconds[0]![1]).toBeNull();
    expect(table.seconds[1]![0]).toBeNull();
  });

  it('a place at a corner of the closed road: served from the other street of the corner', () => {
    const engine = makeEngine();
    engine.defineState(closing({ kind: 'ref', ref: '252' }));
    // b lies on two closed roads and on the open one to the hamlet
    expect(engine.table([at(1000, 0)], [at(1900, 0)], { state: 'closed' }).metres[0]![0]).toBeCloseTo(
      900,
      -1,
    );
  });

  it('the only road of a hamlet: no way in and no way out, the others stay joined', () => {
    const engine = makeEngine();
    const ring = [at(1400, -50), at(1500, -50), at(1500, 50), at(1400, 50)];
    expect(engine.defineState(closing({ kind: 'area', ring })).closedMetres).toBeCloseTo(100, -1);
    const points = [at(0, 500), at(2000, 0), at(1000, 500)];
    const reached = (state: string) =>
      engine.table(points, points, { state }).seconds.map((row) => row.map((seconds) => seconds !== null));
    expect(reached('driving').flat()).not.toContain(false);
    expect(reached('closed')).toEqual([
      [true, false, true],
      [false, true, false],
      [true, false, true],
    ]);
  });

  it('one of two numbers of a shared road: that road is closed', () => {
    const engine = makeEngine();
    expect(engine.defineState(closing({ kind: 'ref', ref: '400' })).closedRoads).toBe(1);
  });

  it('open roads and other states: untouched by it', () => {
    const engine = makeEngine();
    const before = engine.table([at(200, 0)], [at(900, 0)]);
    engine.defineState(closing({ kind: 'ref', ref: '252' }));
    engine.defineState({ ...closing({ kind: 'ref', ref: '400' }), id: 'other' });
    expect(engine.table([at(200, 0)], [at(900, 0)])).toEqual(before);
    expect(engine.table([at(200, 0)], [at(900, 0)], { state: 'other' }).metres).toEqual(before.metres);
    expect(engine.table([at(200, 0)], [at(900, 0)], { state: 'closed' }).seconds[0]![0]).toBeNull();
  });
});

describe('a closed area', () => {
  it('with classes: roads of other classes in it stay open', () => {
    const engine = makeEngine();
    const ring = [at(-50, -50), at(50, -50), at(50, 1050), at(-50, 1050)];
    const report = engine.defineState(closing({ kind: 'area', ring, classes: ['trunk'] }));
    // the trunk road runs 50 m inside the area
    expect(report.closedMetres).toBeCloseTo(50, -1);
  });
});

describe('snow', () => {
  it('factors by class: only those roads slow down, and factors are multiplied', () => {
    const engine = makeEngine();
    engine.defineState(
      snowing({ factor: 0.8, classes: ['trunk'] }, { factor: 0.5, classes: ['trunk', 'service'] }),
    );
    // 700 m of trunk road at 10 m/s × 0.8 × 0.5 = 4 m/s: 175 s. 700 m of minor road: still 70 s
    expect(engine.table([at(200, 0)], [at(900, 0)], { state: 'snow' }).seconds[0]![0]).toBeCloseTo(175, 0);
    expect(engine.table([at(1100, 0)], [at(1800, 0)], { state: 'snow' }).seconds[0]![0]).toBeCloseTo(70, 0);
  });

  it('within an area: roads outside keep their speed', () => {
    const engine = makeEngine();
    const within = [at(-100, -100), at(1100, -100), at(1100, 100), at(-100, 100)];
    engine.defineState(snowing({ factor: 0.5, within }));
    expect(engine.table([at(0, 0)], [at(1000, 0)], { state: 'snow' }).seconds[0]![0]).toBeCloseTo(200, 0);
    expect(engine.table([at(1000, 0)], [at(1000, 1000)], { state: 'snow' }).seconds[0]![0]).toBeCloseTo(
      100,
      0,
    );
  });

  it('learned of a kind of road: quicker or slower than the network says, on top of the snow', () => {
    const engine = makeEngine();
    const learned = [
      { class: 'trunk', factor: 1.25 },
      { class: 'minor', factor: 0.5 },
    ] as const;
    expect(engine.defineState({ ...snowing({ factor: 0.8 }), learned }).slowedRoads).toBeGreaterThan(0);
    // trunk: 10 m/s × 0.8 × 1.25, as before; minor: 10 m/s × 0.8 × 0.5 = 4 m/s
    expect(engine.table([at(200, 0)], [at(900, 0)], { state: 'snow' }).seconds[0]![0]).toBeCloseTo(70, 0);
    expect(engine.table([at(1100, 0)], [at(1800, 0)], { state: 'snow' }).seconds[0]![0]).toBeCloseTo(175, 0);
  });

  it('by altitude where none is known: nothing slows down', () => {
    const engine = makeEngine();
    expect(engine.defineState(snowing({ factor: 0.5, aboveMetres: 500 })).slowedRoads).toBe(0);
  });
});

describe('states that cannot be', () => {
  it.each([
    [closing({ kind: 'ref', ref: '999' }), /No road has the number 999/],
    [closing({ kind: 'ref', ref: '252', between: [at(0, 9000), at(0, 0)] }), /more than 2 km away/],
    [closing({ kind: 'area', ring: [at(5000, 0), at(5001, 0), at(5001, 1)] }), /closes no road/],
  ])('%#: refused with a sentence', (state, sentence) => {
    expect(() => makeEngine().defineState(state)).toThrowError(sentence);
  });

  it('a road in two parts, one place on each: the stretch is not found', () => {
    const engine = createRoadEngine(
      loadRegionRoads(
        writeTown({ ...nodes, x: [1400, 1000], y: [2000, 1000] }, [
          ...roads,
          { from: 'x', to: 'y', ref: '252' },
        ]),
        { profile: flatProfile },
      ).network,
    );
    const state = closing({ kind: 'ref', ref: '252', between: [at(200, 0), at(1800, 1000)] });
    expect(() => engine.defineState(state)).toThrowError(/does not run through/);
  });

  it('a state nobody defined: refused, never answered for open roads', () => {
    expect(() => makeEngine().table([at(0, 0)], [at(9, 0)], { state: 'winter' })).toThrowError(
      /winter is not known/,
    );
  });

  it('more states than are kept at the ready: all of them still answer', () => {
    const engine = makeEngine();
    for (let i = 0; i < 9; i += 1) engine.defineState({ ...snowing({ factor: 1 / (i + 1) }), id: `s${i}` });
    for (let i = 0; i < 9; i += 1) {
      const seconds = engine.table([at(0, 0)], [at(1000, 0)], { state: `s${i}` }).seconds[0]![0]!;
      expect(seconds).toBeCloseTo(100 * (i + 1), 0);
    }
  });
});
