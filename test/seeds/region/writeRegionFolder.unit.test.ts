import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RegionFault } from '../../../seeds/region/regionFault.ts';
import { writeRegionFolder } from '../../../seeds/region/writeRegionFolder.ts';
import { withTemporaryFolder, writeFiles } from '../../support/temporaryFolder.ts';

const files = (words: string) =>
  new Map([
    ['region.json', words],
    ['roads/nodes.csv', words],
  ]);

describe('writeRegionFolder', () => {
  it('nothing there: the files, and no temporary folder beside them', async () => {
    await withTemporaryFolder(async (folder) => {
      await writeRegionFolder(join(folder, 'deep', 'aizu'), files('first'));
      expect(await readFile(join(folder, 'deep/aizu/roads/nodes.csv'), 'utf8')).toBe('first');
      expect(await readdir(join(folder, 'deep'))).toEqual(['aizu']);
    });
  });

  it('an earlier region: replaced whole, its extra files gone', async () => {
    await withTemporaryFolder(async (folder) => {
      await writeRegionFolder(join(folder, 'aizu'), new Map([...files('first'), ['people.csv', 'old']]));
      await writeRegionFolder(join(folder, 'aizu'), files('second'));
      expect((await readdir(join(folder, 'aizu'))).sort()).toEqual(['region.json', 'roads']);
      expect(await readFile(join(folder, 'aizu/region.json'), 'utf8')).toBe('second');
    });
  });

  it("somebody's folder that is no region: refused, untouched", async () => {
    await withTemporaryFolder(async (folder) => {
      await writeFiles(folder, new Map([['home/letter.txt', 'dear all']]));
      await expect(writeRegionFolder(join(folder, 'home'), files('first'))).rejects.toThrow(RegionFault);
      expect(await readdir(join(folder, 'home'))).toEqual(['letter.txt']);
      expect(await readdir(folder)).toEqual(['home']);
    });
  });

  it('the check fails: the earlier region stays, nothing else is left', async () => {
    await withTemporaryFolder(async (folder) => {
      await writeRegionFolder(join(folder, 'aizu'), files('first'));
      const refuse = async () => {
        throw new RegionFault('malformedFile', 'no good');
      };
      await expect(writeRegionFolder(join(folder, 'aizu'), files('second'), refuse)).rejects.toThrow(
        'no good',
      );
      expect(await readFile(join(folder, 'aizu/region.json'), 'utf8')).toBe('first');
      expect(await readdir(folder)).toEqual(['aizu']);
    });
  });
});
