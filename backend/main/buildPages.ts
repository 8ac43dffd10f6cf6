import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PlainFault } from './plainFault.ts';
import type { Progress } from './progress.ts';

/** What the screens are built from. */
const SOURCES = [
  'dispatcher-ui',
  'driver-web',
  'rider-web',
  'screen-kit',
  'backend/contract',
  'vite.config.ts',
  'package-lock.json',
];

/**
 * Builds the screens into `dist` unless they were built from the same sources.
 * @param root the project's folder
 * @returns the folder to serve
 */
export async function buildPages(root: string, progress: Progress): Promise<string> {
  const folder = join(root, 'dist');
  const stamp = join(folder, '.sources');
  const wanted = stampOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  await progress.step('building the screens', () => build(root));
  writeFileSync(stamp, wanted);
  return folder;
}

/** Changes with every name and every content of the sources. */
function stampOf(root: string): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesOf(root, source))) {
    hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function filesOf(root: string, source: string): string[] {
  const path = join(root, source);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [source];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

async function build(root: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root });
  let complaint = '';
  child.stdout.on('data', (part: Buffer) => {
    complaint += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    complaint += part.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new PlainFault(`The screens could not be built:\n${complaint.trim()}`);
}
