import { describe, expect, it } from 'vitest';
import { readRegion } from '../../../seeds/region/readRegion.ts';
import type { RegionData } from '../../../seeds/region/regionData.ts';
import { RegionFault } from '../../../seeds/region/regionFault.ts';
import { smallRegionFiles } from '../../support/smallRegion.ts';
import { withTemporaryFolder, writeFiles } from '../../support/temporaryFolder.ts';

type Change = (text: string) => string;

/** The small region with some of its files changed, as read. */
function readChanged(changes: Readonly<Record<string, Change>>): Promise<RegionData> {
  const files = smallRegionFiles();
  for (const [name, change] of Object.entries(changes)) files.set(name, change(files.get(name) ?? ''));
  return withTemporaryFolder(async (folder) => {
    await writeFiles(folder, files);
    return readRegion(folder);
  });
}

/** `file row code` of every refused row. */
const refusals = (region: RegionData): readonly string[] =>
  region.refused.map(({ file, row, code }) => `${file} ${row} ${code}`);

/** A change of the JSON content. */
// biome-ignore lint/suspicious/noExplicitAny: the tests break the content on purpose
const json = (edit: (content: any) => void): Change => {
  return (text) => {
    const content = JSON.parse(text);
    edit(content);
    return JSON.stringify(content);
  };
};

describe('readRegion', () => {
  it('a good region: everything is read, nothing refused', async () => {
    const region = await readChanged({});
    expect(region.refused).toEqual([]);
    expect(region.municipalities.map((one) => one.municipality.over65)).toEqual([100, 300]);
    expect(region.places[4]).toEqual({
      id: 'hospital',
      name: '病院',
      kana: 'びょういん',
      nameEn: 'Hospital',
      kind: 'hospital',
      municipality: '99002',
      coordinates: { lon: 139.32, lat: 37.12 },
      aliases: ['総合病院', 'びょういん'],
    });
    expect(region.boardingPoints.map((point) => point.isWheelchairReachable)).toEqual([
      true,
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(region.roads.edges[0]).toMatchObject({
      from: 0,
      to: 1,
      lengthMetres: 11_200,
      shape: [
        { lon: 139.1, lat: 37.15 },
        { lon: 139.1, lat: 37.05 },
      ],
    });
    expect(region.operations.services[0]?.rules[0]?.hours[1]).toEqual([{ earliest: 28_800, latest: 61_200 }]);
    expect(region.people).toBeUndefined();
  });

  it('credits in one text or in two languages: both are read; one without its English names the field', async () => {
    const two = { ja: '手描き', en: 'By hand' };
    const credits = (given: unknown) => ({ 'region.json': json((header) => (header.credits = given)) });
    const region = await readChanged(credits(['© OSM', two]));
    expect(region.header.credits).toEqual([{ ja: '© OSM', en: '© OSM' }, two]);
    await expect(readChanged(credits([{ ja: '手描き' }]))).rejects.toThrow(/credits\[0\]\.en/);
  });

  it('bad places: each left out with its line and reason, the good one stays', async () => {
    const region = await readChanged({
      'places.csv': () => `id,name,kana,nameEn,kind,municipality,lon,lat,aliases
good,良い,よい,Good,hamlet,99001,139.1,37.1,
nan,数でない,,,hamlet,99001,NaN,37.1,
word,数でない,,,hamlet,99001,east,37.1,
globe,地球の外,,,hamlet,99001,139.1,97.1,
far,遠い,,,hamlet,99001,135.0,37.1,
kind,種類,,,castle,99001,139.1,37.1,
town,町,,,hamlet,99009,139.1,37.1,
good,二度目,,,hamlet,99001,139.1,37.1,
short,短い,,,hamlet
,名だけ,,,hamlet,99001,139.1,37.1,
`,
      'boardingPoints.csv': (text) =>
        text.replaceAll(/,(kita|minami|higashi|clinic|hospital|store),/g, ',good,'),
    });
    expect(region.places.map((place) => place.name)).toEqual(['良い']);
    expect(refusals(region)).toEqual([
      'places.csv 3 notANumber',
      'places.csv 4 notANumber',
      'places.csv 5 outOfRange',
      'places.csv 6 outsideBounds',
      'places.csv 7 unknownValue',
      'places.csv 8 unknownMunicipality',
      'places.csv 9 duplicateId',
      'places.csv 10 malformedRow',
      'places.csv 11 emptyField',
    ]);
    expect(region.refused[0]?.sentence).toBe('places.csv, line 3: "lon" is not a number: NaN.');
  });

  it('a boarding point of a place that was left out: left out too', async () => {
    const region = await readChanged({ 'places.csv': (text) => text.replace('minami,南', 'minami2,南') });
    expect(refusals(region)).toEqual(['boardingPoints.csv 3 unknownPlace']);
  });

  it('bad roads: unknown node, broken line, negative length, unknown class', async () => {
    const region = await readChanged({
      'roads/edges.csv': (text) => `${text}2,0,9,100,minor,0,,,ozvaF_~~oY~oR?
3,0,1,100,minor,0,,,ozvaF_~~oY~o
4,0,1,-5,minor,0,,,ozvaF_~~oY~oR?
5,0,1,5,path,0,,,ozvaF_~~oY~oR?
6,0,1,Infinity,minor,0,,,ozvaF_~~oY~oR?
`,
    });
    expect(region.roads.edges).toHaveLength(2);
    expect(refusals(region)).toEqual([
      'roads/edges.csv 4 unknownNode',
      'roads/edges.csv 5 brokenPolyline',
      'roads/edges.csv 6 outOfRange',
      'roads/edges.csv 7 unknownValue',
      'roads/edges.csv 8 notANumber',
    ]);
  });

  it('a municipality with an open ring: left out, and what lies in it', async () => {
    const region = await readChanged({
      'municipalities.geojson': json((content) => content.features[1].geometry.coordinates[0].pop()),
      'operations.json': json((content) => {
        content.services[0].rules[0].outsidePoints = [];
      }),
    });
    expect(region.municipalities).toHaveLength(1);
    expect(refusals(region)[0]).toBe('municipalities.geojson 2 brokenGeometry');
    expect(refusals(region).filter((line) => line.startsWith('places.csv'))).toHaveLength(3);
  });

  it('bad operations: vehicle without places, break outside the shift, rules that overlap', async () => {
    const region = await readChanged({
      'operations.json': json((content) => {
        const [vehicle] = content.vehicles;
        content.vehicles.push({ ...vehicle, id: 'empty', configurations: [[0, 0, 0]] });
        content.vehicles.push({ ...vehicle, id: 'nobody', providerId: 'unknown' });
        const [shift] = content.shiftTemplates;
        content.shiftTemplates.push({ ...shift, vehicleId: 'empty' });
        content.shiftTemplates.push({
          ...shift,
          breaks: [{ window: { earliest: 61_000, latest: 61_100 }, seconds: 600 }],
        });
        const [service] = content.services;
        content.services.push({ ...service, id: 'twice', rules: [...service.rules, ...service.rules] });
      }),
    });
    expect(region.operations.vehicles.map((vehicle) => vehicle.id)).toEqual(['car']);
    expect(region.operations.services.map((service) => service.id)).toEqual(['service']);
    expect(refusals(region)).toEqual([
      'operations.json 2 outOfRange',
      'operations.json 3 unknownReference',
      'operations.json 2 unknownReference',
      'operations.json 3 outOfRange',
      'operations.json 2 outOfRange',
    ]);
  });

  it('people of the region: read with their needs, bad ones named', async () => {
    const columns =
      'id,familyName,givenName,familyKana,givenKana,birthYear,sex,municipality,hamlet,houseName,phone,lon,lat,householdId,needs,note';
    const region = await readChanged({
      'people.csv': () => `${columns}
p1,佐藤,ハル,さとう,はる,1938,,99001,北,油屋,0242-00-1234,139.1,37.15,h1,walker hearing,ゆっくり話す
p2,佐藤,清,さとう,きよし,1836,,99001,北,,0242-00-1234,139.1,37.15,h1,,
p3,佐藤,清,さとう,きよし,1936,,99001,北,,0242-00-1234,139.1,37.15,h1,wings,
`,
    });
    expect(region.people?.map((person) => [person.id, person.houseName, person.needs])).toEqual([
      ['p1', '油屋', ['walker', 'hearing']],
    ]);
    expect(refusals(region)).toEqual(['people.csv 3 outOfRange', 'people.csv 4 unknownValue']);
  });

  it.each([
    ['places.csv', 'missingFile', 'places.csv is missing'],
    ['region.json', 'missingFile', 'region.json is missing'],
  ])('%s missing: the whole folder is refused, the file named', async (name, code, words) => {
    const files = smallRegionFiles();
    files.delete(name);
    const fault = await withTemporaryFolder(async (folder) => {
      await writeFiles(folder, files);
      return readRegion(folder).catch((reason: unknown) => reason);
    });
    expect(fault).toBeInstanceOf(RegionFault);
    expect(fault).toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it.each([
    ['municipalities.geojson', '{"type":"Feature'],
    ['operations.json', '{'],
    ['region.json', '{"format":2}'],
    ['municipalities.geojson', '{"type":"FeatureCollection","features":[]}'],
  ])('%s malformed (%s): the whole folder is refused', async (name, text) => {
    const fault = await readChanged({ [name]: () => text }).catch((reason: unknown) => reason);
    expect(fault).toBeInstanceOf(RegionFault);
    expect(fault).toMatchObject({ code: 'malformedFile' });
  });

  it('quotation marks that do not close: the rest of the file is named, nothing is thrown', async () => {
    const region = await readChanged({ 'places.csv': (text) => `${text}odd,"南,みなみ\n` });
    expect(region.places).toHaveLength(6);
    expect(region.refused).toHaveLength(1);
    expect(region.refused[0]).toMatchObject({ file: 'places.csv', code: 'malformedRow' });
  });
});
