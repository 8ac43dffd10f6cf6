import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ImportResult, importRegion } from '../../../seeds/import/importRegion.ts';
import { SILENT_PROGRESS } from '../../../seeds/import/progress.ts';
import { readRegion } from '../../../seeds/region/readRegion.ts';
import type { RegionData } from '../../../seeds/region/regionData.ts';
import { RegionFault } from '../../../seeds/region/regionFault.ts';
import { smallOpenDataFiles } from '../../support/smallOpenData.ts';
import { withTemporaryFolder, writeFiles } from '../../support/temporaryFolder.ts';

const TRIAL = fileURLToPath(new URL('../../../seeds/aizu', import.meta.url));
const template = await readRegion(TRIAL, { withoutRoads: true });

type Change = (text: string) => string;

/** The small country with some files changed (`undefined`: taken away), as imported. */
function importChanged(changes: Readonly<Record<string, Change | undefined>> = {}): ImportResult {
  const texts = smallOpenDataFiles();
  for (const [name, change] of Object.entries(changes))
    if (change) texts.set(name, change(texts.get(name) ?? ''));
    else texts.delete(name);
  const options = {
    from: 'there',
    id: 'small',
    vehicles: 6,
    seed: 1,
    credits: [{ ja: 'invented', en: 'invented' }],
  };
  return importRegion(texts, template, options, SILENT_PROGRESS);
}

/** The imported region as the server reads it. */
function readBack({ files }: ImportResult): Promise<RegionData> {
  return withTemporaryFolder(async (folder) => {
    await writeFiles(folder, files);
    return readRegion(folder);
  });
}

const refusals = ({ report }: ImportResult): readonly string[] =>
  report.refused.map(({ file, row, code }) => `${file} ${row} ${code}`);

describe('importRegion', () => {
  it('good data: a region that is read back without a refused row', async () => {
    const region = await readBack(importChanged());
    expect(region.refused).toEqual([]);
    expect(region.header).toMatchObject({
      id: 'small',
      name: '会津',
      trial: false,
      bounds: [139, 37, 139.4, 37.2],
    });
    expect(region.places.map((place) => [place.name, place.kind, place.municipality])).toEqual([
      ['西の町役場', 'townHall', '07444'],
      ['西の病院', 'hospital', '07444'],
      ['東の村役場', 'townHall', '99002'],
      ['会津宮下駅', 'station', '07444'],
      ['宮下', 'hamlet', '07444'],
      ['原', 'hamlet', '99002'],
      ['山奥', 'hamlet', '99002'],
    ]);
    expect(region.roads.nodes).toHaveLength(4);
    expect(region.roads.edges).toHaveLength(3);
  });

  it('names: without legal form and 大字, with reading and Latin letters', async () => {
    const region = await readBack(importChanged());
    const hospital = region.places.find((place) => place.kind === 'hospital');
    expect(hospital).toMatchObject({ kana: 'にしのびょういん', nameEn: 'Nishinobyoin' });
  });

  it('boarding points: on the road, none for a hamlet far from any, none beside another', async () => {
    const result = importChanged();
    const region = await readBack(result);
    // 宮下 lies 0.01° × 111,195 m × cos 37.1° = 887 m from the station, so it has a point of its own.
    expect(region.boardingPoints.map((point) => point.name)).toEqual([
      '西の町役場',
      '西の病院',
      '東の村役場',
      '会津宮下駅',
      '宮下',
      '原',
    ]);
    // 宮下 is 0.0005° = 56 m north of the road: the point is on the road, a wheelchair still gets in.
    expect(region.boardingPoints[4]).toMatchObject({
      coordinates: { lon: 139.06, lat: 37.1 },
      isWheelchairReachable: true,
    });
    // 原, 0.0005° = 44 m beside the branch, has one; 山奥, kilometres from any road, has none.
    expect(refusals(result)).toEqual(['places.csv null noRoadNear']);
  });

  it('a hamlet 45 m from the station: a place to be found, but no second boarding point', () => {
    const before = importChanged().report.counts;
    const after = importChanged({
      'machiaza_kana.csv': (text) =>
        `${text}07444,西の町,074440009000,oaza,駅裏,えきうら,,,,,駅裏,えきうら,37.1003,139.0705,isj,\n`,
    }).report.counts;
    expect(after.places).toBe(before.places! + 1);
    expect(after['boarding points']).toBe(before['boarding points']);
  });

  it('municipalities: figures of the template where it knows them, else census and a note', async () => {
    const result = importChanged();
    const region = await readBack(result);
    expect(region.municipalities.map((one) => one.municipality)).toMatchObject([
      { code: '07444', population: 1595, over65: 840, nameEn: 'Mishima Town' },
      // 700 + 300 people, 28.6 % of them over 65
      { code: '99002', population: 1000, over65: 286, nameEn: 'Higashinomura' },
    ]);
    expect(result.report.notes.some((note) => note.startsWith('99002 東の村'))).toBe(true);
  });

  it('operations: services cut to the municipalities, a depot at each town hall, the fleet asked for', async () => {
    const result = importChanged();
    const { operations } = await readBack(result);
    expect(operations.services.map((service) => service.rules[0]?.municipalities)).toEqual([
      ['07444'],
      ['07444'],
    ]);
    expect(operations.providers.map((provider) => provider.name)).toEqual([
      '会津あいのりバス',
      '奥会津ふれあい運行',
      '会津あいのりタクシー',
    ]);
    expect(operations.depots.map((depot) => depot.municipality)).toEqual(['07444', '99002']);
    expect(operations.vehicles).toHaveLength(6);
    expect(result.report.notes.some((note) => note.includes('wakamatsu-machinaka'))).toBe(true);
  });

  it('the same data: the same files', () => {
    expect(importChanged().files).toEqual(importChanged().files);
  });

  it('rows without use: counted by reason, not refused', () => {
    expect(importChanged().report.unused).toEqual([
      expect.objectContaining({ file: 'facilities.csv', count: 1 }),
      expect.objectContaining({ file: 'stations.csv', count: 1 }),
      expect.objectContaining({ file: 'machiaza_kana.csv', count: 2 }),
    ]);
  });

  it('bad facilities: each left out with line and reason', () => {
    const result = importChanged({
      'facilities.csv': (text) => `${text}F5,clinic,NaN医院,,07444,,,NaN,139.1,exact,,,
F6,clinic,空医院,,07444,,,,,none,,,
F7,clinic,火星医院,,07444,,,37.1,539.1,exact,,,
F8,clinic,知らない町の医院,,01234,,,37.1,139.1,exact,,,
F9,castle,城,,07444,,,37.1,139.1,exact,,,
F1,clinic,二度目医院,,07444,,,37.1,139.1,exact,,,
F10,clinic,隣の町の医院,,07444,,,37.1,139.3,exact,,,
F11,clinic,短い
`,
    });
    expect(refusals(result).filter((line) => line.startsWith('facilities.csv'))).toEqual([
      'facilities.csv 6 notANumber',
      'facilities.csv 7 noCoordinates',
      'facilities.csv 8 outOfRange',
      'facilities.csv 9 unknownMunicipality',
      'facilities.csv 10 unknownValue',
      'facilities.csv 11 duplicateId',
      'facilities.csv 13 malformedRow',
      'facilities.csv 12 outsideMunicipality',
    ]);
    expect(result.report.counts.places).toBe(7);
    const named = JSON.parse(result.files.get('import-report.json')!);
    expect(named.refused[1].sentence).toBe('facilities.csv, line 7: 空医院 has no coordinates.');
  });

  it('bad roads: named; what they cut off is left out with a note', async () => {
    const result = importChanged({
      'road_nodes.csv': (text) => `${text}14,NaN,37.1,\n10,139.0,37.0,\n15,139.1,37.12,\n16,139.1,37.13,\n`,
      'road_edges.csv': (text) =>
        `${text.replace(/_bmaF_orpYowH\?/, '_bmaF_orpYow')}3,10,99,5,minor,0,,,,,,_bmaFoeuoY?oh\\
4,15,16,1000,minor,0,,,,,,_bmaFoeuoY?oh\\
5,10,11,NaN,minor,0,,,,,,_bmaFoeuoY?oh\\
6,10,11,5,highway,0,,,,,,_bmaFoeuoY?oh\\
7,10,11,5,minor,2,,,,,,_bmaFoeuoY?oh\\
`,
    });
    expect(refusals(result).filter((line) => line.startsWith('road'))).toEqual([
      'road_nodes.csv 6 notANumber',
      'road_nodes.csv 7 duplicateId',
      'road_edges.csv 4 brokenPolyline',
      'road_edges.csv 5 unknownNode',
      'road_edges.csv 7 notANumber',
      'road_edges.csv 8 unknownValue',
      'road_edges.csv 9 unknownValue',
    ]);
    // The branch to node 13 is gone, and 15–16 hangs in the air: three nodes cannot be reached.
    expect(result.report.notes.some((note) => note.startsWith('3 road nodes were left out'))).toBe(true);
    const region = await readBack(result);
    expect(region.roads.nodes.map((node) => node.id)).toEqual([10, 11, 12]);
  });

  it('a one-way road into nowhere: its end is left out, nobody could come back', () => {
    const result = importChanged({
      'road_edges.csv': (text) => text.replace('5560,minor,0', '5560,minor,1'),
    });
    expect(result.report.counts['road nodes']).toBe(3);
  });

  it('a broken municipality: left out with its spots; the other stays', async () => {
    const result = importChanged({
      'municipalities.geojson': (text) => {
        const content = JSON.parse(text);
        content.features[1].geometry.coordinates[0][2][0] = null;
        return JSON.stringify(content);
      },
    });
    expect(refusals(result)[0]).toBe('municipalities.geojson 2 brokenGeometry');
    expect((await readBack(result)).municipalities).toHaveLength(1);
  });

  it('base map: broken lines are named, pieces of a lake joined', async () => {
    const piece = (west: number, east: number) => ({
      type: 'Feature',
      properties: { kind: 'lake', name: '湖' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, 37.1],
            [east, 37.1],
            [east, 37.11],
            [west, 37.11],
            [west, 37.1],
          ],
        ],
      },
    });
    const broken = {
      type: 'Feature',
      properties: { kind: 'river' },
      geometry: { type: 'LineString', coordinates: [[139, null]] },
    };
    const water = JSON.stringify({
      type: 'FeatureCollection',
      features: [piece(139.1, 139.11), piece(139.11, 139.12), broken],
    });
    const result = importChanged({ 'water.geojson': () => water });
    expect(refusals(result)).toContain('water.geojson 3 brokenGeometry');
    const drawn = JSON.parse((await readBack(result)).baseMap.water);
    expect(drawn.features).toHaveLength(1);
    expect(drawn.features[0].properties).toEqual({ kind: 'lake', name: '湖' });
  });

  it('optional files missing: imported all the same, with a note for each', () => {
    const result = importChanged({ 'census2015_small_areas.csv': undefined });
    expect(result.report.notes.filter((note) => note.includes('is not there'))).toHaveLength(5);
    expect(result.report.counts.municipalities).toBe(2);
  });

  it.each([
    ['municipalities.geojson', '{"type":"Feat', 'municipalities.geojson is not JSON'],
    ['municipalities.geojson', '{"type":"FeatureCollection","features":[]}', 'no usable municipality'],
    ['road_edges.csv', 'id,from,to\n', 'no usable edge'],
    ['facilities.csv', 'id\n', undefined],
  ])('%s malformed: %s', (name, text, words) => {
    const run = () => importChanged({ [name]: () => text });
    if (words === undefined) expect(run().report.counts.places).toBe(4);
    else {
      expect(run).toThrow(RegionFault);
      expect(run).toThrow(words);
    }
  });
});
