import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A run of `npm start`, as a newcomer sees it. */
export interface StartedHouse {
  /** Everything printed so far. */
  readonly printed: () => string;
  /** Resolves with the address when it says that it is ready; rejects when it ends before. */
  readonly ready: Promise<string>;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void;
}

/** @param input what stands on standard input */
export function startHouse(argv: readonly string[], env: Record<string, string>, input = ''): StartedHouse {
  const child: ChildProcess = spawn(process.execPath, ['scripts/start.mjs', ...argv], {
    // Nothing moves by itself unless a test asks for it.
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', AINORI_IMPROVE: '0', ...env },
  });
  let text = '';
  let tellReady = (_address: string) => {};
  let tellNever = (_fault: Error) => {};
  const ready = new Promise<string>((resolve, reject) => {
    tellReady = resolve;
    tellNever = reject;
  });
  ready.catch(() => undefined);
  const hear = (part: Buffer) => {
    text += part.toString();
    const address = /Ainori is ready: (\S+)\//.exec(text)?.[1];
    if (address !== undefined) tellReady(address);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.stdin?.end(input);
  const ended = once(child, 'close').then(([code]) => {
    tellNever(new Error(`It ended before it was ready:\n${text}`));
    return code as number | null;
  });
  return { printed: () => text, ready, ended, signal: (name) => void child.kill(name) };
}
