import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** The built screens in a folder of their own, so that nobody else's build gets in between. */
export async function buildScreens(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ainori-pages-'));
  // The test runner's own environment would build the slow, talkative kind of pages that nobody is served.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } }).finally(() => {
    process.env.NODE_ENV = NODE_ENV;
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Bytes of script, compressed, that a page loads before it can be used; lazily loaded parts are not among them. */
export function firstLoadBytes(folder: string, page: string): number {
  const html = readFileSync(join(folder, page, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) =>
    join(folder, page, path ?? ''),
  );
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
}
