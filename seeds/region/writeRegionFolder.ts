import { chmod, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { RegionFault } from './regionFault.ts';

/**
 * Writes a region's files into a folder, whole or not at all: everything goes into a temporary folder beside it, which
 * then takes its place.
 * @param files text by path inside the folder
 * @param check looks at the temporary folder before it takes the place; a throw leaves everything as it was
 * @throws RegionFault when the folder exists and is not a region (it may be somebody's, and is left alone)
 */
export async function writeRegionFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  check: (fresh: string) => Promise<void> = async () => {},
): Promise<void> {
  const target = resolve(folder);
  await refuseForeignFolder(target);
  await mkdir(dirname(target), { recursive: true });
  const fresh = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), text);
    }
    // Temporary folders are closed to others; the server may run as somebody else.
    await chmod(fresh, 0o755);
    await check(fresh);
    await replaceFolder(fresh, target);
  } catch (fault) {
    await rm(fresh, { recursive: true, force: true });
    throw fault;
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** An import replaces an earlier import, and never anything else. */
async function refuseForeignFolder(target: string): Promise<void> {
  if (!(await exists(target)) || (await exists(join(target, 'region.json')))) return;
  throw new RegionFault(
    'malformedFile',
    `${target} exists and is no region (it has no region.json). Name another folder, or remove it first.`,
  );
}

async function replaceFolder(fresh: string, target: string): Promise<void> {
  if (!(await exists(target))) {
    await rename(fresh, target);
    return;
  }
  const old = `${fresh}-old`;
  await rename(target, old);
  try {
    await rename(fresh, target);
  } catch (fault) {
    await rename(old, target);
    throw fault;
  }
  await rm(old, { recursive: true, force: true });
}
