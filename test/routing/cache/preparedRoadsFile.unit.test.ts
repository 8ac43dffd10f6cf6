import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeArrayFile } from '../../../routing/cache/arrayFile.ts';
import { readPreparedRoads, writePreparedRoads } from '../../../routing/cache/preparedRoadsFile.ts';
import {
  createRoadEngine,
  type LonLat,
  loadRegionRoads,
  openRoadsFolder,
  prepareRoads,
  ruralCar,
} from '../../../routing/index.ts';
import { townPoint, writeTown } from '../drawTown.ts';

const freshFolder = () => mkdtempSync(join(tmpdir(), 'ainori-cache-'));
const town = () =>
  writeTown({ a: [0, 0], b: [1000, 0], c: [1000, 1000], d: [0, 1000] }, [
    { from: 'a', to: 'b', ref: '49', name: '越後街道' },
    { from: 'b', to: 'c', oneway: true },
    { from: 'c', to: 'd', roadClass: 'trunk' },
    { from: 'd', to: 'a' },
  ]);
const points: LonLat[] = [
  [100, 10],
  [990, 500],
  [500, 1010],
  [5, 300],
].map(([east, north]) => {
  const { lon, lat } = townPoint(east!, north!);
  return [lon, lat];
});

describe('prepared roads on disk', () => {
  it('read back: every answer is the same', () => {
    const roads = prepareRoads(loadRegionRoads(town()).network);
    const path = join(freshFolder(), 'roads.bin');
    writePreparedRoads(path, roads);
    const [before, after] = [createRoadEngine(roads), createRoadEngine(readPreparedRoads(path))];
    expect(after.table(points, points)).toEqual(before.table(points, points));
    expect(after.route(points)).toEqual(before.route(points));
    expect(readPreparedRoads(path).networkId).toBe(roads.networkId);
  });

  it('a region folder with a cache: prepared once, then read; another content is prepared anew', () => {
    const cacheFolder = freshFolder();
    const shares: number[] = [];
    const open = (folder: string) =>
      openRoadsFolder(folder, { profile: ruralCar, cacheFolder, onProgress: (share) => shares.push(share) });
    const folder = town();
    const first = open(folder);
    expect(shares.at(-1)).toBe(1);
    shares.length = 0;
    expect(open(folder).networkId).toBe(first.networkId);
    expect(shares).toEqual([]);
    const other = writeTown({ a: [0, 0], b: [900, 0] }, [{ from: 'a', to: 'b' }]);
    expect(open(other).networkId).not.toBe(first.networkId);
    expect(readdirSync(cacheFolder)).toHaveLength(2);
  });

  it('a damaged file in the cache: prepared anew and replaced', () => {
    const cacheFolder = freshFolder();
    const folder = town();
    const open = () => openRoadsFolder(folder, { profile: ruralCar, cacheFolder });
    const { networkId } = open();
    const path = join(cacheFolder, readdirSync(cacheFolder)[0]!);
    writeFileSync(path, readFileSync(path).subarray(0, 5000));
    expect(open().networkId).toBe(networkId);
    expect(readPreparedRoads(path).networkId).toBe(networkId);
  });
});

describe('files that are no prepared roads', () => {
  const path = join(freshFolder(), 'roads.bin');
  writePreparedRoads(path, prepareRoads(loadRegionRoads(town()).network));
  const sound = readFileSync(path);
  const version = Buffer.from(sound);
  version.writeUInt32LE(999, 8);
  const header = Buffer.from(sound);
  header.write('}}}}', 16);
  it.each([
    ['of another version', version, /another version/],
    ['cut off', sound.subarray(0, sound.length - 9), /cut off/],
    ['cut off in the header', sound.subarray(0, 40), /cut off/],
    ['with a damaged header', header, /damaged/],
    ['of another kind', Buffer.from('something else altogether'), /not a file of prepared roads/],
    ['empty', Buffer.alloc(0), /not a file of prepared roads/],
  ])('%s: refused with a sentence', (_, content, sentence) => {
    const other = join(freshFolder(), 'roads.bin');
    writeFileSync(other, content);
    expect(() => readPreparedRoads(other)).toThrowError(sentence);
  });

  it('arrays of something else: refused with the name of what is missing', () => {
    const other = join(freshFolder(), 'roads.bin');
    writeArrayFile(other, { arrays: { x: new Int32Array(3) }, facts: {} });
    expect(() => readPreparedRoads(other)).toThrowError(/lacks upWeight/);
  });

  it('a place that cannot be written: the error goes on, and no half file is left', () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'roads.bin', 'in the way'), { recursive: true });
    const content = { arrays: { x: new Int32Array(3) }, facts: {} };
    expect(() => writeArrayFile(join(folder, 'roads.bin'), content)).toThrowError();
    expect(readdirSync(folder)).toEqual(['roads.bin']);
  });
});
