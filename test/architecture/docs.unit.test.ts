import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMachinePaths, checkMentions, checkTestNames } from './checkDocs.ts';
import { listPaths, readSources } from './sourceFiles.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
const packages = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));

/** The faults of a document of one line. */
function mentionFaults(text: string): string[] {
  return checkMentions({ path: 'X.md', text }, ['backend/main.ts', 'seeds/aizu/region.json'], packages);
}

describe('docs', () => {
  it('files that the root documents mention: all exist', () => {
    const docs = readSources(/^[^/]+\.md$/);
    expect(docs.map((doc) => doc.path)).toContain('ARCHITECTURE.md');
    expect(docs.flatMap((doc) => checkMentions(doc, listPaths(), packages))).toEqual([]);
  });

  it('a mention of a file or folder that is not there: found', () => {
    expect(mentionFaults('See `backend/gone.ts` and `backend/main.ts`.')).toEqual([
      'X.md: mentions backend/gone.ts, which does not exist',
    ]);
    expect(mentionFaults('`GONE.md`')).toHaveLength(1);
    expect(mentionFaults('`seeds/gone/`')).toHaveLength(1);
  });

  it('folders, files of a region, packages and run-time folders: no false alarm', () => {
    const text =
      '`seeds/aizu` `region.json` `@node-rs/argon2` `var/aizu` `npm start` `../shared/x` `roles × rooms`';
    expect(mentionFaults(text)).toEqual([]);
  });

  it('sources and documents: no path of one machine', () => {
    const files = readSources(/\.(md|ts|tsx|mjs|json|yml|css|html)$/).filter(
      ({ path }) => path !== 'package-lock.json' && !path.startsWith('test/architecture/'),
    );
    expect(files.flatMap(checkMachinePaths)).toEqual([]);
  });

  it('a home or workplace in a text: found, addresses on the web not', () => {
    expect(checkMachinePaths({ path: 'X.md', text: 'cd /home/taro/ainori' })).toHaveLength(1);
    expect(checkMachinePaths({ path: 'x.ts', text: "open('/Users/hanako')" })).toHaveLength(1);
    expect(checkMachinePaths({ path: 'X.md', text: 'https://example.org/home/page a/work/b' })).toEqual([]);
  });

  it('test files: no two tests with one name', () => {
    expect(readSources(/^test\/.*\.test\.tsx?$/).flatMap(checkTestNames)).toEqual([]);
  });

  it('two tests with one name in one place: found, in two places not', () => {
    const twice = "describe('a', () => { it('x', f); it('x', g); });";
    const apart = "describe('a', () => { it('x', f); }); describe('b', () => { it('x', g); });";
    expect(checkTestNames({ path: 't.ts', text: twice })).toEqual(['t.ts: two tests named "a > x"']);
    expect(checkTestNames({ path: 't.ts', text: apart })).toEqual([]);
  });
});
