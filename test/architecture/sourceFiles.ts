import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the project, with its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const SKIPPED = new Set(['node_modules', 'var', 'dist', '.git']);

/** Paths of all files below `folder` (from the root), in order; what is made or installed is left out. */
export function listPaths(folder = '.'): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    if (entry.isDirectory()) found.push(...listPaths(path));
    else found.push(path);
  }
  return found.sort();
}

/** The files whose path matches, with their text. */
export function readSources(matching: RegExp): SourceFile[] {
  return listPaths()
    .filter((path) => matching.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
