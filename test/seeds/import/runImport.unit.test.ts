import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runImport } from '../../../seeds/import/runImport.ts';
import { smallOpenDataFiles } from '../../support/smallOpenData.ts';
import { withTemporaryFolder, writeFiles } from '../../support/temporaryFolder.ts';

/** Runs the command without a terminal. */
async function runCommand(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = '';
  let err = '';
  const code = await runImport(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    now: () => 0,
  });
  return { code, out, err };
}

describe('region:import', () => {
  it('--help: every option and every file', async () => {
    const { code, out } = await runCommand('--help');
    expect(code).toBe(0);
    for (const word of ['--from', '--to', '--like', '--vehicles', '--seed', 'road_edges.csv', 'stations.csv'])
      expect(out).toContain(word);
  });

  it('good data: the folder, a plain line for each step, the report', async () => {
    await withTemporaryFolder(async (folder) => {
      await writeFiles(join(folder, 'from'), smallOpenDataFiles());
      const { code, out, err } = await runCommand('--from', join(folder, 'from'), '--to', join(folder, 'to'));
      expect(code).toBe(0);
      expect(out).toContain('2 municipalities');
      expect(err).toMatch(/^road_edges\.csv: 3 rows \(0\.0 s\)$/m);
      expect(err).not.toContain('\r');
      expect(await readdir(join(folder, 'to'))).toContain('import-report.json');
    });
  });

  it('a file missing: named with what it is for, nothing written', async () => {
    await withTemporaryFolder(async (folder) => {
      const files = smallOpenDataFiles();
      files.delete('stations.csv');
      files.delete('road_nodes.csv');
      await writeFiles(join(folder, 'from'), files);
      const { code, err } = await runCommand('--from', join(folder, 'from'), '--to', join(folder, 'to'));
      expect(code).toBe(1);
      expect(err).toContain('stations.csv: railway stations');
      expect(err).toContain('road_nodes.csv: road graph');
      expect(await readdir(folder)).toEqual(['from']);
    });
  });

  it('malformed data: said in a sentence, an earlier region stays', async () => {
    await withTemporaryFolder(async (folder) => {
      const files = smallOpenDataFiles();
      files.set('municipalities.geojson', '{"type":');
      await writeFiles(join(folder, 'from'), files);
      await writeFiles(join(folder, 'to'), new Map([['region.json', 'earlier']]));
      const { code, err } = await runCommand('--from', join(folder, 'from'), '--to', join(folder, 'to'));
      expect(code).toBe(1);
      expect(err).toContain('municipalities.geojson is not JSON');
      expect(await readFile(join(folder, 'to/region.json'), 'utf8')).toBe('earlier');
    });
  });

  it.each([
    ['no folders', [], 'Both --from and --to are needed'],
    ['the same folder twice', ['--from', 'a', '--to', './a'], 'are the same folder'],
    ['no vehicles', ['--from', 'a', '--to', 'b', '--vehicles', '0'], '--vehicles must be a whole number'],
    ['an unknown option', ['--form', 'a'], '--form'],
  ])('%s: exit code 2 and what is wrong', async (_, args, words) => {
    const { code, err } = await runCommand(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err.split('\n').at(-2)).toBe('See: npm run region:import -- --help');
  });
});
