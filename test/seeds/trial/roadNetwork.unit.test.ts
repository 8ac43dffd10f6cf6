import { describe, expect, it } from 'vitest';
import { AuthoringFault, parseAuthoredLines } from '../../../seeds/trial/authoredLines.ts';
import { buildRoadNetwork, linkPlaces, roadStretches } from '../../../seeds/trial/roadNetwork.ts';

/** Places on the equator-like line 37° N; 0.01° of longitude are about 888 m there. */
const PLACES = new Map([
  ['west', { lon: 139.0, lat: 37 }],
  ['east', { lon: 139.1, lat: 37 }],
  ['north', { lon: 139.05, lat: 37.01 }],
]);

function network(text: string, places = PLACES) {
  const stretches = linkPlaces(
    roadStretches(parseAuthoredLines(text, 'roads.txt', ['road'], places)),
    [...places].map(([id, point]) => ({ id, ...point })),
  );
  return buildRoadNetwork(stretches);
}

describe('road network from authored lines', () => {
  it('a road between two places, a third beside it: the lane splits the road where it is nearest', () => {
    const { nodes, edges } = network('road trunk 49 1.0 国道49号\nwest east');
    // Nodes: west, the foot of the lane, east, north. Edges: two halves of the road and the lane.
    expect(nodes).toHaveLength(4);
    expect(edges.map((edge) => [edge.class, edge.ref])).toEqual([
      ['trunk', '49'],
      ['trunk', '49'],
      ['minor', ''],
    ]);
    expect(nodes.some((node) => node.lon === 139.05 && node.lat === 37)).toBe(true);
    // 0.05° × 111,195 m × cos 37° = 4,440 m for each half
    expect(edges[0]?.lengthMetres).toBeGreaterThan(4_435);
    expect(edges[0]?.lengthMetres).toBeLessThan(4_445);
    // 0.01° × 111,195 m = 1,112 m, × 1.25 for a winding lane = 1,390 m
    expect(edges[2]?.lengthMetres).toBeGreaterThan(1_385);
    expect(edges[2]?.lengthMetres).toBeLessThan(1_395);
  });

  it('wiggle 1.5: half as long again', () => {
    const places = new Map([...PLACES].slice(0, 2));
    const [straight] = network('road trunk 49 1.0 x\nwest east', places).edges;
    const [winding] = network('road trunk 49 1.5 x\nwest east', places).edges;
    expect(winding!.lengthMetres / straight!.lengthMetres).toBeCloseTo(1.5, 3);
  });

  it('a bend of one road: shape only; a bend two roads share: a junction', () => {
    const places = new Map([...PLACES].slice(0, 2));
    const one = network('road primary 7 1.1 x\nwest 139.05,37.02 east', places);
    expect(one.edges).toHaveLength(1);
    expect(one.edges[0]?.shape).toHaveLength(3);
    const two = network(
      'road primary 7 1.1 x\nwest 139.05,37.02 east\nroad minor - 1.1 y\n139.05,37.02 139.05,37.05',
      places,
    );
    expect(two.edges).toHaveLength(3);
  });

  it('a junction may be used before the line that names it', () => {
    const { edges } = network('road primary 7 1.1 x\nwest j\n+ j east\n+ north j@139.05,37');
    expect(edges).toHaveLength(3);
  });

  it('motorways get no lanes', () => {
    const places = new Map([['north', PLACES.get('north')!]]);
    const { edges } = network(
      'road motorway E49 1.0 x\n139.0,37.005 ic@139.1,37.005\nroad trunk 49 1.0 y\n139.0,37 139.1,37 ic',
      places,
    );
    const lane = edges.find((edge) => edge.class === 'minor');
    // The motorway is nearer (0.005°), but the lane leads to the road (0.01° = 1,112 m, × 1.25).
    expect(lane?.lengthMetres).toBeGreaterThan(1_380);
  });

  it.each([
    ['a name nobody defined', 'road trunk 49 1.0 x\nwest nowhere', 'roads.txt:2: nobody has defined nowhere'],
    ['a junction defined twice', 'road trunk 49 1.0 x\nwest j@139.1,37 j@139.2,37', 'j is defined twice'],
    ['points before a road', 'west east', 'points before the first header'],
    ['a wiggle below 1', 'road trunk 49 0.9 x\nwest east', 'no wiggle'],
    [
      'the same spot twice',
      'road trunk 49 1.0 x\nwest 139.0,37.0 east\n+ 139.0,37.0 east',
      'are the same spot',
    ],
    [
      'two networks',
      'road trunk 49 1.0 x\nwest east\nroad trunk 50 1.0 y\na@139,38 b@139.1,38',
      'hang in the air: a b',
    ],
  ])('%s: refused with the reason', (_, text, words) => {
    expect(() => network(text)).toThrow(AuthoringFault);
    expect(() => network(text)).toThrow(words);
  });
});
