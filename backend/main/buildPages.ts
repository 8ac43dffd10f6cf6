import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { PlainFault } from './plainFault.ts';
import type { Progress } from './progress.ts';

const compress = promisify<Buffer, { level: number }, Buffer>(gzip);

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

/** How many builds are kept; an older process may still serve the one before. */
const KEPT = 3;

/**
 * Builds the screens unless they were built from the same sources. Each build has a folder of its own, named after its
 * sources and put there whole, so that nobody ever serves half of one, however many processes build at once.
 * @param root the project's folder
 * @returns the folder to serve
 */
export async function buildPages(root: string, progress: Progress): Promise<string> {
  const builds = join(root, 'dist');
  const folder = join(builds, stampOf(root));
  if (existsSync(folder)) return folder;
  const draft = join(builds, `draft-${process.pid}`);
  try {
    await progress.step('building the screens', async () => {
      await build(root, draft);
      await packAssets(join(draft, 'assets'));
    });
    moveIntoPlace(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  dropOldBuilds(builds);
  return folder;
}

/** Puts a compressed copy beside every script and style: drivers load them over thin lines. */
async function packAssets(assets: string): Promise<void> {
  for (const name of readdirSync(assets).filter((file) => /\.(js|css|svg)$/.test(file))) {
    const packed = await compress(readFileSync(join(assets, name)), { level: 9 });
    writeFileSync(join(assets, `${name}.gz`), packed);
  }
}

/** Another process may have been quicker; its build is the same. */
function moveIntoPlace(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (fault) {
    if (!existsSync(folder)) throw fault;
  }
}

function dropOldBuilds(builds: string): void {
  const ages = readdirSync(builds)
    .filter((name) => !name.startsWith('draft-'))
    .map((name) => ({ path: join(builds, name), age: statSync(join(builds, name)).mtimeMs }))
    .sort((a, b) => b.age - a.age);
  for (const { path } of ages.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}

/** Changes with every name and every content of the sources. */
function stampOf(root: string): string {
  // Raise the number when what is done with the sources changes.
  const hash = createHash('sha256').update('2');
  for (const path of SOURCES.flatMap((source) => filesOf(root, source))) {
    hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 32);
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

async function build(root: string, folder: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const parameters = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  const child = spawn(process.execPath, parameters, { cwd: root });
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
