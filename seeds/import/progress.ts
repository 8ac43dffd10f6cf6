/** Tells whoever waits how far a long piece of work is. */
export interface Progress {
  /** Begins a step. @param total how many parts it has */
  begin(name: string, total: number): void;
  /** So many parts of the running step are done. */
  reach(done: number): void;
  /** The running step is over. @param result a word about it, such as a count */
  finish(result: string): void;
}

const WIDTH = 24;
/** Redrawing more often only costs time. */
const REDRAW_MS = 80;

/** A bar that is redrawn on a terminal; elsewhere one plain line for each finished step. */
export function createProgress(
  output: { readonly isTTY?: boolean; write(text: string): unknown },
  now: () => number,
): Progress {
  let name = '';
  let total = 1;
  let startedAt = 0;
  let drawnAt = 0;
  const line = (done: number): string => {
    const filled = Math.round((WIDTH * Math.min(done, total)) / Math.max(1, total));
    const percent = Math.round((100 * Math.min(done, total)) / Math.max(1, total));
    return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(percent).padStart(3)} % ${name}`;
  };
  return {
    begin(newName, newTotal) {
      name = newName;
      total = newTotal;
      startedAt = now();
      drawnAt = startedAt;
      if (output.isTTY) output.write(`\r\u001b[K${line(0)}`);
    },
    reach(done) {
      if (!output.isTTY || now() - drawnAt < REDRAW_MS) return;
      drawnAt = now();
      output.write(`\r\u001b[K${line(done)}`);
    },
    finish(result) {
      const seconds = ((now() - startedAt) / 1000).toFixed(1);
      output.write(`${output.isTTY ? '\r\u001b[K' : ''}${name}: ${result} (${seconds} s)\n`);
    },
  };
}

/** Says nothing. */
export const SILENT_PROGRESS: Progress = { begin: () => {}, reach: () => {}, finish: () => {} };
