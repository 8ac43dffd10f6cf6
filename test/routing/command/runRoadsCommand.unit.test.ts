import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runRoadsCommand } from '../../../routing/command/runRoadsCommand.ts';
import { writeTown } from '../drawTown.ts';

async function call(...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const console = {
    say: (text: string) => void said.push(text),
    complain: (text: string) => void complained.push(text),
    isTerminal: false,
  };
  return { code: await runRoadsCommand(args, console), said: said.join(''), complained: complained.join('') };
}
const freshFolder = () => mkdtempSync(join(tmpdir(), 'ainori-roads-'));

describe('npm run roads', () => {
  it('build: roads.bin is written, progress and report are shown', async () => {
    const out = join(freshFolder(), 'new');
    const town = writeTown({ a: [0, 0], b: [1000, 0], c: [9000, 0], d: [9100, 0] }, [
      { from: 'a', to: 'b' },
      { from: 'c', to: 'd' },
    ]);
    const { code, said, complained } = await call('build', town, '--out', out);
    expect(code).toBe(0);
    expect(readdirSync(out)).toEqual(['roads.bin']);
    expect(said).toMatch(/^1 road\nislands, not joined with the rest both ways: 1, 0\.1 km in all/);
    expect(complained).toMatch(/preparing 100 %/);
  });

  it('build of a file that is not one: exit code 1, a sentence, and no folder made', async () => {
    const file = join(freshFolder(), 'x.osm.pbf');
    writeFileSync(file, 'no roads here');
    const out = join(freshFolder(), 'new');
    const { code, complained } = await call('build', file, '--out', out);
    expect(code).toBe(1);
    expect(complained).toContain('x.osm.pbf is not an .osm.pbf file.');
    expect(existsSync(out)).toBe(false);
  });

  it('serve of a folder that is not there: exit code 1', async () => {
    const { code, complained } = await call('serve', '/nowhere');
    expect([code, complained]).toEqual([1, 'There is no folder /nowhere to read roads from.\n']);
  });

  it('--help: every command and option', async () => {
    const { code, said } = await call('--help');
    expect(code).toBe(0);
    for (const word of ['build FILE…', '--out DIR', 'serve DIR', '--port', '--profile', '--cache']) {
      expect(said).toContain(word);
    }
  });

  it.each([
    [[], /What shall be done/],
    [['frob'], /no command frob/],
    [['build'], /at least one file/],
    [['build', 'x'], /needs --out/],
    [['build', 'x', '--out', 'y', '--profile', 'tank'], /no profile tank/],
    [['serve', 'x', '--port', '99999'], /not a port/],
    [['serve', 'x', '--colour', 'red'], /--colour/],
  ])('%j: exit code 2, what is wrong, and the help', async (args, sentence) => {
    const { code, complained } = await call(...args);
    expect(code).toBe(2);
    expect(complained).toMatch(sentence);
    expect(complained).toContain('npm run roads -- build');
  });
});
