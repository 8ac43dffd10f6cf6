import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkImports } from './checkImports.ts';
import { parseImportTable } from './importTable.ts';
import { readSources } from './sourceFiles.ts';

const SOURCES = /^(backend|routing|seeds|screen-kit|dispatcher-ui|driver-web|rider-web)\/.*\.tsx?$/;

const table = parseImportTable(`
## Who may import whom

| module | own rooms | packages |
|---|---|---|
| \`core\` | | |
| \`stage\` | \`core\`, types: \`ports\`, door: \`planner\` | |
| \`planner\` | \`core/units\` | |
| \`planner/checker\` | \`planner/model\` | |
| \`door/http\` | \`core\` | \`express\`, \`@org/kit\`, \`node\` |
`);

/** What the check says about one file with one line. */
function check(path: string, text: string): string[] {
  return checkImports(table, [{ path, text }]);
}

describe('import table', () => {
  it('the project as it stands: no import outside the table', () => {
    const rules = parseImportTable(readFileSync('ARCHITECTURE.md', 'utf8'));
    const files = readSources(SOURCES);
    expect(files.length).toBeGreaterThan(100);
    expect(checkImports(rules, files)).toEqual([]);
  });

  it('a room that the row names: allowed, its own files too', () => {
    expect(check('stage/a.ts', "import { x } from '../core/x.ts'; import { y } from './deep/y.ts';")).toEqual(
      [],
    );
  });

  it('a room that the row does not name: refused', () => {
    expect(check('core/a.ts', "import { x } from '../stage/x.ts';")).toEqual([
      'core/a.ts: imports stage/x.ts',
    ]);
  });

  it('a value from a types-only room: refused, types allowed', () => {
    expect(check('stage/a.ts', "import { x } from '../ports/x.ts';")).toEqual([
      'stage/a.ts: imports ports/x.ts, allowed only as "types: ports"',
    ]);
    expect(check('stage/a.ts', "import type { X } from '../ports/x.ts';")).toEqual([]);
    expect(check('stage/a.ts', "import { type X } from '../ports/x.ts';")).toEqual([]);
    expect(check('stage/a.ts', "import { type X, y } from '../ports/x.ts';")).toHaveLength(1);
    expect(check('stage/a.ts', "type X = import('../ports/x.ts').X;")).toEqual([]);
  });

  it('a file behind a door: refused, the door itself allowed', () => {
    expect(check('stage/a.ts', "import { x } from '../planner/index.ts';")).toEqual([]);
    expect(check('stage/a.ts', "export * from '../planner/insertion/x.ts';")).toEqual([
      'stage/a.ts: imports planner/insertion/x.ts, allowed only as "door: planner"',
    ]);
  });

  it('a row for an inner folder: it alone counts there', () => {
    expect(check('planner/checker/a.ts', "import { x } from '../model/x.ts';")).toEqual([]);
    expect(check('planner/checker/a.ts', "import { x } from '../insertion/x.ts';")).toHaveLength(1);
    expect(check('planner/checker/a.ts', "import { x } from '../../core/units/x.ts';")).toHaveLength(1);
  });

  it('packages: only those of the row, Node under the name node', () => {
    const good = "import express from 'express'; import { k } from '@org/kit/sub'; import fs from 'node:fs';";
    expect(check('door/http/a.ts', good)).toEqual([]);
    expect(check('door/http/a.ts', "import pg from 'pg';")).toEqual([
      'door/http/a.ts: imports the package pg',
    ]);
    expect(check('core/a.ts', "import { readFileSync } from 'node:fs';")).toHaveLength(1);
  });

  it('hidden ways in (import(), re-export, absolute or computed paths): refused', () => {
    expect(check('core/a.ts', "const x = await import('../stage/x.ts');")).toHaveLength(1);
    expect(check('core/a.ts', "export { x } from '../stage/x.ts';")).toHaveLength(1);
    expect(check('core/a.ts', "import '/opt/x.ts';")).toHaveLength(1);
    expect(check('core/a.ts', 'const x = await import(name);')).toEqual([
      'core/a.ts: imports a computed path',
    ]);
  });

  it('a folder without a row, a command that is imported: refused', () => {
    expect(check('elsewhere/a.ts', 'export const x = 1;')).toEqual([
      'elsewhere/a.ts: lies in no room of the table',
    ]);
    expect(check('core/a.ts', "import '../backend/main.ts';")).toEqual([
      'core/a.ts: imports the command backend/main.ts',
    ]);
  });
});
