import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { lockDirectory } from '../../../../backend/adapters/postgres/directoryLock.ts';
import { openTrialStore } from '../../../../backend/adapters/postgres/index.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { QUICK_HASHER } from '../../../support/quickHasher.ts';
import { SILENT_LOG } from '../../../support/silentLog.ts';

const HOLDER = fileURLToPath(new URL('../../../support/trialHolder.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'ainori-trial-'));
const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that has the directory open and has written a rider into it. */
async function startHolder(directory: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', HOLDER, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the holder ended too early')));
  });
  return child;
}

function open(directory: string) {
  return openTrialStore({ directory, clock: { now: Date.now }, hasher: QUICK_HASHER, log: SILENT_LOG });
}

describe('the embedded database on disk', () => {
  it('held by another process: refused; that process killed: taken over with all it had written', async () => {
    const directory = join(folder, 'data');
    const holder = await startHolder(directory);
    await expect(open(directory)).rejects.toMatchObject({
      code: 'notPrepared',
      message: expect.stringContaining(`in use by process ${holder.pid}`),
    });
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
    const store = await open(directory);
    await store.migrate();
    expect(await store.read(SYSTEM_SCOPE, ({ people }) => people.find('kept'))).toMatchObject({ id: 'kept' });
    await store.close();
    expect(existsSync(`${directory}.lock`)).toBe(false);
  }, 600_000);
});

describe('the lock of a directory', () => {
  it('twice in one process: the second is refused until the first is released', async () => {
    const directory = join(folder, 'twice');
    const lock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toMatchObject({ code: 'notPrepared' });
    await lock.release();
    await (await lockDirectory(directory)).release();
  });

  it.each([
    ['of a process that is no more', '999999999 1\n'],
    ["of another process that had this one's number", `${process.pid} 1\n`],
    ['of a process whose number somebody else has now', '1 99999999999\n'],
    ['that holds nonsense', 'nonsense'],
    ['that is empty', ''],
  ])('left behind, %s: taken over', async (_, content) => {
    const directory = join(folder, 'stale');
    writeFileSync(`${directory}.lock`, content);
    await (await lockDirectory(directory)).release();
    expect(existsSync(`${directory}.lock`)).toBe(false);
  });
});
