import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRoadEngine, type LonLat, readRoads, stockCar } from '../../../routing/index.ts';
import { townPoint } from '../drawTown.ts';
import { flatProfile } from '../flatProfile.ts';
import { type OsmTown, osmPbf, osmXml } from './writeOsm.ts';

const folder = mkdtempSync(join(tmpdir(), 'ainori-osm-'));
let files = 0;
function write(content: string | Buffer, ending = '.osm'): string {
  files += 1;
  const path = join(folder, `${files}${ending}`);
  writeFileSync(path, content);
  return path;
}
const at = (east: number, north: number): LonLat => {
  const point = townPoint(east, north);
  return [point.lon, point.lat];
};
const road = { highway: 'tertiary' };

/**
 *  4 ─── 3
 *  │     │    way 10: 1-2, way 11: 2-3, way 12: 3-4-1; 1,000 m a side
 *  1 ─── 2
 */
const square: OsmTown = {
  nodes: { 1: [0, 0], 2: [1000, 0], 3: [1000, 1000], 4: [0, 1000] },
  ways: [
    { id: 10, refs: [1, 2], tags: { ...road, ref: '49', name: '本町通り' } },
    { id: 11, refs: [2, 3], tags: road },
    { id: 12, refs: [3, 4, 1], tags: road },
  ],
};
const metres = (town: OsmTown, from: LonLat, to: LonLat) =>
  createRoadEngine(readRoads([write(osmXml(town))], flatProfile).network).table([from], [to]).metres[0]![0];

describe('the same data as XML and as PBF', () => {
  it('gives the same network, with names and numbers of nodes', () => {
    const fromXml = readRoads([write(osmXml(square))], flatProfile);
    const fromPbf = readRoads([write(osmPbf(square), '.osm.pbf')], flatProfile);
    expect(fromPbf).toEqual(fromXml);
    expect(fromXml.network.roadFrom).toHaveLength(3);
    const [found] = createRoadEngine(fromXml.network).nearest(at(500, 10));
    expect(found).toMatchObject({ name: '本町通り', nodes: [1, 2] });
  });

  it('two files that share a junction: taken as one network', () => {
    const half = { nodes: { 1: square.nodes[1]!, 2: square.nodes[2]! }, ways: [square.ways[0]!] };
    const rest = { ...square, ways: square.ways.slice(1) };
    const { report } = readRoads([write(osmXml(half)), write(osmPbf(rest))], flatProfile);
    expect(report).toMatchObject({ roads: 3, islands: [] });
  });
});

describe('what stands in the way', () => {
  it('a bollard between two houses of a street: round the block', () => {
    const nodes = { ...square.nodes, 5: [500, 0, { barrier: 'bollard' }] as const };
    const town = { nodes, ways: [{ id: 10, refs: [1, 5, 2], tags: road }, ...square.ways.slice(1)] };
    // open 200 m; with the bollard 400 back + 3,000 + 400
    expect(metres(square, at(400, 0), at(600, 0))).toBeCloseTo(200, -1);
    expect(metres(town, at(400, 0), at(600, 0))).toBeCloseTo(3800, -1);
  });

  it('no left turn at a junction: round the block, and not for those whom the sign excepts', () => {
    const town = (tags: Record<string, string>): OsmTown => ({
      nodes: { ...square.nodes, 5: [1000, -500] },
      ways: [...square.ways, { id: 13, refs: [5, 2], tags: road }],
      relations: [
        {
          id: 1,
          tags: { type: 'restriction', ...tags },
          members: [
            { type: 'way', ref: 13, role: 'from' },
            { type: 'node', ref: 2, role: 'via' },
            { type: 'way', ref: 10, role: 'to' },
          ],
        },
      ],
    });
    const way = (tags: Record<string, string>) => metres(town(tags), at(1000, -400), at(500, 0));
    // straight: 400 + 500. forbidden: 400 + 3 × 1,000 + 500
    expect(way({ restriction: 'no_left_turn' })).toBeCloseTo(3900, -1);
    expect(way({ restriction: 'no_left_turn', except: 'psv;motorcar' })).toBeCloseTo(900, -1);
    expect(way({ 'restriction:hgv': 'no_left_turn' })).toBeCloseTo(900, -1);
    expect(way({ restriction: 'only_left_turn' })).toBeCloseTo(900, -1);
  });

  it('traffic lights for one direction: only those who come that way wait', () => {
    const lights = (tags: Record<string, string>) => {
      const nodes = { ...square.nodes, 5: [500, 0, { highway: 'traffic_signals', ...tags }] as const };
      const town = { nodes, ways: [{ id: 10, refs: [1, 5, 2], tags: road }, ...square.ways.slice(1)] };
      const engine = createRoadEngine(readRoads([write(osmXml(town))], stockCar).network);
      const [out, back] = [
        engine.table([at(400, 0)], [at(600, 0)]),
        engine.table([at(600, 0)], [at(400, 0)]),
      ];
      return [out.seconds[0]![0]!, back.seconds[0]![0]!];
    };
    // 200 m at 40 km/h are 18 s; lights cost 2 s
    const seconds = (direction?: string) =>
      lights(direction ? { 'traffic_signals:direction': direction } : {}).map((value) => Math.round(value));
    expect(seconds()).toEqual([20, 20]);
    expect(seconds('forward')).toEqual([20, 18]);
    expect(seconds('backward')).toEqual([18, 20]);
  });

  describe('a restriction over a way in between', () => {
    /** The square, a street into its corner 2 (way 13) and one out of its corner 1 (way 14), both to the south. */
    const town = (restriction: string, via = 10): OsmTown => ({
      nodes: { ...square.nodes, 5: [1000, -500], 6: [0, -500] },
      ways: [...square.ways, { id: 13, refs: [5, 2], tags: road }, { id: 14, refs: [1, 6], tags: road }],
      relations: [
        {
          id: 1,
          tags: { type: 'restriction', restriction },
          members: [
            { type: 'way', ref: 13, role: 'from' },
            { type: 'way', ref: via, role: 'via' },
            { type: 'way', ref: 14, role: 'to' },
          ],
        },
      ],
    });
    const [inTheEast, inTheWest] = [at(1000, -400), at(0, -400)];

    it('no U-turn over it: the long way round for those who come from there, not for others', () => {
      const way = (from: LonLat, to: LonLat) => metres(town('no_u_turn'), from, to);
      // 400 + 1,000 + 400 is forbidden: 400 + 3 × 1,000 + 400
      expect(way(inTheEast, inTheWest)).toBeCloseTo(3800, -1);
      expect(way(at(1000, 400), inTheWest)).toBeCloseTo(1800, -1);
      expect(way(inTheEast, at(0, 400))).toBeCloseTo(1800, -1);
      // a house on the way in between, and back
      expect(way(inTheEast, at(500, 0))).toBeCloseTo(900, -1);
      expect(way(inTheWest, inTheEast)).toBeCloseTo(1800, -1);
      expect(way(at(500, 0), inTheWest)).toBeCloseTo(900, -1);
    });

    it('only over it to the other street: no other way out of it for those who come from there', () => {
      const way = (from: LonLat, to: LonLat) => metres(town('only_u_turn'), from, to);
      expect(way(inTheEast, inTheWest)).toBeCloseTo(1800, -1);
      // 400 + 1,000 + 400 is forbidden: 400 + 1,000, to the end of the other street and back, 2 × 500, and 400
      expect(way(inTheEast, at(0, 400))).toBeCloseTo(2800, -1);
    });

    it('closed in between: nobody drives it, and its length is told once', () => {
      const { network, report } = readRoads([write(osmXml(town('only_u_turn')))], flatProfile);
      expect(report).toMatchObject({ roads: 5, unusedRestrictions: 0 });
      const engine = createRoadEngine(network);
      const closed = engine.defineState({ id: 'closed', closed: [{ kind: 'ref', ref: '49' }], snow: [] });
      expect(closed.closedLines).toHaveLength(1);
      const table = engine.table([inTheEast], [inTheWest], { state: 'closed' });
      expect(table.metres[0]![0]).toBeCloseTo(3800, -1);
      expect(engine.nearest(at(500, 10), 2).map(({ nodes }) => nodes)[0]).toEqual([1, 2]);
      expect(engine.route([inTheEast, at(500, 0)]).metres).toBeCloseTo(900, -1);
    });

    it('ways that do not touch: counted as not understood', () => {
      const { report } = readRoads([write(osmXml(town('no_u_turn', 99)))], flatProfile);
      expect(report.unusedRestrictions).toBe(1);
    });
  });
});

describe('a pass that its tags close in winter', () => {
  const winter = (condition: string): OsmTown => ({
    ...square,
    ways: [
      { id: 10, refs: [1, 2], tags: { ...road, ref: '252', 'motor_vehicle:conditional': condition } },
      ...square.ways.slice(1),
    ],
  });

  it.each([
    ['no @ (Dec-Mar)', 'Dec-Mar', { from: '12-01', to: '03-31' }],
    ['no @ (Nov 15-Apr 28); yes @ (Apr 29-Nov 14)', 'Nov 15-Apr 28', { from: '11-15', to: '04-28' }],
    ['no @ 22:00-05:00', '22:00-05:00', null],
  ])('%s: a hint with its days, and the road stays open', (condition, told, yearly) => {
    const { network, report } = readRoads([write(osmXml(winter(condition)))], flatProfile);
    expect(report.conditionalClosures).toEqual([{ ref: '252', name: '', condition: told, yearly, ways: 1 }]);
    const table = createRoadEngine(network).table([at(400, 0)], [at(600, 0)]);
    expect(table.metres[0]![0]).toBeCloseTo(200, -1);
  });

  it.each(['yes @ (Dec-Mar)', 'destination @ (Dec-Mar)', '', 'no'])('%s: no hint', (condition) => {
    const { report } = readRoads([write(osmXml(winter(condition)))], flatProfile);
    expect(report.conditionalClosures).toEqual([]);
  });
});

describe('data with gaps', () => {
  it('a node missing from the file: the way ends there, and it is counted', () => {
    const ways = [...square.ways, { id: 13, refs: [1, 99, 3], tags: road }];
    const { report } = readRoads([write(osmXml({ ...square, ways }))], flatProfile);
    expect(report).toMatchObject({ roads: 3, missingNodes: 1 });
  });

  it('an island and a street one cannot come back from: named with their length, not driven to', () => {
    const nodes = { ...square.nodes, 6: [5000, 0], 7: [5300, 0], 8: [-700, 0] } as const;
    const ways = [
      ...square.ways,
      { id: 13, refs: [6, 7], tags: road },
      { id: 14, refs: [1, 8], tags: { ...road, oneway: 'yes' } },
    ];
    const { network, report } = readRoads([write(osmXml({ nodes, ways }))], flatProfile);
    expect(report.islands.map(({ roads, metres: length }) => [roads, Math.round(length / 10) * 10])).toEqual([
      [1, 700],
      [1, 300],
    ]);
    const table = createRoadEngine(network).table([at(0, 0)], [at(5100, 0)]);
    // the nearest place on the square is its corner 2
    expect(table.metres[0]![0]).toBeCloseTo(1000, -1);
  });

  it('coordinates that are no numbers: the node is left out and counted', () => {
    const text = osmXml(square).replace(/(<node id="4" lat=)"[^"]*"/, '$1"north"');
    expect(readRoads([write(text)], flatProfile).report).toMatchObject({ unsoundNodes: 1, missingNodes: 1 });
  });
});

describe('files that cannot be used', () => {
  const pbf = osmPbf(square);
  it.each([
    ['empty', '', /is empty/],
    ['text', 'roads of Aizu\n', /not an \.osm\.pbf file/],
    ['zeros', Buffer.alloc(100), /not an \.osm\.pbf file/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /not an \.osm\.pbf file/],
    ['PBF cut off in its last block', pbf.subarray(0, pbf.length - 10), /cut off at byte/],
    ['PBF cut off in its first length', pbf.subarray(0, 3), /cut off at byte 0/],
    ['PBF with a damaged block', Buffer.concat([pbf.subarray(0, -8), Buffer.alloc(8, 7)]), /damaged block/],
    ['XML of another kind', '<gpx><trk/></gpx>', /begins with <gpx>/],
    ['XML cut off', osmXml(square).slice(0, -200), /ends before <\/osm>/],
    ['broken XML', '<osm><node id="1"></osm>', /not sound OSM XML/],
    ['OSM without roads', osmXml({ ...square, ways: [] }), /no road for cars/],
    [
      'only footways',
      osmXml({ ...square, ways: [{ id: 1, refs: [1, 2], tags: { highway: 'path' } }] }),
      /no road for cars/,
    ],
  ])('%s: refused with a sentence', (_, content, sentence) => {
    expect(() => readRoads([write(content)], stockCar)).toThrowError(sentence);
  });

  it('a file that is not there: its name in the sentence', () => {
    expect(() => readRoads(['/nowhere/x.osm'], stockCar)).toThrowError('There is no file /nowhere/x.osm.');
  });
});
