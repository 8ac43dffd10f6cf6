import { describe, expect, it } from 'vitest';
import { checkPurity } from './checkPurity.ts';
import { readSources } from './sourceFiles.ts';

describe('purity', () => {
  it('domain and planner as they stand: nothing waits, asks the clock, rolls dice or touches the world', () => {
    const files = readSources(/^backend\/(domain|planner)\/.*\.ts$/);
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap(checkPurity)).toEqual([]);
  });

  it.each([
    ['const t = Date.now();', 'Date.now'],
    ["const t = Date['now']();", 'Date.now'],
    ['const t = new Date();', 'new Date()'],
    ['const t = Date();', 'Date()'],
    ['const r = Math.random();', 'Math.random'],
    ['async function f() {}', 'async function'],
    ['const f = async () => 1;', 'async function'],
    ['const o = { async f() {} };', 'async function'],
    ['await x;', 'await'],
    ['async function f() { for await (const x of y) {} }', 'await'],
    ["const m = import('./m.ts');", 'import()'],
    ["console.log('x');", 'console'],
    ['const e = process.env;', 'process'],
    ['setTimeout(f, 1);', 'setTimeout'],
    ['globalThis.x = 1;', 'globalThis'],
    ["fetch('x');", 'fetch'],
    ['const o = { fetch };', 'fetch'],
  ])('%s: refused', (text, what) => {
    expect(checkPurity({ path: 'x.ts', text })).toContain(`x.ts: ${what}`);
  });

  it('the same words as names of own things: allowed', () => {
    const text =
      'const d = new Date(moment); const o = { process: 1 }; interface T { console: string } o.process;';
    expect(checkPurity({ path: 'x.ts', text })).toEqual([]);
  });
});
