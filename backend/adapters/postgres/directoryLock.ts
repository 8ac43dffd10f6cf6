import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { StoreFault } from '../../domain/fault/storeFault.ts';

/** How many dead owners in a row are cleared away before we give up. */
const ATTEMPTS = 5;

/** Lock files this process holds. */
const held = new Set<string>();

let attemptNumber = 0;

/** A directory held by this process. */
export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * Takes a data directory for this process: the embedded database would let two processes open it and lose data. The
 * lock is the file `<directory>.lock` with the owner's process id and start; a dead owner's lock is taken over.
 * @throws StoreFault `notPrepared` when a living process holds it
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const file = `${resolve(directory)}.lock`;
  await mkdir(dirname(file), { recursive: true });
  if (held.has(file)) throw heldBy(directory, process.pid, file);
  held.add(file);
  try {
    await takeLock(directory, file);
  } catch (thrown) {
    held.delete(file);
    throw thrown;
  }
  return {
    async release() {
      held.delete(file);
      await rm(file, { force: true });
    },
  };
}

async function takeLock(directory: string, file: string): Promise<void> {
  const own = `${process.pid} ${await startOf(process.pid)}\n`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await createWhole(file, own)) return;
    const found = await readFile(file, 'utf8').catch(() => '');
    const owner = Number.parseInt(found, 10);
    if (await isHeldByLiving(found)) throw heldBy(directory, owner, file);
    await clearStale(file, found);
  }
  throw heldBy(directory, undefined, file);
}

/**
 * Makes the file with its content in one step, so that nobody reads it half written.
 * @returns false when it is there already
 */
async function createWhole(file: string, content: string): Promise<boolean> {
  const draft = ownName(file);
  await writeFile(draft, content);
  try {
    await link(draft, file);
    return true;
  } catch (thrown) {
    if ((thrown as { code?: string }).code === 'EEXIST') return false;
    throw thrown;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves a dead owner's lock away; puts it back when somebody else has taken it over in between. */
async function clearStale(file: string, stale: string): Promise<void> {
  const moved = ownName(file);
  try {
    await rename(file, moved);
  } catch {
    return;
  }
  if ((await readFile(moved, 'utf8')) !== stale) await link(moved, file).catch(() => undefined);
  await rm(moved, { force: true });
}

function ownName(file: string): string {
  attemptNumber += 1;
  return `${file}.${process.pid}.${attemptNumber}`;
}

/** Is the lock's owner alive, and the same process that wrote it (process ids come round again)? */
async function isHeldByLiving(lock: string): Promise<boolean> {
  const [pidText = '', start = ''] = lock.trim().split(' ');
  const pid = Number.parseInt(pidText, 10);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  if (!isAlive(pid)) return false;
  const now = await startOf(pid);
  return start === '' || now === '' || start === now;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as { code?: string }).code === 'EPERM';
  }
}

/** When the process started, in clock ticks since boot; empty where the system does not say. */
async function startOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Fields after the command's name, which may itself hold spaces; the start is field 22 of all.
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function heldBy(directory: string, owner: number | undefined, file: string): StoreFault {
  const who = owner === undefined || Number.isNaN(owner) ? 'another process' : `process ${owner}`;
  return new StoreFault(
    'notPrepared',
    `${directory} is in use by ${who}. Stop it first, or remove ${file} if no such process runs the trial.`,
  );
}
